import LinearAlgebra

/// Counts in how many documents each feature stands, and makes a ``FeatureSpace`` of those worth keeping.
public struct FeatureCounter {
  /// What a document is counted as.
  public enum Kind: Sendable {
    /// One with labels: its terms can get weights.
    case labelled
    /// One without: it tells only how rare terms are, and how they go together.
    case unlabelled
  }

  private struct Counts {
    var all: UInt32 = 0
    var labelled: UInt32 = 0
  }

  private let blocks: [FeatureBlock]
  private var counts: [[[UInt8]: Counts]]
  private var documentCount = 0

  /// Begins to count.
  public init(blocks: [FeatureBlock]) {
    self.blocks = blocks
    counts = Array(repeating: [:], count: blocks.count)
  }

  /// Counts one document.
  public mutating func count(_ document: TextDocument, as kind: Kind) {
    documentCount += 1
    let buffer = WordBuffer()
    Tokenizer.append(document.title, to: buffer)
    let title = Words(buffer)
    Tokenizer.append(document.body, to: buffer)
    let text = Words(buffer)
    for (index, block) in blocks.enumerated() {
      for name in names(in: block.source == .title ? title : text, block: block) {
        counts[index][name, default: Counts()].all += 1
        if kind == .labelled { counts[index][name, default: Counts()].labelled += 1 }
      }
    }
  }

  /// Returns the space of the features that stand in at least `minimum` labelled documents, or in enough documents of
  /// any kind; the most frequent first, equals in the bytewise order of their names.
  ///
  /// - Parameter minimumOfAll: How many documents make a term worth keeping that labels say nothing of.
  public func featureSpace(minimum: Int, minimumOfAll: Int) -> FeatureSpace {
    var kept: [(name: String, count: UInt32)] = []
    for (index, block) in blocks.enumerated() {
      for (name, counts) in counts[index]
      where counts.labelled >= minimum || (block.source == .text && counts.all >= minimumOfAll) {
        kept.append((block.name + ":" + String(decoding: name, as: UTF8.self), counts.all))
      }
    }
    kept.sort {
      $0.count != $1.count ? $0.count > $1.count : Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8)
    }
    let rareness = kept.map { FeatureSpace.rareness(standingIn: Int($0.count), of: documentCount) }
    guard
      let space = FeatureSpace(
        blocks: blocks, vocabulary: Vocabulary(kept.map(\.name)),
        inverseDocumentFrequencies: SharedBuffer(rareness))
    else { preconditionFailure("A feature space needs at least one block.") }
    return space
  }

  private func names(in words: Words, block: FeatureBlock) -> Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    let isCommon = (0..<words.count).map(words.isCommon)
    for length in block.shortestPhrase...block.longestPhrase where words.count >= length {
      for first in 0...(words.count - length) {
        let phrase = first..<(first + length)
        if block.commonWords == .dropped, phrase.allSatisfy({ isCommon[$0] }) { continue }
        names.insert(Array(words.bytes[words.phrase(phrase)]))
      }
    }
    return names
  }
}
