import Papers
import Testing
import Triage

@testable import Reports

struct PersonListTests {
  private let labels = ReportLabels(
    venue: Fixtures.venue,
    thresholds: LabelThresholds(
      topics: ["serving": Probability(0.5), "mlops": Probability(0.5)], groups: ["mlops": Probability(0.5)]))

  private func row(
    _ reasons: [ReviewReason], topics: [Double] = [0.9, 0.1], group: Double = 0.1, warnings: [ExtractionWarning] = [],
    findings: [Finding] = []
  ) -> ReportRow {
    let paper = Paper(file: "", pageCount: 1, warnings: warnings)
    let prediction = TopicPrediction(
      topics: zip(["serving", "mlops"], topics).map {
        LabelScore(id: $0, probability: Probability($1), assigned: $1 >= 0.5)
      }, groups: [LabelScore(id: "mlops", probability: Probability(group), assigned: group >= 0.5)],
      scope: Scope(verdict: .inScope, probability: Probability(1)), reviewReasons: reasons)
    return ReportRow(
      PaperRow(
        Assessment(
          id: nil, file: "", reading: .success(paper), title: nil, abstract: nil, prediction: prediction,
          findings: findings,
          decision: TriagePolicy().decision(for: .success(paper), hasTypedText: false, prediction: prediction))))
  }

  private func finding(_ verdict: Verdict) -> Finding {
    Finding(id: "1", rule: "length.pages", verdict: verdict, message: "Seven pages.")
  }

  @Test func `the most pressing come first, each with one line of why`() {
    let list = PersonList(
      of: [
        row([]),
        row([], findings: [finding(.look)]),
        row([.closeCall], topics: [0.56, 0.1]),
        row([.closeCall], topics: [0.52, 0.1]),
        row([.noTopic], topics: [0.3, 0.2]),
        row([.closeCall], topics: [0.9, 0.49], findings: [finding(.fail)]),
        row([], warnings: [.titleUncertain]),
        ReportRow(PaperRow(Fixtures.unreadable(file: "x"))),
        row([], findings: [finding(.couldNotCheck), finding(.pass)]),
      ], labels: labels)
    #expect(
      list.entries.map { "\($0.paper): \($0.why)" } == [
        "7: The file needs a password.",
        "6: The title was found in an unusual place or form; please compare it with the paper.",
        "5: Page limit: Seven pages. Also: close call.",
        "4: No topic of the call fits; the nearest is “Serving” at 0.30.",
        "3: “Serving” is the least certain tag: 0.52, given from 0.50 on.",
        "2: “Serving” is the least certain tag: 0.56, given from 0.50 on.",
        "1: Page limit: Seven pages.",
      ])
  }

  @Test func `a close call names a topic that was given, never a group with the same id`() {
    let list = PersonList(of: [row([.closeCall], topics: [0.7, 0.02], group: 0.68)], labels: labels)
    #expect(list.entries.map(\.why) == ["“Serving” is the least certain tag: 0.70, given from 0.50 on."])
  }

  @Test func `without thresholds a close call is said without numbers`() {
    let bare = ReportLabels(venue: Fixtures.venue, thresholds: LabelThresholds())
    #expect(
      PersonList(of: [row([.closeCall])], labels: bare).entries.map(\.why) == ["A topic is close to its threshold."])
  }

  @Test func `a paper that a chair marked as reviewed is on no list, whatever was found`() {
    var assessment = Fixtures.assessment(id: "12")
    assessment.findings = [finding(.fail)]
    #expect(PersonList(of: [ReportRow(PaperRow(assessment))], labels: labels).entries.count == 1)
    let reviewed = assessment.applying([Mark(paper: "12", content: .reviewed)])
    #expect(PersonList(of: [ReportRow(PaperRow(reviewed))], labels: labels).entries.isEmpty)
  }
}
