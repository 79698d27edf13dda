import LinearAlgebra

/// A feature at one place of a document.
///
/// A feature's number in a document's row is the sum of its occurrences' numbers, so what a linear model gives the
/// document is a sum over occurrences, and so over words. A new kind of block has reasons as soon as
/// ``FeatureSpace/forEachFeature(of:block:prefix:_:)`` finds its features.
public struct FeatureOccurrence: Hashable, Sendable {
  /// The feature's number.
  public let feature: Int
  /// The words it is made of, counted from the title's first word on through the abstract.
  public let words: Range<Int>
  /// Its part of the feature's number in the document's row.
  public let value: Float
}

extension FeatureSpace {
  /// Returns every occurrence of every feature of a document, in the order of its blocks.
  ///
  /// - Parameter isStruckOut: The words, counted as in ``FeatureOccurrence/words``, without which the document is read:
  ///   features that they belong to are gone, and the words around them do not become neighbours.
  public func occurrences(
    of document: TextDocument, without isStruckOut: (Int) -> Bool = { _ in false }
  ) -> [FeatureOccurrence] {
    var occurrences: [FeatureOccurrence] = []
    forEachBlock(of: document) { block, words, prefix in
      var found: [(feature: UInt32, words: Range<Int>)] = []
      forEachFeature(of: words, block: block, prefix: prefix) { feature, words in
        if !words.contains(where: isStruckOut) { found.append((feature, words)) }
      }
      var row = SparseVector()
      var counts: [UInt32: Float] = [:]
      for (feature, _) in found { counts[feature, default: 0] += 1 }
      for (feature, count) in counts.sorted(by: { $0.key < $1.key }) {
        row.columns.append(feature)
        row.values.append(count)
      }
      weigh(&row, from: 0, to: block.weight)
      let values = Dictionary(uniqueKeysWithValues: zip(row.columns, row.values))
      occurrences += found.map { feature, words in
        FeatureOccurrence(
          feature: Int(feature), words: words, value: (values[feature] ?? 0) / (counts[feature] ?? 1))
      }
    }
    return occurrences
  }
}
