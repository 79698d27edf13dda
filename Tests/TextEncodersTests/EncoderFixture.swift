import Foundation
import TestSupport
import Testing

/// The tiny encoder with random weights of tools/record-encoder-fixtures.py, and what other programs make of texts.
struct EncoderFixture: Decodable {
  struct Record: Decodable, Sendable, CustomTestStringConvertible {
    let text: String
    let tokens: [Int32]
    let vector: [Float]

    var testDescription: String { text.unicodeScalars.prefix(20).map { $0.escaped(asASCII: true) }.joined() }
  }

  let texts: [Record]

  static let folder = Repository.path("Tests/EncoderFixtures")

  static func records() throws -> [Record] {
    try JSONDecoder().decode(
      EncoderFixture.self, from: Data(contentsOf: URL(filePath: "\(folder)/expected.json"))
    ).texts
  }

  /// A copy of the encoder that a test may damage.
  static func copy(in folder: TemporaryFolder) throws -> String {
    let copy = "\(folder.path)/encoder"
    try FileManager.default.copyItem(atPath: self.folder, toPath: copy)
    return copy
  }
}
