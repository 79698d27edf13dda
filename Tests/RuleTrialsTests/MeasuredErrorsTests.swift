import Foundation
import RuleTrials
import SubmissionChecks
import TestSupport
import Testing

struct MeasuredErrorsTests {
  @Test func `the figures are of the committed papers`() throws {
    let report = try #require(MeasuredErrors.report)
    let set = try TrialSet(folder: Repository.path("corpora/self-test"))
    #expect(report.papers == set.papers.count)
    #expect(report.legalPapers == set.papers.count(where: \.isLegal))
    for rule in report.rules {
      #expect(rule.found.of == set.papers.count { $0.rule == rule.rule }, "\(rule.rule)")
    }
  }

  @Test
  func `every rule has altered copies, nineteen in twenty of which it found, and at most one false alarm in twenty`()
    throws
  {
    let report = try #require(MeasuredErrors.report)
    #expect(report.rules.map(\.rule) == SubmissionChecker.allRules.map(\.id))
    for rule in report.rules {
      #expect(rule.status == .measured && rule.found.of > 0, "\(rule.rule)")
      #expect(rule.found.count * 20 >= rule.found.of * 19, "\(rule.rule)")
      #expect(rule.legal.count * 20 <= rule.legal.papers, "\(rule.rule)")
      #expect(rule.legal.fail == 0, "\(rule.rule)")
    }
  }
}
