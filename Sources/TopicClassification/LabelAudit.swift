import Evaluation
import Papers

/// The papers of a corpus in the order in which their labels deserve a second look: what `papertriage audit` writes.
///
/// Each label that a paper was given, or was not given, has the probability that a model says which has not seen the
/// paper. From these follow the odds that somebody erred, by Bayes' rule: an error loses one of the paper's labels, adds
/// one, or exchanges one for another, all three equally likely beforehand. A label to lose is any of those the paper
/// really has, a label to add any of those it has not; so an absent label that seems present weighs more than a present
/// one that seems absent, whose like are many.
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

  /// The share of papers presumed to have an error, before looking. It scales the suspicion and leaves the order.
  private static let presumedErrors = 0.05

  /// No model is trusted to be surer than this.
  private static let surest = 0.9999

  /// - Parameter papers: Papers with what models say of them that have not seen them.
  public init(_ papers: [JudgedPaper]) {
    let suspicions = papers.map(Self.suspicion)
    let order = papers.indices.sorted { (-suspicions[$0], $0) < (-suspicions[$1], $1) }
    rows = order.enumerated().map { rank, index in
      Row(
        rank: rank + 1, id: papers[index].paper.id, suspicion: Probability(suspicions[index]),
        doubts: Self.doubts(of: papers[index]))
    }
  }

  /// The probability of an error among the topics or among the groups.
  private static func suspicion(of paper: JudgedPaper) -> Double {
    let topicCount = paper.prediction.topics.count
    let (given, probabilities) = (paper.example.truth, paper.example.probabilities)
    let weight =
      errorWeight(given: given.prefix(topicCount), probabilities: probabilities.prefix(topicCount))
      + errorWeight(given: given.dropFirst(topicCount), probabilities: probabilities.dropFirst(topicCount))
    let odds = weight / 3 * presumedErrors / (1 - presumedErrors)
    return odds / (1 + odds)
  }

  /// How many times likelier the labels given are after one error than without any, summed over the three kinds.
  ///
  /// With k labels given and n not, an absent label of probability p was lost with odds p / (1 - p), one of the k + 1
  /// that the paper then has; a given one was added with odds (1 - p) / p, one of n + 1; an exchange is both, one of k
  /// times n.
  static func errorWeight(given: some Collection<Bool?>, probabilities: some Collection<Double>) -> Double {
    var (givenCount, otherCount) = (0.0, 0.0)
    var (lost, added) = (0.0, 0.0)
    for (isGiven, probability) in zip(given, probabilities) {
      guard let isGiven else { continue }
      let probability = min(max(probability, 1 - surest), surest)
      if isGiven {
        givenCount += 1
        added += (1 - probability) / probability
      } else {
        otherCount += 1
        lost += probability / (1 - probability)
      }
    }
    let exchanged = givenCount > 0 && otherCount > 0 ? lost * added / (givenCount * otherCount) : 0
    return lost / (givenCount + 1) + added / (otherCount + 1) + exchanged
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
