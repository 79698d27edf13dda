import LinearAlgebra
import TextFeatures

/// What the papers were like that a model was calibrated on, so that a batch of others can be held against them.
struct BatchReference: Hashable, Sendable, Codable {
  /// The number of these papers.
  var papers: Int
  /// The weight for rareness that a word has at most which counts as known.
  var rarestKnownWord: Float
  /// Quantiles of the share of known words, from the least to the greatest at equal steps.
  var knownWords: [Double]
  /// Quantiles of the share of its terms that a paper's embedding keeps; `nil` if the embedding was learnt from so few
  /// texts that it fits those better than others.
  var embedded: [Double]?
  /// Quantiles of the probability of having any topic, by models that had not seen the paper.
  var anyTopic: [Double]
  /// The share of papers with each label, in the order of the model's columns.
  var labelShares: [Double]

  enum CodingKeys: String, CodingKey {
    case papers
    case rarestKnownWord = "rarest_known_word"
    case knownWords = "known_words"
    case embedded
    case anyTopic = "any_topic"
    case labelShares = "label_shares"
  }

  /// In how many papers of any kind a known word stands.
  private static let fewestPapers = 12
  /// How many texts for each component make an embedding that fits its own texts hardly better than others.
  private static let textsPerComponent = 50
  private static let quantileCount = 41

  /// Measures the representative ones of the papers that probabilities were fitted on.
  ///
  /// - Parameters:
  ///   - judged: The indices of the papers.
  ///   - predictions: For each of them the probability of each label, the last being that it has any topic.
  ///   - weights: For each label how much each of them counts.
  init?(_ prepared: PreparedCorpus, judged: [Int], predictions: [[Double]], weights: [[Double]]) {
    guard let anyTopicWeights = weights.last, predictions.count == judged.count else { return nil }
    let rows = judged.indices.filter { anyTopicWeights[$0] > 0 }
    guard !rows.isEmpty else { return nil }
    let textCount = prepared.corpus.papers.count + prepared.unlabelledCount
    rarestKnownWord = FeatureSpace.rareness(standingIn: Self.fewestPapers, of: textCount)
    // A paper that the model has not seen does not count itself among those that hold its words.
    let rarestForItself = FeatureSpace.rareness(standingIn: Self.fewestPapers + 1, of: textCount)
    let isEmbeddingSteady = textCount >= Self.textsPerComponent * prepared.embedding.width
    let known = rows.compactMap { row in
      prepared.space.shareOfKnownWords(
        in: prepared.corpus.papers[judged[row]].document, rarestKnown: rarestForItself)
    }
    papers = rows.count
    knownWords = Self.quantiles(known)
    embedded =
      isEmbeddingSteady
      ? Self.quantiles(rows.compactMap { prepared.embedding.keptShare(of: prepared.rows[judged[$0]]) }) : nil
    anyTopic = Self.quantiles(rows.map { predictions[$0][predictions[$0].count - 1] })
    labelShares = weights.indices.map { label in
      let total = weights[label].reduce(0, +)
      let sum = predictions.indices.reduce(0) { $0 + predictions[$1][label] * weights[label][$1] }
      return total > 0 ? Self.rounded(sum / total) : 0
    }
  }

  private static func quantiles(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return [] }
    return (0..<quantileCount).map { step in
      let place = Double(step) / Double(quantileCount - 1) * Double(sorted.count - 1)
      let (below, part) = (Int(place), place - place.rounded(.down))
      return rounded(sorted[below] + part * (sorted[min(below + 1, sorted.count - 1)] - sorted[below]))
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  /// Returns the part of the papers that have less than a value, counting equals half, from 0 to 1.
  static func rank(of value: Double, in quantiles: [Double]) -> Double {
    guard let last = quantiles.indices.last, last > 0 else { return 0.5 }
    func place(_ isBelow: (Double) -> Bool) -> Double {
      let next = quantiles.firstIndex { !isBelow($0) } ?? quantiles.count
      if next == 0 { return 0 }
      if next > last { return Double(last) }
      let width = quantiles[next] - quantiles[next - 1]
      return Double(next - 1) + (width > 0 ? min((value - quantiles[next - 1]) / width, 1) : 1)
    }
    return (place { $0 < value } + place { $0 <= value }) / 2 / Double(last)
  }
}
