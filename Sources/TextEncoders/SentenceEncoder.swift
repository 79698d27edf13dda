import Crypto
import Foundation
import LinearAlgebra

/// An encoder that turns a text into a vector of length 1: a BERT of sentence-transformers, such as all-MiniLM-L6-v2.
///
/// Texts with like meaning have vectors with a high scalar product. Only the first tokens of a text are read, 256 in
/// all-MiniLM-L6-v2.
public struct SentenceEncoder: Sendable {
  private let configuration: EncoderConfiguration
  private let tokenizer: WordPieceTokenizer
  private let weights: EncoderWeights
  /// The SHA-256 of the file of weights, in hexadecimal, by which the encoder is known again.
  public let weightsHash: String

  /// Opens an encoder's folder, with `config.json`, `tokenizer.json` and `model.safetensors`; the weights stay in the
  /// file.
  ///
  /// - Throws: ``EncoderError`` with the file's path, what was seen and what was expected.
  public init(folder: String) throws(EncoderError) {
    configuration = try EncoderConfiguration(folder: folder)
    tokenizer = try WordPieceFile.read("\(folder)/tokenizer.json", vocabularySize: configuration.vocabularySize)
    guard tokenizer.frame.before.count + tokenizer.frame.after.count < configuration.longestText else {
      throw .damaged(path: "\(folder)/tokenizer.json", what: "the tokens that frame a text leave no room for it")
    }
    let path = "\(folder)/model.safetensors"
    weights = try EncoderWeights(path: path, configuration: configuration)
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
      throw .cannotOpen(path: path)
    }
    weightsHash = SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
  }

  /// The encoder's name, such as `MiniLM-L6-H384-uncased`.
  public var name: String { configuration.name }

  /// The number of components of a vector.
  public var width: Int { configuration.width }

  /// Returns a text's tokens as the encoder reads them, with those that frame it.
  public func tokens(of text: String) -> [Int32] { tokenizer.tokens(of: text, limit: configuration.longestText) }

  /// About how many tokens go through the encoder at once on a core.
  private static let tokensAtOnce = 1024

  /// Returns the vectors of texts, shape `[texts, width]`, in the same order; batches run on all cores.
  ///
  /// Texts of like length go through together, so which texts are given moves a vector by rounding, some 1e-7; the
  /// number of threads changes no bit.
  public func embeddings(of texts: [String]) -> Matrix { embeddings(of: texts, tokensAtOnce: Self.tokensAtOnce) }

  package func embeddings(of texts: [String], tokensAtOnce: Int) -> Matrix {
    let blocks = ParallelBlocks.ranges(of: texts.count, size: 64)
    let sequences = ParallelBlocks.map(blocks.count) { index in blocks[index].map { tokens(of: texts[$0]) } }
      .flatMap(\.self)
    // The longest first, so that the last batches, in which a core may wait for the other, are short.
    let order = sequences.indices.sorted { (-sequences[$0].count, $0) < (-sequences[$1].count, $1) }
    let batches = Self.batches(of: order, lengths: sequences.map(\.count), tokensAtOnce: tokensAtOnce)
    let parts = ParallelBlocks.map(batches.count) { index in
      ForwardPass(batches[index].map { sequences[$0] }, configuration: configuration, weights: weights).embeddings()
    }
    var result = Matrix(rowCount: texts.count, columnCount: width)
    for (batch, part) in zip(batches, parts) {
      for (place, text) in batch.enumerated() {
        result.elements.replaceSubrange(
          text * width..<(text + 1) * width, with: part[place * width..<(place + 1) * width])
      }
    }
    return result
  }

  private static func batches(of order: [Int], lengths: [Int], tokensAtOnce: Int) -> [[Int]] {
    var batches: [[Int]] = []
    var room = 0
    for text in order {
      if lengths[text] > room || batches.isEmpty {
        batches.append([])
        room = tokensAtOnce
      }
      batches[batches.count - 1].append(text)
      room -= lengths[text]
    }
    return batches
  }
}
