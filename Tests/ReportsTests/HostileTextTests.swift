import Foundation
import Interchange
import Papers
import Reports
import Testing
import Triage

struct HostileTextTests {
  private static let hostile = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--<script>", "\u{2028}alert(1)\u{2029}",
    "=HYPERLINK(\"x\",\"y\")", "\" onmouseover=\"alert(1)", "{{script}}", "&lt;img src=x onerror=alert(1)>",
    "a\u{202E}b", "\u{0}\u{7}\u{1B}[2J", "a" + String(repeating: "\u{301}", count: 5_000),
    String(repeating: "x", count: 100_000), "javascript:alert(1)",
  ]

  private func assessment(_ text: String) -> Assessment {
    var assessment = Fixtures.assessment(id: text, file: text, title: text)
    assessment.abstract = text
    assessment.findings = [
      Finding(id: "1", rule: "length.pages", verdict: .fail, message: text, evidence: text)
    ]
    return assessment
  }

  private func report(_ text: String) throws -> String {
    let report = HTMLReport(
      venue: Fixtures.venue, assessments: [assessment(text)], audience: .chair, runDate: "2023-07-27")
    return String(decoding: try report.html(), as: UTF8.self)
  }

  @Test(arguments: hostile) func `the page keeps its elements whatever a paper says`(text: String) throws {
    func elements(_ page: String) -> Int { page.count { $0 == "<" } }
    let quiet = try report("quiet")
    let page = try report(text)
    #expect(elements(page) == elements(quiet))
    #expect(page.utf8.count < quiet.utf8.count + 60_000)
  }

  @Test(arguments: hostile) func `the data in the page is still the JSON that was meant`(text: String) throws {
    let page = try report(text)
    let start = try #require(page.range(of: "id=\"data\">")).upperBound
    let end = try #require(page.range(of: "</script>", range: start..<page.endIndex)).lowerBound
    let data = try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8)) as? [String: Any]
    let papers = try #require(data?["papers"] as? [[String: Any]])
    #expect(papers.count == 1)
    #expect((papers[0]["title"] as? String)?.isEmpty == false || text.unicodeScalars.allSatisfy { $0.value < 32 })
  }

  @Test(arguments: hostile) func `a JSON row gives back the very text on one line`(text: String) throws {
    let line = try ContractJSON.line(PaperRow(assessment(text)))
    #expect(line.count { $0 == UInt8(ascii: "\n") } == 1)
    let row = try JSONSerialization.jsonObject(with: line) as? [String: Any]
    #expect(row?["title"] as? String == text)
  }

  @Test(arguments: hostile) func `a line of the table has one field a column and no formula`(text: String) {
    let line = PapersTable(venue: Fixtures.venue).row(for: assessment(text))
    let fields = line.dropLast().split(separator: ",", omittingEmptySubsequences: false)
    #expect(fields.count >= 17)
    #expect(!fields.contains { $0.hasPrefix("=") || $0.hasPrefix("\"=") })
    #expect(!line.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0 || $0.value == 0x202E })
  }

  @Test func `the page has no address to follow but its own`() throws {
    let page = try report("https://tracker.example/x")
    #expect(page.ranges(of: "href=\"").count == page.ranges(of: "href=\"#").count)
    #expect(page.ranges(of: "src=\"").isEmpty)
  }
}
