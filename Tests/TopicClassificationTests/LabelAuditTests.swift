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
}
