import LinearAlgebra
import TextEncoders
import TextFeatures

/// A sentence encoder as models use it: it reads title and abstract as one text.
public struct DocumentEncoder: Sendable {
  private let encoder: SentenceEncoder
  /// Documents that were encoded before, and the rows of `vectors` where they are.
  private var rows: [TextDocument: Int] = [:]
  private var vectors: Matrix

  /// Opens an encoder's folder.
  ///
  /// - Throws: `EncoderError` with the file's path, what was seen and what was expected.
  public init(folder: String) throws(EncoderError) {
    encoder = try SentenceEncoder(folder: folder)
    vectors = Matrix(rowCount: 0, columnCount: encoder.width)
  }

  /// By what a model knows the encoder again.
  var reference: EncoderReference {
    EncoderReference(name: encoder.name, sha256: encoder.weightsHash, width: encoder.width)
  }

  /// Returns the same encoder with the vectors of some documents kept, so that models trained and judged on the same
  /// papers encode each of them once.
  ///
  /// - Parameter onPart: Called after each of ``partCount(of:)`` parts of the documents.
  public func remembering(_ documents: [TextDocument], onPart: () -> Void = {}) -> DocumentEncoder {
    var result = self
    for part in ParallelBlocks.ranges(of: documents.count, size: Self.partSize) {
      let found = vectors(of: part.map { documents[$0] })
      for row in 0..<found.rowCount { result.rows[documents[part.lowerBound + row]] = result.vectors.rowCount + row }
      result.vectors = Matrix(
        rowCount: result.vectors.rowCount + found.rowCount, columnCount: encoder.width,
        elements: result.vectors.elements + found.elements)
      onPart()
    }
    return result
  }

  /// In how many parts documents are encoded.
  public static func partCount(of documents: Int) -> Int { (documents + partSize - 1) / partSize }

  /// Some seconds' work.
  private static let partSize = 256

  /// Returns the documents' vectors, shape `[documents, width]`.
  func embeddings(of documents: [TextDocument]) -> Matrix {
    var result = Matrix(rowCount: documents.count, columnCount: encoder.width)
    let unknown = documents.indices.filter { rows[documents[$0]] == nil }
    let found = vectors(of: unknown.map { documents[$0] })
    var next = 0
    for (index, document) in documents.enumerated() {
      let vector: ArraySlice<Float>
      if let row = rows[document] {
        vector = vectors.row(row)
      } else {
        vector = found.row(next)
        next += 1
      }
      result.elements.replaceSubrange(index * encoder.width..<(index + 1) * encoder.width, with: vector)
    }
    return result
  }

  /// One text after the other on each core, though like ones together would be 3% faster (DECISIONS.md):
  /// so no paper's answer depends on the others of a batch.
  private func vectors(of documents: [TextDocument]) -> Matrix {
    encoder.embeddings(of: documents.map(Self.text), tokensAtOnce: 1)
  }

  private static func text(of document: TextDocument) -> String {
    [document.title, document.body].filter { !$0.isEmpty }.joined(separator: ". ")
  }
}

/// By what a model knows its encoder again.
struct EncoderReference: Hashable, Sendable, Codable {
  /// The encoder's name.
  var name: String
  /// The SHA-256 of its weights, in hexadecimal.
  var sha256: String
  /// The number of components of its vectors.
  var width: Int
}

/// What a model makes of an encoder's vectors.
struct EncoderPart: Sendable {
  let encoder: DocumentEncoder
  /// Shape `[components, labels]`.
  let weights: Matrix

  /// What the encoder adds to the labels' log odds for each document, shape `[documents, labels]`.
  func logits(for documents: [TextDocument]) -> Matrix { encoder.embeddings(of: documents).times(weights) }
}
