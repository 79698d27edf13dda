import Glibc
import LinearAlgebra

/// Turns documents into rows of numbers: sublinear TF-IDF of words and phrases, in blocks.
///
/// A feature that stands `n` times in its block's part of a document has `(1 + ln n) * idf`; the block's row is then
/// scaled to the block's weight. `idf = 1 + ln((1 + N) / (1 + df))`, scikit-learn's smoothed form.
public struct FeatureSpace: Sendable {
  /// The kinds of features.
  public let blocks: [FeatureBlock]
  /// The names of features.
  public let vocabulary: Vocabulary
  /// The weight of each feature for its rareness.
  public let inverseDocumentFrequencies: SharedBuffer<Float>
  let index = IndexOnDemand()

  /// Puts the parts together; `nil` if there is not one weight for each name.
  public init?(blocks: [FeatureBlock], vocabulary: Vocabulary, inverseDocumentFrequencies: SharedBuffer<Float>) {
    guard vocabulary.count == inverseDocumentFrequencies.count, !blocks.isEmpty else { return nil }
    self.blocks = blocks
    self.vocabulary = vocabulary
    self.inverseDocumentFrequencies = inverseDocumentFrequencies
  }

  /// The number of features.
  public var featureCount: Int { vocabulary.count }

  /// Returns the row of one document: block after block, features in the order in which they are first found, shorter
  /// phrases first.
  public func features(of document: TextDocument) -> SparseVector {
    var row = SparseVector()
    forEachBlock(of: document) { block, words, prefix in
      let start = row.columns.count
      var entries: [UInt32: Int] = [:]
      forEachFeature(of: words, block: block, prefix: prefix) { feature, _ in
        if let entry = entries[feature] {
          row.values[entry] += 1
        } else {
          entries[feature] = row.columns.count
          row.columns.append(feature)
          row.values.append(1)
        }
      }
      weigh(&row, from: start, to: block.weight)
    }
    return row
  }

  /// Returns the rows of many documents, in order, on all cores.
  public func features(of documents: [TextDocument]) -> SparseMatrix {
    var matrix = SparseMatrix(columnCount: featureCount)
    let blocks = ParallelBlocks.ranges(of: documents.count, size: Self.readingBlock)
    let parts = ParallelBlocks.map(blocks.count) { index in
      readings(of: Array(documents[blocks[index]]), total: documents.count).rows
    }
    for part in parts { matrix.append(rowsOf: part) }
    return matrix
  }

  /// Calls `body` with each feature of a block and the words it is made of, once for each place where it stands.
  func forEachFeature(
    of words: Words, block: FeatureBlock, prefix: [UInt8], _ body: (UInt32, Range<Int>) -> Void
  ) {
    words.bytes.withUnsafeBufferPointer { bytes in
      for length in block.shortestPhrase...block.longestPhrase where words.count >= length {
        for first in 0...(words.count - length) {
          let phrase = first..<(first + length)
          let key = UnsafeBufferPointer(rebasing: bytes[words.phrase(phrase)])
          if let feature = vocabulary.feature(prefix: prefix, key: key) { body(UInt32(feature), phrase) }
        }
      }
    }
  }

  func weigh(_ row: inout SparseVector, from start: Int, to weight: Float) {
    var squares: Float = 0
    for entry in start..<row.columns.count {
      row.values[entry] = (1 + logf(row.values[entry])) * inverseDocumentFrequencies[Int(row.columns[entry])]
      squares += row.values[entry] * row.values[entry]
    }
    guard squares > 0 else { return }
    let scale = weight / squares.squareRoot()
    for entry in start..<row.columns.count { row.values[entry] *= scale }
  }

  func forEachBlock(of document: TextDocument, _ body: (FeatureBlock, Words, [UInt8]) -> Void) {
    let buffer = WordBuffer()
    Tokenizer.append(document.title, to: buffer)
    let title = Words(buffer)
    Tokenizer.append(document.body, to: buffer)
    let text = Words(buffer)
    for block in blocks {
      body(block, block.source == .title ? title : text, Array("\(block.name):".utf8))
    }
  }
}
