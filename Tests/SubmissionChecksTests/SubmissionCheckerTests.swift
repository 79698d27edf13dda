import Papers
import Testing

@testable import SubmissionChecks

struct SubmissionCheckerTests {
  private static let ruleIDs = [
    "file.type", "file.size", "file.encrypted", "file.active-content", "file.fonts", "file.text", "format.page-size",
    "format.columns", "format.template", "format.font-size", "format.spacing", "format.margins", "length.pages",
    "blind.authors", "blind.metadata", "blind.links", "blind.acknowledgements", "blind.self-reference",
    "blind.attachments", "blind.annotations", "blind.bookmarks", "blind.stamp", "integrity.hidden-text",
    "integrity.reviewer-instructions", "time.deadline",
  ]

  @Test func `each rule has one finding, in the order of the contract`() {
    let fixture = LayoutFixture(pages: 6)
    let findings = SubmissionChecker(rules: fixture.rules).findings(for: fixture.paper, layout: fixture.layout)
    #expect(findings.map(\.rule) == Self.ruleIDs)
  }

  @Test func `a paper as the call asks passes every rule but the one that needs metadata`() {
    let fixture = LayoutFixture(pages: 6)
    let findings = SubmissionChecker(rules: fixture.rules).findings(for: fixture.paper, layout: fixture.layout)
    #expect(findings.filter { $0.verdict != .pass }.map(\.rule) == ["time.deadline"])
  }

  @Test func `a file that cannot be read has one finding for each rule, and none accuses but the reason itself`() {
    let checker = SubmissionChecker(rules: LayoutFixture(pages: 1).rules)
    let findings = checker.findings(for: PDFFailure(kind: .encrypted, sentence: "s"))
    #expect(findings.map(\.rule) == Self.ruleIDs)
    #expect(findings.filter { $0.verdict == .fail }.map(\.rule) == ["file.encrypted"])
  }

  @Test func `a finding's id depends on what was found, not on where`() {
    var early = LayoutFixture(pages: 2)
    early.say("In our previous work [7] we did the same.", row: 3)
    var late = LayoutFixture(pages: 2)
    late.say("In our previous work [7] we did the same.", row: 40)
    let (first, second) = (early.finding("blind.self-reference"), late.finding("blind.self-reference"))
    #expect(first.verdict == .look)
    #expect(first.box != second.box)
    #expect(first.id == second.id)
  }

  @Test func `a call that says nothing asks nothing`() {
    var fixture = LayoutFixture(pages: 30)
    fixture.rules = .init(venue: .init(name: "V"))
    let findings = SubmissionChecker(rules: fixture.rules).findings(for: fixture.paper, layout: fixture.layout)
    #expect(
      findings.filter { $0.rule.hasPrefix("format.") || $0.rule.hasPrefix("blind.") }.allSatisfy {
        $0.verdict == .notApplicable
      })
    #expect(!findings.contains { $0.verdict == .fail || $0.verdict == .look })
  }
}
