import Foundation
import Papers
import RuleTrials
import Testing
import Venues

struct TrialTallyTests {
  private func finding(_ rule: String, _ verdict: Verdict, page: Int? = nil) -> Finding {
    Finding(id: "x", rule: rule, verdict: verdict, message: "m", page: page)
  }

  private var copy: TrialPaper {
    TrialPaper(
      file: "a.pdf", set: "altered", rule: "blind.links", alteration: "a link", size: "one", expected: .fail, page: 2,
      also: ["blind.metadata"])
  }

  @Test func `a look where a fail is due counts as found, but not as expected`() {
    var tally = TrialTally(rules: RuleBook(venue: Venue(name: "v")))
    tally.add(copy, findings: [finding("blind.links", .look, page: 2)])
    tally.add(copy, findings: [finding("blind.links", .fail, page: 1)])
    tally.add(copy, findings: [finding("blind.links", .pass)])
    let rule = tally.report().rules.first { $0.rule == "blind.links" }
    #expect(rule?.found.count == 2 && rule?.found.of == 3)
    #expect(rule?.changes.count == 1)
    #expect(rule?.changes.first?.asExpected == 1)
    #expect(rule?.changes.first?.onPage == 1 && rule?.changes.first?.pagesKnown == 3)
    #expect(tally.report().surprises.count == 3)
  }

  @Test func `a rule that the change may touch besides is no false alarm`() {
    var tally = TrialTally(rules: RuleBook(venue: Venue(name: "v")))
    tally.add(
      copy,
      findings: [
        finding("blind.links", .fail, page: 2), finding("blind.metadata", .look), finding("blind.stamp", .look),
      ])
    let rules = tally.report().rules
    #expect(rules.first { $0.rule == "blind.metadata" }?.otherCopies.papers == 0)
    let stamp = rules.first { $0.rule == "blind.stamp" }?.otherCopies
    #expect(stamp?.look == 1 && stamp?.papers == 1 && stamp?.atMost == 1)
  }

  @Test func `none of two hundred legal papers is below one and a half per cent`() {
    var tally = TrialTally(rules: RuleBook(venue: Venue(name: "v")))
    for _ in 0..<200 {
      tally.add(TrialPaper(file: "l.pdf", set: "held-out"), findings: [finding("blind.stamp", .pass)])
    }
    let legal = tally.report().rules.first { $0.rule == "blind.stamp" }?.legal
    #expect(legal?.count == 0 && (legal?.atMost ?? 1) < 0.015)
  }

  @Test func `rules on format are not measured for another template`() {
    var tally = TrialTally(rules: RuleBook(venue: Venue(name: "v", template: "llncs")))
    tally.add(TrialPaper(file: "l.pdf", set: "tuning"), findings: [finding("format.columns", .fail)])
    let rule = tally.report().rules.first { $0.rule == "format.columns" }
    #expect(rule?.status == .notMeasured && rule?.reason?.contains("llncs") == true)
    #expect(tally.report().surprises.isEmpty)
  }

  @Test func `times of submission keep to the deadline's last minute`() {
    var paper = TrialPaper(file: "l.pdf", set: "tuning")
    let venue = Venue(
      name: "v", deadlines: [Deadline(what: .paper, label: "Papers", at: "2023-07-26T23:59:00-12:00")])
    paper.secondsAfterDeadline = 59
    #expect(paper.record(for: venue).submittedAt == "2023-07-27T11:59:59Z")
    paper.secondsAfterDeadline = 60
    #expect(paper.record(for: venue).submittedAt == "2023-07-27T12:00:00Z")
  }
}
