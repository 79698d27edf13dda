import LinearAlgebra
import Testing

@testable import TextFeatures

struct FeatureSpaceTests {
  private let documents = [
    "Deep learning systems for deep networks", "Serving large language models", "Learning to schedule clusters",
    "Networks of clusters: a survey",
  ].map { TextDocument(title: "", body: $0) }

  private func space(phrases: ClosedRange<Int> = 1...1) -> FeatureSpace {
    let block = FeatureBlock(name: "word", source: .text, phrases: phrases, commonWords: .dropped, weight: 1)
    var counter = FeatureCounter(blocks: [block])
    for document in documents { counter.count(document, as: .labelled) }
    return counter.featureSpace(minimum: 1, minimumOfAll: 1)
  }

  /// scikit-learn 1.9.1, `TfidfVectorizer(sublinear_tf=True)` over the same words.
  @Test func `weights are those of scikit-learn's sublinear TF-IDF`() throws {
    let space = space()
    let row = space.features(of: documents[0])
    let expected: [String: Float] = [
      "word:deep": 0.74900915, "word:learning": 0.348775, "word:networks": 0.348775, "word:systems": 0.44237687,
    ]
    #expect(row.columns.count == expected.count)
    for (name, value) in expected {
      let feature = try #require(space.vocabulary.feature(name))
      let entry = try #require(row.columns.firstIndex(of: UInt32(feature)))
      // Single precision against scikit-learn's double.
      #expect(abs(row.values[entry] - value) < 1e-6)
    }
  }

  @Test func `a phrase of common words alone is no feature`() {
    let space = space(phrases: 1...2)
    #expect(space.vocabulary.feature("word:of") == nil)
    #expect(space.vocabulary.feature("word:to schedule") != nil)
    #expect(space.vocabulary.feature("word:a") == nil)
  }

  @Test func `a document without known words has an empty row`() {
    #expect(space().features(of: TextDocument(title: "", body: "zebra")).columns.isEmpty)
  }

  @Test func `many documents give the rows of each alone`() {
    let space = space()
    let many = (0..<300).map { documents[$0 % documents.count] }
    let matrix = space.features(of: many)
    for row in many.indices { #expect(matrix[row] == space.features(of: many[row])) }
  }
}
