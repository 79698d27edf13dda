import LinearAlgebra

extension EmbeddingTable {
  /// Returns what a unit of each of some features adds to a label through the embedding of one document.
  ///
  /// The embedding's length is taken as the document's own, so that what all its features add is what the embedding
  /// adds.
  ///
  /// - Parameters:
  ///   - values: The document's features with their numbers.
  ///   - direction: The label's weights of the components.
  func parts(of values: [Int: Float], along direction: [Float]) -> [Int: Double] {
    var sum = [Double](repeating: 0, count: width)
    var parts: [Int: Double] = [:]
    self.values.withContiguousStorageIfAvailable { vectors in
      for (feature, value) in values.sorted(by: { $0.key < $1.key }) where feature < featureCount {
        var part = 0.0
        for component in 0..<width {
          let number = Double(vectors[feature * width + component])
          sum[component] += Double(value) * number
          part += number * Double(direction[component])
        }
        parts[feature] = part
      }
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? parts.mapValues { $0 / length } : [:]
  }
}
