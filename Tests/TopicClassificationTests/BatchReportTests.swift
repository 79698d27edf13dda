import Foundation
import TestSupport
import Testing

@testable import TopicClassification

struct BatchReportTests {
  private let classifier: TopicClassifier

  init() throws { classifier = TopicClassifier(model: try TinyCorpus.model(), venue: TinyCorpus.venue) }

  private func batch(_ inputs: [ClassifierInput]) -> BatchReport? {
    classifier.batchReport(of: inputs, predictions: classifier.predictions(for: inputs))
  }

  @Test func `a batch like the papers known is not called unlike, and its topics are counted`() throws {
    let report = try #require(batch((0..<60).map { TinyCorpus.input($0 + 300) }))
    #expect(report.papers == 60)
    #expect(report.warning == nil)
    #expect(report.topics.map(\.id) == ["pruning", "privacy"] && report.groups.map(\.id) == ["small"])
    #expect(abs(report.topics[0].estimate.share - 0.5) < 0.1)
    #expect(abs(report.topics[1].estimate.share - 1.0 / 3) < 0.1)
  }

  @Test func `a batch of other words is called unlike, in a sentence`() throws {
    let garden = (0..<12).map { index in
      ClassifierInput(
        title: "Roses in spring",
        abstract: "Tulips bloom beside a river bank while bees carry pollen to hives, \(index).")
    }
    let report = try #require(batch(garden))
    #expect(report.unlike.contains(.words))
    #expect(report.topics.isEmpty && report.groups.isEmpty, "shares of an unlike batch would be guesses")
    #expect(report.warning?.contains("unlike the papers that the model was calibrated on") == true)
  }

  @Test func `of fewer than ten papers with text nothing is said`() {
    #expect(batch((0..<9).map(TinyCorpus.input)) == nil)
    #expect(batch((0..<9).map(TinyCorpus.input) + [ClassifierInput(title: nil, abstract: nil)]) == nil)
  }

  @Test func `a folder without figures of its papers says nothing, and still classifies`() throws {
    let folder = try TemporaryFolder()
    try TinyCorpus.model().write(to: folder.path)
    let path = folder.path + "/config.json"
    var configuration = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any])
    #expect(configuration.removeValue(forKey: "batch_reference") != nil)
    try JSONSerialization.data(withJSONObject: configuration).write(to: URL(filePath: path))
    let older = try TopicClassifier(modelFolder: folder.path, venue: TinyCorpus.venue)
    let inputs = (0..<20).map(TinyCorpus.input)
    let predictions = older.predictions(for: inputs)
    #expect(predictions == classifier.predictions(for: inputs))
    #expect(older.batchReport(of: inputs, predictions: predictions) == nil)
  }

  @Test func `a value's rank among quantiles counts equals half`() {
    let quantiles = [0, 0.25, 0.5, 1, 1]
    #expect(BatchReference.rank(of: -1, in: quantiles) == 0)
    #expect(BatchReference.rank(of: 2, in: quantiles) == 1)
    #expect(BatchReference.rank(of: 1, in: quantiles) == 0.875)
    #expect(abs(BatchReference.rank(of: 0.3, in: quantiles) - 0.3) < 1e-12)
  }
}
