import Foundation
import TestSupport
import Testing

struct SelfTestCommandTests {
  private struct Report: Decodable {
    struct Rule: Decodable {
      struct Found: Decodable {
        let count: Int
        let of: Int
      }
      let rule: String
      let status: String
      let found: Found
    }
    let rules: [Rule]
  }

  @Test func `the copies that break one rule are found by it, and the report keeps to the schema`() throws {
    let run = try ProgramRun(["selftest", "--rule", "blind.bookmarks", "--format", "json"])
    #expect(run.status == 0)
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/selftest.schema.json"))
    #expect(try schema.violations(in: run.output) == [])
    let report = try JSONDecoder().decode(Report.self, from: run.output)
    let rule = try #require(report.rules.first { $0.rule == "blind.bookmarks" })
    #expect(rule.status == "measured" && rule.found.of > 0 && rule.found.count == rule.found.of)
  }

  @Test func `a venue without blind review has nothing to measure there`() throws {
    let folder = try TemporaryFolder()
    let venue = try folder.file("open.yaml", Data("name: Open\nanonymity: none\n".utf8))
    let run = try ProgramRun(["selftest", "--venue", venue, "--rule", "blind.bookmarks", "--format", "text"])
    #expect(run.status == 0)
    #expect(run.text.contains("blind.bookmarks: not measured. The call does not hide the authors."))
  }

  @Test func `a rule that does not exist is refused with the list of all`() throws {
    let run = try ProgramRun(["selftest", "--rule", "blind.bookmark"])
    #expect(run.status == 2 && run.errors.contains("blind.bookmarks"))
  }
}
