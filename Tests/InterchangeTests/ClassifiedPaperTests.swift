import Foundation
import Interchange
import Papers
import Testing

/// Rows written by bytes against the same rows from `JSONEncoder`.
struct ClassifiedPaperTests {
  private struct Reference: Encodable {
    let id: String
    let prediction: TopicPrediction

    private enum CodingKeys: String, CodingKey { case id }

    func encode(to encoder: any Encoder) throws {
      try prediction.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
    }
  }

  private static let ids =
    ["", "a/b", "\"quoted\" \\ back", "\u{e9}\u{4e2d}\u{1f600}e\u{301}", "\u{7f}\u{2028}", "[]{}:,"]
    + (0..<0x20).map { "x\(Character(Unicode.Scalar(UInt8($0))))y" }

  private func expectEqual(_ id: String, _ prediction: TopicPrediction) throws {
    var json = JSONBytes()
    ClassifiedPaper(id: id, prediction: prediction).append(to: &json)
    #expect(Data(json.bytes) == (try ContractJSON.line(Reference(id: id, prediction: prediction))))
  }

  @Test func `every kind of row has the bytes that JSONEncoder gives`() throws {
    var generator = SystemRandomNumberGenerator()
    let verdicts: [Scope.Verdict] = [.inScope, .doubtful, .outOfScope]
    for row in 0..<400 {
      func scores(_ count: Int) -> [LabelScore] {
        (0..<count).map { index in
          let size = Double.random(in: 0...1, using: &generator)
          // Small ones too, some rounded to nothing.
          let probability = [size, size * 1e-3, size * 1e-4, size * 1e-6, 0, 1, 1 - size * 1e-6][(row + index) % 7]
          return LabelScore(
            id: Self.ids[(row + index) % Self.ids.count], probability: Probability(probability),
            assigned: (row + index) % 3 == 0)
        }
      }
      let reasons = ReviewReason.allCases.filter { _ in row % 2 == 0 && Bool.random(using: &generator) }
      let scope = Scope(
        verdict: verdicts[row % 3], probability: Probability(Double.random(in: 0...1, using: &generator)))
      try expectEqual(
        Self.ids[row % Self.ids.count],
        TopicPrediction(topics: scores(row % 5), groups: scores(row % 3), scope: scope, reviewReasons: reasons))
    }
  }

  @Test func `every probability of six decimals is written as Swift describes it`() throws {
    func text(_ probability: Probability) -> String {
      let scope = Scope(verdict: .doubtful, probability: probability)
      var json = JSONBytes()
      ClassifiedPaper(id: "", prediction: TopicPrediction(topics: [], groups: [], scope: scope, reviewReasons: []))
        .append(to: &json)
      let row = String(decoding: json.bytes, as: UTF8.self)
      return String(row.split(separator: "\"scope\":{\"probability\":")[1].prefix { $0 != "," })
    }
    #expect(text(Probability(0)) == "0")
    #expect(text(Probability(1)) == "1")
    for millionths in Array(1..<2_000) + Array(stride(from: 2_000, to: 1_000_000, by: 997)) + [999_999] {
      let probability = Probability(Double(millionths) / 1e6)
      #expect(text(probability) == "\(probability.rounded)")
    }
  }
}
