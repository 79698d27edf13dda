import Evaluation
import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import TopicClassification

struct ReviewLevelTests {
  /// Papers whose mistakes are exactly as probable as their risk says.
  private static func papers(_ count: Int, seed: UInt64) -> [JudgedRisk] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let risk = Double.random(in: 0..<0.6, using: &generator)
      return JudgedRisk(risk: risk, isMistake: Double.random(in: 0..<1, using: &generator) < risk)
    }
  }

  @Test func `a level is kept on other papers at least as often as it says`() {
    var (kept, sum) = (0, 0.0)
    let runs = 60
    for seed in 0..<UInt64(runs) {
      let papers = Self.papers(1000, seed: seed).sorted { $0.risk < $1.risk }
      let level = ReviewLevel.highestRisk(of: papers, keeping: 0.15, BinomialTail(upTo: papers.count)) ?? 0
      // Of papers whose risks are uniform up to a line, the share of mistakes is half the line.
      if level / 2 <= 0.15 { kept += 1 }
      sum += level
    }
    // Far more cautious than need be would keep every level too: the true line is at 0.3.
    #expect(sum / Double(runs) > 0.2)
    #expect(Double(kept) / Double(runs) >= ReviewLevel.confidence)
  }

  @Test func `higher shares never send more papers to a person, and few papers promise little`() throws {
    let table = ReviewLevel.table(tagged: Self.papers(300, seed: 1), untagged: Self.papers(10, seed: 2))
    #expect(table.map(\.share) == ReviewLevel.shares)
    for (lower, higher) in zip(table, table.dropFirst()) {
      #expect(lower.highestTagRisk ?? -1 <= higher.highestTagRisk ?? -1)
    }
    #expect(table.last?.highestTagRisk ?? 0 > 0.4)
    #expect(table[0].highestTagRisk == nil && table[9].highestMissRisk == nil)
  }

  @Test func `a level that the user asks for decides which papers go to a person`() throws {
    let model = try TinyCorpus.model()
    let classifier = TopicClassifier(model: model, venue: TinyCorpus.venue)
    let inputs = (0..<80).map(TinyCorpus.input)
    let (strict, lax) = (try classifier.keeping(risk: 0.01), try classifier.keeping(risk: 0.5))
    #expect(strict.predictions(for: inputs).allSatisfy { $0.needsReview })
    #expect(lax.predictions(for: inputs).contains { !$0.needsReview })
    for risk in [0.01, 0.07, 0.29, 0.5] {
      let judged = try classifier.judged(TinyCorpus.corpus().papers)
      let predictions = try classifier.keeping(risk: risk).predictions(for: inputs)
      for (paper, prediction) in zip(judged, predictions) {
        #expect(prediction.needsReview == ((paper.lowestUnseenShare ?? .infinity) > risk + 1e-9))
      }
    }
  }

  @Test func `a model without a table says that it must be trained again`() throws {
    let folder = try TemporaryFolder()
    try TinyCorpus.model().write(to: folder.path)
    let path = folder.path + "/config.json"
    var configuration = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any])
    var review = try #require(configuration["review"] as? [String: Any])
    #expect((review["levels"] as? [Any])?.count == ReviewLevel.shares.count)
    review["levels"] = nil
    configuration["review"] = review
    try JSONSerialization.data(withJSONObject: configuration).write(to: URL(filePath: path))
    let classifier = try TopicClassifier(modelFolder: folder.path, venue: TinyCorpus.venue)
    let error = #expect(throws: ReviewRiskError.noTable) { try classifier.keeping(risk: 0.1) }
    #expect(error?.description.contains("Train it again with `papertriage train`") == true)
  }
}
