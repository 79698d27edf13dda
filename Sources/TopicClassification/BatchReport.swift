import Evaluation
import Glibc
import Papers
import TextFeatures

/// What is known of a batch of papers as a whole, without any label: how many carry each topic, and whether the batch is
/// unlike the papers that the model was calibrated on.
public struct BatchReport: Hashable, Sendable, Codable {
  /// How many papers of the batch have a label.
  public struct LabelShare: Hashable, Sendable, Codable {
    /// The topic's or group's id in the venue.
    public let id: String
    /// The estimate.
    public let estimate: ShareEstimate
  }

  /// In what a batch is unlike.
  public enum Unlikeness: String, Hashable, Sendable, Codable, CaseIterable {
    /// More of its words are rare or unknown.
    case words
    /// Its terms do not go together as they did.
    case subjects
    /// Fewer of its papers seem to have any topic.
    case topics

    /// The half sentence for people.
    public var words: String {
      switch self {
      case .words: "more of its words are rare or unknown"
      case .subjects: "its terms do not go together as they did there"
      case .topics: "fewer of its papers seem to have a topic of the call"
      }
    }
  }

  /// The number of papers with text.
  public let papers: Int
  /// The venue's topics that the model knows, in the venue's order; empty if the batch is unlike.
  public let topics: [LabelShare]
  /// The venue's groups that the model knows; empty if the batch is unlike.
  public let groups: [LabelShare]
  /// In what the batch is unlike the papers that the model was calibrated on; empty if in nothing.
  public let unlike: [Unlikeness]

  /// How often a batch of papers like those is called unlike all the same.
  public static let falseAlarms = 0.01
  /// The fewest papers of which anything is said.
  public static let fewestPapers = 10

  /// The normal distribution's quantile for ``falseAlarms`` divided among so many measures (Bonferroni).
  private static let limits = [1: 2.326, 2: 2.576, 3: 2.713]

  /// Whether the batch is unlike, in a sentence; `nil` if it is not.
  public var warning: String? {
    guard !unlike.isEmpty else { return nil }
    return "This batch is unlike the papers that the model was calibrated on: "
      + unlike.map(\.words).joined(separator: ", ")
      + ". Probabilities and the share of mistakes may be worse than promised: look at more papers."
  }

  /// - Parameters:
  ///   - ranks: For each measure, for each paper, the part of the reference's papers that have less.
  init(
    papers: Int, topics: [LabelShare], groups: [LabelShare], ranks: [Unlikeness: [Double]], referencePapers: Int
  ) {
    self.papers = papers
    let limit = Self.limits[ranks.count] ?? 2.713
    unlike = Unlikeness.allCases.filter { measure in
      guard let ranks = ranks[measure], !ranks.isEmpty else { return false }
      // The rank sum test (Mann and Whitney 1947): ranks of like papers are uniform, with variance 1/12.
      let spread = ((1 / Double(ranks.count) + 1 / Double(referencePapers)) / 12).squareRoot()
      let mean = ranks.reduce(0, +) / Double(ranks.count)
      return (mean - 0.5) / spread < -limit
    }
    // The estimate takes for granted that papers of a topic look as they did at calibration. Where they do not, it finds
    // shares beyond all sense, such as eighteen of thirty papers on a topic that one of them has.
    self.topics = unlike.isEmpty ? topics : []
    self.groups = unlike.isEmpty ? groups : []
  }
}

extension TopicClassifier {
  /// Returns what is known of a batch as a whole; `nil` if it has fewer than ten papers with text, or the model's folder
  /// was written before it held what this needs.
  ///
  /// - Parameter predictions: What ``predictions(for:)`` says of the same papers.
  public func batchReport(of inputs: [ClassifierInput], predictions: [TopicPrediction]) -> BatchReport? {
    precondition(inputs.count == predictions.count, "Each paper needs its prediction.")
    guard let reference = model.configuration.batchReference else { return nil }
    var ranks: [BatchReport.Unlikeness: [Double]] = [:]
    var counted: [TopicPrediction] = []
    let rows = reference.embedded.map { _ in model.space.features(of: inputs.map(\.document)) }
    for (index, (input, prediction)) in zip(inputs, predictions).enumerated() {
      guard
        let known = model.space.shareOfKnownWords(in: input.document, rarestKnown: reference.rarestKnownWord)
      else { continue }
      counted.append(prediction)
      ranks[.words, default: []].append(BatchReference.rank(of: known, in: reference.knownWords))
      ranks[.topics, default: []].append(
        BatchReference.rank(of: prediction.scope.probability.rawValue, in: reference.anyTopic))
      if let quantiles = reference.embedded, let rows {
        let kept = model.embedding.keptShare(of: rows[index]) ?? 0
        ranks[.subjects, default: []].append(BatchReference.rank(of: kept, in: quantiles))
      }
    }
    guard counted.count >= BatchReport.fewestPapers else { return nil }
    func shares(
      _ scores: (TopicPrediction) -> [LabelScore], _ ids: [String], _ columns: [Int?]
    ) -> [BatchReport.LabelShare] {
      zip(ids, columns).enumerated().compactMap { index, label in
        guard let column = label.1, column < reference.labelShares.count else { return nil }
        return BatchReport.LabelShare(
          id: label.0,
          estimate: ShareEstimate(
            probabilities: counted.map { scores($0)[index].probability.rawValue },
            calibratedShare: reference.labelShares[column]))
      }
    }
    let topicCount = model.configuration.topics.count
    return BatchReport(
      papers: counted.count, topics: shares(\.topics, venue.topics.map(\.id), matching.topics),
      groups: shares(\.groups, venue.groups.map(\.id), matching.groups.map { $0.map { topicCount + $0 } }),
      ranks: ranks, referencePapers: reference.papers)
  }
}
