import LinearAlgebra
import TextFeatures

/// A column of a model's answer for one document as a sum over its words.
struct ScoreParts {
  /// What the column has before a word is read.
  let bias: Double
  /// The part of each word, from the title's first on through the abstract.
  let words: [Double]
  /// The part of the model's encoder, which reads the text as a whole; `nil` for a model without.
  let encoder: Double?

  /// The log odds.
  var score: Double { words.reduce(bias + (encoder ?? 0), +) }

  /// - Parameters:
  ///   - column: The column of the model's weights.
  ///   - occurrences: The document's features at their places.
  ///   - wordCount: The number of words of title and abstract.
  ///   - encoder: What the model's encoder adds.
  init(_ model: TopicModel, column: Int, occurrences: [FeatureOccurrence], wordCount: Int, encoder: Double?) {
    self.encoder = encoder
    var row: [Int: Float] = [:]
    for occurrence in occurrences { row[occurrence.feature, default: 0] += occurrence.value }
    var units =
      model.embeddingWeights.map { weights in
        model.embedding.parts(of: row, along: (0..<weights.rowCount).map { weights[$0, column] })
      } ?? [:]
    for feature in row.keys {
      units[feature, default: 0] += Double(model.weights[feature * model.labelCount + column])
    }
    var words = [Double](repeating: 0, count: wordCount)
    for occurrence in occurrences {
      let part = Double(occurrence.value) * (units[occurrence.feature] ?? 0) / Double(occurrence.words.count)
      for word in occurrence.words { words[word] += part }
    }
    bias = Double(model.biases[column])
    self.words = words
  }
}
