import Papers
import TopicClassification
import Venues

/// A row of `extract --evidence`: a paper with its evidence, and how much it is like papers on lessons from production.
struct EvidencedPaper: Encodable {
  /// The topic by whose probability papers are ranked.
  static let topic = "production-lessons"

  private let paper: Paper
  private let score: Double?

  /// Ranks a paper by title and abstract; without an abstract, or where the model does not know the topic, it has no rank.
  init(_ paper: Paper, classifier: TopicClassifier?) {
    self.paper = paper
    guard let classifier, paper.abstract != nil, !classifier.unknownLabels.contains(Self.topic) else {
      score = nil
      return
    }
    score =
      classifier.predictions(for: [ClassifierInput(title: paper.title, abstract: paper.abstract)]).first?.topics
      .first { $0.id == Self.topic }?.probability.rounded
  }

  private enum CodingKeys: String, CodingKey {
    case evidenceScore
  }

  func encode(to encoder: any Encoder) throws {
    try paper.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(score, forKey: .evidenceScore)
  }
}
