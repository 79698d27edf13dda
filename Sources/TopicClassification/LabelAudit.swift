import Evaluation
import Papers

/// The papers of a corpus in the order in which their labels deserve a second look: what `papertriage audit` writes.
///
/// Each label that a paper was given, or was not given, has the probability that a model says which has not seen the
/// paper. A paper's worst label decides most, its next worst ones a little: the exponential moving average over labels
/// from the best to the worst, each step counting 0.8 (Thyagarajan, Snorrason and Mueller 2022, "Identifying Incorrect
/// Annotations in Multi-Label Classification Data", who found it better than the worst label or the mean).
public struct LabelAudit: Hashable, Sendable {
  /// A paper.
  public struct Row: Hashable, Sendable, Codable {
    /// Its place in the list, from 1.
    public let rank: Int
    /// Its id in the corpus.
    public let id: String
    /// How much its labels deserve a second look, from 0 to 1.
    public let suspicion: Probability
    /// The labels that the model would rather turn, the most doubtful first; empty if there is none.
    public let doubts: [Doubt]
  }

  /// A label that may be wrong.
  public struct Doubt: Hashable, Sendable, Codable {
    /// Whether it is a topic or a group.
    public let kind: Kind
    /// The label's id.
    public let id: String
    /// Whether the corpus gives it to the paper.
    public let given: Bool
    /// The probability that the paper has it, by a model that has not seen the paper.
    public let probability: Probability
  }

  /// The two kinds of labels.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A topic of the call.
    case topic
    /// A group of papers.
    case group
  }

  /// All papers, the most suspicious first; equals in the corpus's order.
  public let rows: [Row]

  /// How much each label counts after those that are better.
  private static let step = 0.8

  /// - Parameter papers: Papers with what models say of them that have not seen them.
  public init(_ papers: [JudgedPaper]) {
    let suspicions = papers.map { Self.suspicion(of: $0.example) }
    let order = papers.indices.sorted { (-suspicions[$0], $0) < (-suspicions[$1], $1) }
    rows = order.enumerated().map { rank, index in
      Row(
        rank: rank + 1, id: papers[index].paper.id, suspicion: Probability(suspicions[index]),
        doubts: Self.doubts(of: papers[index]))
    }
  }

  private static func suspicion(of example: JudgedExample) -> Double {
    let confidences = example.truth.indices.compactMap { label in
      example.truth[label].map { $0 ? example.probabilities[label] : 1 - example.probabilities[label] }
    }.sorted(by: >)
    guard let best = confidences.first else { return 0 }
    return 1 - confidences.dropFirst().reduce(best) { step * $1 + (1 - step) * $0 }
  }

  private static func doubts(of judged: JudgedPaper) -> [Doubt] {
    let topicCount = judged.prediction.topics.count
    let scores = judged.prediction.topics + judged.prediction.groups
    let doubts = scores.enumerated().compactMap { index, score -> Doubt? in
      guard let given = judged.paper.truth[index], (score.probability.rawValue > 0.5) != given else { return nil }
      return Doubt(
        kind: index < topicCount ? .topic : .group, id: score.id, given: given, probability: score.probability)
    }
    func doubtfulness(_ doubt: Doubt) -> Double {
      doubt.given ? 1 - doubt.probability.rawValue : doubt.probability.rawValue
    }
    return doubts.enumerated().sorted {
      (-doubtfulness($0.element), $0.offset) < (-doubtfulness($1.element), $1.offset)
    }
    .map(\.element)
  }
}
