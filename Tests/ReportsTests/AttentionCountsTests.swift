import Foundation
import Papers
import Testing
import Triage

@testable import Reports

struct AttentionCountsTests {
  private func report(_ assessments: [Assessment], for audience: Audience) -> HTMLReport {
    HTMLReport(venue: Fixtures.venue, assessments: assessments, audience: audience, runDate: "now")
  }

  /// A paper without doubts, with a finding.
  private func paper(_ verdict: Verdict, _ visibility: Visibility = .all) -> Assessment {
    let known = Fixtures.assessment(id: nil)
    return Assessment(
      id: nil, file: "x", reading: known.reading, title: "T", abstract: "A", prediction: known.prediction,
      findings: [Finding(id: "1", rule: "length.pages", verdict: verdict, message: "m", visibility: visibility)],
      decision: TriageDecision(reasons: []))
  }

  @Test func `the counts are those of the report's list, by grounds`() throws {
    let papers = [
      Fixtures.assessment(id: "1"), Fixtures.unreadable(file: "u"), paper(.fail), paper(.look), paper(.pass),
      paper(.fail, .chair), paper(.fail).applying([Mark(paper: "x", content: .reviewed)]),
    ]
    let chair = report(papers, for: .chair)
    #expect(
      chair.attention == AttentionCounts(total: 5, unreadable: 1, doubtful: 1, breakingRule: 3, toLookAt: 1))
    #expect(String(decoding: try chair.html(), as: UTF8.self).contains("\"person\":[1,"))
    #expect(
      report(papers, for: .blind).attention
        == AttentionCounts(total: 4, unreadable: 1, doubtful: 1, breakingRule: 1, toLookAt: 1))
  }
}
