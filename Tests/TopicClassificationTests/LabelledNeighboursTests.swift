import Testing

@testable import TopicClassification

struct LabelledNeighboursTests {
  @Test func `the nearest papers come first, with their labels and without the paper itself`() throws {
    let classifier = TopicClassifier(model: try TinyCorpus.model(), venue: TinyCorpus.venue)
    let neighbours = LabelledNeighbours(try TinyCorpus.corpus(), for: classifier)
    let nearest = neighbours.nearest(to: TinyCorpus.input(6), id: "6", count: 5)
    #expect(nearest.count == 5)
    #expect(!nearest.map(\.id).contains("6"))
    for neighbour in nearest {
      let index = try #require(Int(neighbour.id))
      #expect(neighbour.topics.contains("pruning") == TinyCorpus.hasPruning(index))
      #expect(neighbour.groups == (TinyCorpus.hasPruning(index) ? ["small"] : []))
    }
    #expect(nearest.map(\.similarity) == nearest.map(\.similarity).sorted(by: >))
    let itself = neighbours.nearest(to: TinyCorpus.input(6), id: "another", count: 1)
    #expect(itself[0].id == "6")
    // Single precision.
    #expect(abs(itself[0].similarity.rawValue - 1) < 1e-5)
  }

  @Test func `a paper with no known word has no neighbour`() throws {
    let classifier = TopicClassifier(model: try TinyCorpus.model(), venue: TinyCorpus.venue)
    let neighbours = LabelledNeighbours(try TinyCorpus.corpus(), for: classifier)
    let nearest = neighbours.nearest(to: ClassifierInput(title: "Zzqx", abstract: nil), id: "z", count: 5)
    #expect(nearest.isEmpty)
  }
}
