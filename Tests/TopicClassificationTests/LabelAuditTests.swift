import Testing

@testable import TopicClassification

struct LabelAuditTests {
  private static let paperCount = 240

  /// Papers of the tiny corpus, every twentieth (5%) with its topics exchanged for those it has not.
  private static func corpusWithErrors() throws -> (corpus: LabelledCorpus, wrong: Set<String>) {
    var corpus = LabelledCorpus(venue: TinyCorpus.venue)
    var wrong: Set<String> = []
    for index in 0..<paperCount {
      let isWrong = index % 20 == 7
      if isWrong { wrong.insert("\(index)") }
      let hasPruning = TinyCorpus.hasPruning(index) != isWrong
      let hasPrivacy = TinyCorpus.hasPrivacy(index) != isWrong
      try corpus.add(
        id: "\(index)", document: TinyCorpus.document(index),
        topics: (hasPruning ? ["pruning"] : []) + (hasPrivacy ? ["privacy"] : []),
        groups: hasPruning ? ["small"] : [], fold: index % 5)
    }
    return (corpus, wrong)
  }

  @Test func `of 5% planted errors half stand in the first tenth of the list`() throws {
    let (corpus, wrong) = try Self.corpusWithErrors()
    let judged = try TopicTraining(corpus: corpus).crossValidated(venue: TinyCorpus.venue)
    let audit = LabelAudit(judged)
    #expect(audit.rows.map(\.rank) == Array(1...Self.paperCount))
    let first = audit.rows.prefix(Self.paperCount / 10)
    #expect(first.count { wrong.contains($0.id) } * 2 >= wrong.count)
    let found = try #require(first.first { wrong.contains($0.id) })
    #expect(!found.doubts.isEmpty)
    let confidences = found.doubts.map { $0.given ? $0.probability.rawValue : 1 - $0.probability.rawValue }
    #expect(confidences == confidences.sorted() && confidences.allSatisfy { $0 <= 0.5 })
  }

  @Test func `an absent topic of 0.9 is more suspicious than a given one of 0.05`() {
    // By hand, of 18 topics: lost 0.9 / 0.1 / 2 = 4.5; added 0.95 / 0.05 / 18 = 1.06. The moving average of confidences
    // would say the reverse: 0.1 and 0.05.
    let quiet = [Double](repeating: 0.0001, count: 16)
    let lost = LabelAudit.errorWeight(
      given: [true] + [Bool](repeating: false, count: 17), probabilities: [0.9999, 0.9] + quiet)
    let added = LabelAudit.errorWeight(
      given: [true, true] + [Bool](repeating: false, count: 16), probabilities: [0.9999, 0.05] + quiet)
    #expect(abs(lost - 4.5) < 0.01)
    #expect(abs(added - 1.12) < 0.01)
    // A label that nobody knows says nothing.
    #expect(LabelAudit.errorWeight(given: [nil, nil], probabilities: [0.9, 0.1]) == 0)
  }
}
