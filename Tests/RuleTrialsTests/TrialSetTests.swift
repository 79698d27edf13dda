import Foundation
import Interchange
import RuleTrials
import TestSupport
import Testing

struct TrialSetTests {
  @Test func `the committed papers are at most ten megabytes, and each is listed once`() throws {
    let set = try TrialSet(folder: Repository.path("corpora/self-test"))
    #expect(Set(set.papers.map(\.file)).count == set.papers.count)
    #expect(set.papers.contains { $0.isLegal } && set.papers.allSatisfy { ($0.rule == nil) == ($0.expected == nil) })
    let size =
      try FileManager.default.attributesOfItem(
        atPath: Repository.path("corpora/self-test/papers.tar.xz"))[.size] as? Int
    #expect((size ?? .max) < 10_000_000)
  }

  @Test func `a file that is to be too large is made so, and still ends as a PDF does`() throws {
    let set = try TrialSet(folder: Repository.path("corpora/self-test"))
    let large = try #require(set.papers.first { ($0.megabytesOverLimit ?? 0) > 1 })
    let folder = try TemporaryFolder()
    let path = try set.prepare([large], in: folder.path, maxFileMb: 2)[0]
    let data = try Data(contentsOf: URL(filePath: path))
    #expect(data.count == 2_000_000 + Int((large.megabytesOverLimit ?? 0) * 1_000_000))
    #expect(data.suffix(40).range(of: Data("startxref".utf8)) != nil)
  }

  @Test func `a folder without a list is refused with its path`() {
    #expect(throws: InterchangeError.self) { try TrialSet(folder: "/nowhere") }
  }
}
