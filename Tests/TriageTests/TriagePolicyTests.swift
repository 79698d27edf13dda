import Papers
import Testing
import Triage

struct TriagePolicyTests {
  private let sure = TopicPrediction(
    topics: [], groups: [], scope: Scope(verdict: .inScope, probability: Probability(1)), reviewReasons: [])
  private let closeCall = TopicPrediction(
    topics: [], groups: [], scope: Scope(verdict: .inScope, probability: Probability(1)), reviewReasons: [.closeCall])

  private func reasons(
    _ reading: Result<Paper, PDFFailure>, typed: Bool = false, _ prediction: TopicPrediction?
  ) -> [ReviewReason] {
    TriagePolicy().decision(for: reading, hasTypedText: typed, prediction: prediction).reasons
  }

  private func paper(_ warnings: [ExtractionWarning] = []) -> Result<Paper, PDFFailure> {
    .success(Paper(file: "a.pdf", pageCount: 6, warnings: warnings))
  }

  @Test func `a paper read and tagged without doubt goes to nobody`() {
    #expect(reasons(paper(), sure) == [])
  }

  @Test func `a doubt about the text comes before a doubt about the tags`() {
    #expect(reasons(paper([.abstractUncertain]), closeCall) == [.extractionDoubtful, .closeCall])
  }

  @Test func `a doubt about the extraction does not matter when the authors typed the text`() {
    #expect(reasons(paper([.abstractUncertain]), typed: true, sure) == [])
  }

  @Test func `a file that cannot be read is seen by a person, once`() {
    let failure = PDFFailure(kind: .damaged, sentence: "s")
    #expect(reasons(.failure(failure), nil) == [.unreadable])
    #expect(reasons(.failure(failure), typed: true, sure) == [.unreadable])
  }

  @Test func `a paper without text is seen by a person`() {
    #expect(reasons(paper([.noTextLayer]), nil) == [.noText])
  }
}
