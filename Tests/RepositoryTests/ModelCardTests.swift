import Foundation
import TestSupport
import Testing

/// Holds the shipped model to its card, so that no figures are printed over another model.
struct ModelCardTests {
  private struct Configuration: Decodable {
    struct Training: Decodable {
      let calibratedOn: String
      let labelledPapers: Int
      let unlabelledPapers: Int
    }
    let training: Training
  }

  @Test func `the card and the annotations count the papers that the model was trained on`() throws {
    let folder = Repository.path("models/aimlsystems-2023")
    let card = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let training = try decoder.decode(
      Configuration.self, from: Data(contentsOf: URL(filePath: folder + "/config.json"))
    ).training
    let annotated = try Self.lineCount("corpora/annotations/aimlsystems-2023.ndjson")
    let invented = try Self.lineCount("corpora/annotations/invented-papers.ndjson")
    let teaching = annotated + invented
    #expect(training.calibratedOn.hasSuffix("; \(teaching) more only taught"))
    #expect(card.contains("- \(Self.grouped(annotated)) more papers"))
    #expect(card.contains("- \(Self.grouped(invented)) invented papers"))
    #expect(card.contains("- \(Self.grouped(training.labelledPapers - teaching)) papers with labels"))
    #expect(card.contains("- \(Self.grouped(training.unlabelledPapers)) more titles and abstracts without labels"))
  }

  private static func lineCount(_ path: String) throws -> Int {
    try String(contentsOfFile: Repository.path(path), encoding: .utf8).split(separator: "\n").count
  }

  /// `2,178`.
  private static func grouped(_ number: Int) -> String {
    number < 1000 ? "\(number)" : "\(number / 1000)," + String(format: "%03d", number % 1000)
  }
}
