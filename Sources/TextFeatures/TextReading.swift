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
    index.withReader(for: self, toRead: total) { reader in
      var readings = TextReadings(rows: SparseMatrix(columnCount: featureCount))
      readings.counts.reserveCapacity(documents.count)
      for document in documents { readings.counts.append(reader.read(document, into: &readings.rows)) }
      return readings
    } ?? plainReadings(of: documents)
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
