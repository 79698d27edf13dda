import Foundation
import Papers
import Testing
import Triage

struct MarkTests {
  private var assessment: Assessment {
    let prediction = TopicPrediction(
      topics: [
        LabelScore(id: "a", probability: Probability(0.9), assigned: true),
        LabelScore(id: "b", probability: Probability(0.3), assigned: false),
      ], groups: [], scope: Scope(verdict: .inScope, probability: Probability(1)), reviewReasons: [.closeCall])
    return Assessment(
      id: PaperID(rawValue: "12"), file: "x.pdf", reading: .success(Paper(file: "x.pdf", pageCount: 6)), title: "T",
      abstract: nil, prediction: prediction,
      findings: [Finding(id: "f1", rule: "length.pages", verdict: .look, message: "m")],
      decision: TriageDecision(reasons: [.closeCall]))
  }

  private func marked(_ contents: Mark.Content...) -> Assessment {
    assessment.applying(contents.map { Mark(paper: "12", content: $0) })
  }

  @Test func `topics are added and removed, and the primary topic follows`() {
    let prediction = marked(.removeTopic("a"), .addTopic("b")).prediction
    #expect(prediction?.topics.map(\.assigned) == [false, true])
    #expect(prediction?.primary == "b")
    #expect(prediction?.topics.map(\.probability) == assessment.prediction?.topics.map(\.probability))
  }

  @Test func `later marks win`() {
    #expect(marked(.removeTopic("a"), .addTopic("a")).prediction?.primary == "a")
  }

  @Test func `a dismissed finding and a reviewed paper leave the lists`() {
    #expect(marked(.dismissFinding("f1")).findings.isEmpty)
    #expect(!marked(.reviewed).decision.needsReview)
    #expect(marked(.reviewed).decision.isReviewed)
  }

  @Test func `a mark on what is not there changes nothing`() {
    #expect(marked(.addTopic("z"), .dismissFinding("z"), .note("n")) == assessment)
  }

  @Test func `an assessment survives being written and read`() throws {
    let failed = Assessment(
      id: nil, file: "in/y.pdf", fileKey: "y.pdf", reading: .failure(PDFFailure(kind: .damaged, sentence: "s")),
      title: nil,
      abstract: nil, prediction: nil, findings: [], decision: TriageDecision(reasons: [.unreadable]))
    #expect(failed.key == "y.pdf")
    for value in [assessment, failed] {
      #expect(try JSONDecoder().decode(Assessment.self, from: JSONEncoder().encode(value)) == value)
    }
  }
}
