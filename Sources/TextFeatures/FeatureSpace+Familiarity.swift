import Glibc

extension FeatureSpace {
  /// The weight for rareness of a feature that stands in so many of the documents counted.
  public static func rareness(standingIn documents: Int, of total: Int) -> Float {
    1 + Float(log(Double(1 + total) / Double(1 + documents)))
  }

  /// Returns the share of a document's words that are known well: those not rarer than a given word. Words that say
  /// nothing of a subject are not counted.
  ///
  /// - Parameter rarestKnown: The weight for rareness that a known word has at most.
  /// - Returns: `nil` if the document has no such word, or the space no single words.
  public func shareOfKnownWords(in document: TextDocument, rarestKnown: Float) -> Double? {
    var share: Double?
    forEachBlock(of: document) { block, words, prefix in
      guard share == nil, block.source == .text, block.shortestPhrase == 1 else { return }
      let counted = (0..<words.count).count { !words.isCommon($0) }
      guard counted > 0 else { return }
      var known = 0
      forEachFeature(of: words, block: block, prefix: prefix) { feature, phrase in
        guard phrase.count == 1, inverseDocumentFrequencies[Int(feature)] <= rarestKnown else { return }
        known += words.isCommon(phrase.lowerBound) ? 0 : 1
      }
      share = Double(known) / Double(counted)
    }
    return share
  }
}
