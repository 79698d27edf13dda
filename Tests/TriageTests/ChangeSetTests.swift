import Testing
import Triage

struct ChangeSetTests {
  private func entry(_ key: String, _ content: String?) -> ChangeSet.Entry { .init(key: key, content: content) }

  @Test func `added, changed and withdrawn papers are told`() {
    let changes = ChangeSet(
      from: [entry("1", "a"), entry("2", "b"), entry("3", "c")],
      to: [entry("4", "d"), entry("2", "B"), entry("1", "a")])
    #expect(changes.added == ["4"])
    #expect(changes.changed == ["2"])
    #expect(changes.withdrawn == ["3"])
  }

  @Test func `another order alone is no change`() {
    #expect(ChangeSet(from: [entry("1", "a"), entry("2", nil)], to: [entry("2", nil), entry("1", "a")]).isEmpty)
  }
}
