import Testing

@testable import TextFeatures

struct WordPlacesTests {
  @Test(arguments: [
    "State-of-the-art LLMs (GPT-4, V100)", "e\u{fb03}cient \u{210b}\u{bd} na\u{ef}ve nai\u{308}ve",
    "a\u{200b}b caf\u{e9}\u{2014}bar",
    "\u{130}stanbul \u{2163} \u{b2}", "\u{6df1}\u{5ea6}\u{5b66}\u{4e60} for \u{ff27}\u{ff30}\u{ff35}s",
    "\u{1f469}\u{200d}\u{1f4bb} \u{301}x y\u{301}\u{302}", "",
    "\u{1112}\u{1161}\u{11ab} \u{915}\u{94d}\u{937}", "\r\n a\u{a0}b \r\n",
  ])
  func `each word has a place, in order, and there it is read`(text: String) {
    let words = Tokenizer.words(in: text)
    let places = Tokenizer.places(of: text)
    #expect(places.count == words.count)
    let bytes = Array(text.utf8)
    for (index, place) in places.enumerated() {
      let there = Tokenizer.words(in: String(decoding: bytes[place], as: UTF8.self))
      #expect((0..<there.count).map { there[$0] }.contains(words[index]))
    }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound })
  }

  @Test func `a place is the word's own bytes`() {
    #expect(Tokenizer.places(of: "Na\u{ef}ve (GPT-4)") == [0..<6, 8..<11, 12..<13])
  }

  @Test func `a row is the sum of its occurrences`() {
    let document = TextDocument(title: "Sparse networks", body: "Sparse networks are sparse; networks of networks.")
    var counter = FeatureCounter(blocks: FeatureBlock.standard)
    counter.count(document, as: .labelled)
    let space = counter.featureSpace(minimum: 1, minimumOfAll: 1)
    var sums: [Int: Float] = [:]
    for occurrence in space.occurrences(of: document) { sums[occurrence.feature, default: 0] += occurrence.value }
    let row = space.features(of: document)
    #expect(sums.count == row.columns.count)
    for (column, value) in zip(row.columns, row.values) { #expect(abs((sums[Int(column)] ?? 0) - value) < 1e-6) }
  }
}
