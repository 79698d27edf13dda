import Foundation
import TextEncoders

/// The time that an encoder takes, and what it gives, so that a script can hold both against another program's.
enum EncoderTiming {
  /// Encodes a JSON list of texts; the vectors are written to a file as they lie in memory, row after row.
  ///
  /// - Parameter arguments: The encoder's folder, the file of texts, the file for the vectors, and the number of tokens
  ///   that go through at once on a core.
  static func vectors(_ arguments: [String]) throws -> [String: Any] {
    let texts = try texts(arguments[1])
    let opening = ContinuousClock.now
    let encoder = try SentenceEncoder(folder: arguments[0])
    let start = ContinuousClock.now
    let vectors = encoder.embeddings(
      of: texts, tokensAtOnce: arguments.count > 3 ? Int(arguments[3]) ?? 1024 : 1024)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if arguments.count > 2 {
      try vectors.elements.withUnsafeBytes { try Data($0).write(to: URL(filePath: arguments[2])) }
    }
    return [
      "seconds": seconds, "opening": (start - opening) / .seconds(1), "texts": texts.count,
      "width": encoder.width, "name": encoder.name, "sha256": encoder.weightsHash,
    ]
  }

  /// Cuts a JSON list of texts into tokens.
  static func tokens(_ arguments: [String]) throws -> [String: Any] {
    let encoder = try SentenceEncoder(folder: arguments[0])
    return ["tokens": try texts(arguments[1]).map { encoder.tokens(of: $0).map(Int.init) }]
  }

  private static func texts(_ path: String) throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(contentsOf: URL(filePath: path)))
  }
}
