import Testing

@testable import TextFeatures

struct TextReadingTests {
  private static let longWord = "pneumonoultramicroscopicsilicovolcanoconiosis"
  private static let vocabularyTexts = [
    "Sparse networks are sparse; networks of networks of the many",
    "na\u{ef}ve e\u{fb03}cient x y 4 internationalisation",
    "serving large language models at scale \(longWord) systems", "a b c a b c of the of the",
  ]

  private func space(_ blocks: [FeatureBlock]) -> FeatureSpace {
    var counter = FeatureCounter(blocks: blocks)
    for text in Self.vocabularyTexts {
      counter.count(TextDocument(title: String(text.prefix(30)), body: text), as: .labelled)
    }
    return counter.featureSpace(minimum: 1, minimumOfAll: 1)
  }

  @Test(arguments: [1...1, 1...2, 2...2, 1...3, 3...4])
  func `reading with an index gives the same bits as reading without`(phrases: ClosedRange<Int>) {
    let space = space(
      FeatureBlock.standard + [
        FeatureBlock(name: "more", source: .text, phrases: phrases, commonWords: .dropped, weight: 0.3)
      ])
    let unknown = [
      "unknown words, NETWORKS of \(Self.longWord.uppercased())s \(Self.longWord)", "", "  ", "the \u{2019} of x-y",
      String(repeating: "sparse networks ", count: 500),
    ]
    let texts = Self.vocabularyTexts + unknown
    let documents = texts.indices.flatMap { title in
      texts.map { TextDocument(title: texts[title], body: $0) }
    }
    let plain = space.plainReadings(of: documents)
    let indexed = space.readings(of: documents, total: 1_000)
    #expect(indexed.rows == plain.rows)
    #expect(indexed.counts == plain.counts)
    #expect(plain.rows.values.count > 500)
  }

  @Test func `stop words are counted in the body alone`() {
    let counts = space(FeatureBlock.standard)
      .plainReadings(of: [TextDocument(title: "The end", body: "This is of no use, x.")]).counts
    #expect(counts == [WordCounts(title: 2, body: 6, stopWordsInBody: 4)])
  }
}
