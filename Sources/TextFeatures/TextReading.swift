import Glibc
import LinearAlgebra

/// How many words a document has, and how many of them are common English ones.
public struct WordCounts: Hashable, Sendable {
  /// The words of the title.
  public var title = 0
  /// The words of the body.
  public var body = 0
  /// The stop words among those of the body.
  public var stopWordsInBody = 0
}

/// Documents as rows of features, and what else their words say.
public struct TextReadings: Sendable {
  /// One row for each document.
  public var rows: SparseMatrix
  /// One for each document.
  public var counts: [WordCounts] = []
}

extension FeatureSpace {
  /// How many documents are read at a time on one core; their memory is used again.
  public static let readingBlock = 128

  /// Reads documents on this core alone.
  ///
  /// - Parameter total: How many documents are read in all; many are worth an index of the vocabulary, which changes
  ///   nothing but the time.
  public func readings(of documents: [TextDocument], total: Int) -> TextReadings {
    guard let index = index.made(for: self, toRead: total) else { return plainReadings(of: documents) }
    var readings = TextReadings(rows: SparseMatrix(columnCount: featureCount))
    let reader = IndexedReader(self, index: index)
    for document in documents {
      let (counts, columns, values) = reader.read(document)
      readings.counts.append(counts)
      readings.rows.append(columns: columns, values: values)
    }
    return readings
  }

  /// Reads documents by the vocabulary's own table.
  func plainReadings(of documents: [TextDocument]) -> TextReadings {
    var readings = TextReadings(rows: SparseMatrix(columnCount: featureCount))
    for document in documents {
      let body = Tokenizer.words(in: document.body)
      readings.counts.append(
        WordCounts(
          title: Tokenizer.words(in: document.title).count, body: body.count,
          stopWordsInBody: (0..<body.count).count(where: body.isStopWord)))
      readings.rows.append(features(of: document))
    }
    return readings
  }
}

/// Reads one document after the other by a ``PhraseIndex``, in memory that is used again.
private final class IndexedReader {
  private let space: FeatureSpace
  private let index: PhraseIndex
  private let text = WordBuffer()
  private var numbers: [UInt32] = []
  /// How often each feature was found in a block; all 0 between blocks.
  private var counts: [UInt32]
  /// The features that were found: a bit for each, and a bit for each 64 of these.
  private var bits: [UInt64]
  private var groups: [UInt64]
  private var columns: [UInt32] = []
  private var values: [Float] = []
  /// `1 + ln n` for small `n`.
  private let sublinear: [Float] = (0..<64).map { 1 + logf(Float(max($0, 1))) }

  init(_ space: FeatureSpace, index: PhraseIndex) {
    self.space = space
    self.index = index
    counts = Array(repeating: 0, count: space.featureCount)
    bits = Array(repeating: 0, count: space.featureCount / 64 + 1)
    groups = Array(repeating: 0, count: bits.count / 64 + 1)
  }

  func read(_ document: TextDocument) -> (WordCounts, columns: [UInt32], values: [Float]) {
    text.removeAll()
    Tokenizer.append(document.title, to: text)
    var words = WordCounts(title: text.count)
    Tokenizer.append(document.body, to: text)
    words.body = text.count - words.title
    if numbers.count < text.count { numbers = Array(repeating: 0, count: text.count * 2) }
    columns.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    numbers.withUnsafeMutableBufferPointer { numbers in
      guard let start = numbers.baseAddress else { return }
      index.numbers(of: text, into: start)
      for word in words.title..<text.count where index.standing(start[word]).contains(.stopWord) {
        words.stopWordsInBody += 1
      }
      for (block, description) in space.blocks.enumerated() {
        find(
          block, phrases: description.shortestPhrase...description.longestPhrase,
          in: UnsafeBufferPointer(start: start, count: description.source == .title ? words.title : text.count))
        let first = columns.count
        collect()
        weigh(from: first, to: description.weight)
      }
    }
    return (words, columns, values)
  }

  private func find(_ block: Int, phrases: ClosedRange<Int>, in words: UnsafeBufferPointer<UInt32>) {
    counts.withUnsafeMutableBufferPointer { counts in
      bits.withUnsafeMutableBufferPointer { bits in
        groups.withUnsafeMutableBufferPointer { groups in
          index.forEachFeature(of: words, in: block, phrases: phrases) { feature in
            counts[feature] &+= 1
            bits[feature >> 6] |= 1 << UInt64(feature & 63)
            groups[feature >> 12] |= 1 << UInt64(feature >> 6 & 63)
          }
        }
      }
    }
  }

  /// Appends the features that were found, in ascending order, with their counts, and forgets them.
  private func collect() {
    for group in groups.indices where groups[group] != 0 {
      while groups[group] != 0 {
        let place = group << 6 | groups[group].trailingZeroBitCount
        while bits[place] != 0 {
          let feature = place << 6 | bits[place].trailingZeroBitCount
          columns.append(UInt32(feature))
          values.append(Float(counts[feature]))
          counts[feature] = 0
          bits[place] &= bits[place] - 1
        }
        groups[group] &= groups[group] - 1
      }
    }
  }

  /// As ``FeatureSpace/weigh(_:from:to:)`` does, to the same bits.
  private func weigh(from start: Int, to weight: Float) {
    var squares: Float = 0
    for entry in start..<columns.count {
      let count = Int(values[entry])
      let value =
        (count < sublinear.count ? sublinear[count] : 1 + logf(values[entry]))
        * space.inverseDocumentFrequencies[Int(columns[entry])]
      values[entry] = value
      squares += value * value
    }
    guard squares > 0 else { return }
    let scale = weight / squares.squareRoot()
    for entry in start..<columns.count { values[entry] *= scale }
  }
}
