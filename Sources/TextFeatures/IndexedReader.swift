import LinearAlgebra

/// Reads one document after the other by a ``PhraseIndex``, in memory that is used again.
///
/// Each step goes over the whole document, with few branches that the text would make the processor mispredict: words,
/// their numbers, phrases of one length after the other, and then each block's features.
final class IndexedReader: @unchecked Sendable {
  // Unchecked: one thread at a time has it.
  private let blocks: [FeatureBlock]
  private let index: PhraseIndex
  private let text = WordBuffer()
  private let phrases: PhraseList
  private let tally: FeatureTally

  init(_ space: FeatureSpace, index: PhraseIndex) {
    blocks = space.blocks
    self.index = index
    tally = FeatureTally(space.inverseDocumentFrequencies)
    phrases = PhraseList(longest: max(space.blocks.map(\.longestPhrase).max() ?? 1, 1))
  }

  /// Appends a document's row and counts its words.
  func read(_ document: TextDocument, into rows: inout SparseMatrix) -> WordCounts {
    text.removeAll()
    Tokenizer.append(document.title, to: text)
    var words = WordCounts(title: text.count)
    Tokenizer.append(document.body, to: text)
    words.body = text.count - words.title
    phrases.removeAll(wordCount: text.count)
    index.find(in: text, into: phrases)
    words.stopWordsInBody = index.stopWordCount(of: phrases.words + words.title, count: words.body)
    tally.removeAll(upTo: text.count * phrases.longest * blocks.count)
    for (block, description) in blocks.enumerated() {
      for length in description.shortestPhrase...description.longestPhrase {
        let found = description.source == .title ? phrases.within(words.title, length: length) : phrases.all(length)
        index.add(found, in: block, to: tally)
      }
      tally.closeBlock(weight: description.weight)
    }
    rows.append(columns: tally.columns, values: tally.values)
    return words
  }
}
