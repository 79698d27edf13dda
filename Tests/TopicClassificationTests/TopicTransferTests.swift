import Papers
import TextFeatures
import Venues
import Testing

@testable import TopicClassification

struct TopicTransferTests {
  private let base: TopicModel

  init() throws { base = try TinyCorpus.model() }

  private let document = ClassifierInput(
    title: "Sparse networks", abstract: "pruning weights makes sparse networks small with care on four machines")

  // Sums of another number of columns are added in another order: equal in the six decimals that are written.
  @Test func `a topic that the model knows by name keeps its head, whatever its id`() throws {
    let venue = Venue(
      name: "Other", topics: [Topic(id: "x", name: "Privacy"), Topic(id: "y", name: "Pruning of models")])
    let result = try TopicTransfer(base: base, venue: venue).model()
    #expect(result.origins == [.sameName("Privacy"), .sameName("Pruning of models")])
    let old = TopicClassifier(model: base, venue: TinyCorpus.venue).predictions(for: [document])[0]
    let new = TopicClassifier(model: result.model, venue: venue).predictions(for: [document])[0]
    #expect(new.topics.map(\.probability.rounded) == old.topics.map(\.probability.rounded).reversed())
    #expect(new.scope.verdict == old.scope.verdict)
  }

  @Test func `a new topic finds papers by its words, without one labelled paper`() throws {
    let venue = Venue(
      name: "Other",
      topics: [Topic(id: "records", name: "Records", description: "differential privacy for training records")])
    let result = try TopicTransfer(base: base, venue: venue).model()
    #expect(result.origins == [.words])
    let inputs = (0..<80).map { index in
      ClassifierInput(title: TinyCorpus.document(index).title, abstract: TinyCorpus.document(index).body)
    }
    let predictions = TopicClassifier(model: result.model, venue: venue).predictions(for: inputs)
    func mean(_ indices: [Int]) -> Double {
      indices.reduce(0) { $0 + predictions[$1].topics[0].probability.rawValue } / Double(indices.count)
    }
    let (with, without) = ((0..<80).filter(TinyCorpus.hasPrivacy), (0..<80).filter { !TinyCorpus.hasPrivacy($0) })
    #expect(mean(with) > mean(without))
    // Whether a paper is on any topic is not known, so none without a tag escapes a person.
    #expect(predictions.allSatisfy { $0.primary != nil || $0.needsReview })
  }

  @Test func `labelled papers sharpen a new topic`() throws {
    let venue = Venue(name: "Other", topics: [Topic(id: "new", name: "An unheard-of thing")])
    var corpus = LabelledCorpus(venue: venue)
    for index in 0..<24 {
      try corpus.add(
        id: "\(index)", document: TinyCorpus.document(index), topics: TinyCorpus.hasPrivacy(index) ? ["new"] : [],
        groups: [])
    }
    let result = try TopicTransfer(base: base, venue: venue).model(labelled: corpus)
    #expect(result.origins == [.papers(8)])
    let inputs = (30..<60).map { index in
      ClassifierInput(title: TinyCorpus.document(index).title, abstract: TinyCorpus.document(index).body)
    }
    let predictions = TopicClassifier(model: result.model, venue: venue).predictions(for: inputs)
    for (index, prediction) in zip(30..<60, predictions) {
      #expect((prediction.topics[0].probability.rawValue > 0.5) == TinyCorpus.hasPrivacy(index))
    }
  }

  @Test func `one labelled paper is too few to learn from`() throws {
    let venue = Venue(name: "Other", topics: [Topic(id: "new", name: "Records")])
    var corpus = LabelledCorpus(venue: venue)
    try corpus.add(id: "1", document: TinyCorpus.document(0), topics: ["new"], groups: [])
    #expect(try TopicTransfer(base: base, venue: venue).model(labelled: corpus).origins == [.words])
  }

  @Test func `words in another order are not the same topic`() {
    let names = ["Systems for machine learning", "Machine learning for systems", "Systems for machine-learning!"]
    var counter = FeatureCounter(blocks: FeatureBlock.standard)
    for name in names { counter.count(TextDocument(title: name, body: ""), as: .labelled) }
    let space = counter.featureSpace(minimum: 1, minimumOfAll: 1)
    let texts = TopicTexts(
      names.map { TopicText(name: $0) }, space: space, embedding: base.embedding)
    #expect(TopicTexts.similarity(texts.plainWords[0], texts.plainWords[1]) < TopicTransfer.sameWordsFrom)
    #expect(TopicTexts.similarity(texts.plainWords[0], texts.plainWords[2]) > 0.999)
  }

  @Test func `a critique names topics that overlap, topics without papers and papers without a topic`() throws {
    let venue = Venue(
      name: "Other",
      topics: [
        Topic(id: "pruning", name: "Pruning of models"), Topic(id: "again", name: "Pruning: of models"),
        Topic(id: "privacy", name: "Privacy"), Topic(id: "poetry", name: "Poetry"),
      ])
    let documents = (0..<80).map { (id: "p\($0)", document: TinyCorpus.document($0)) }
    let critique = VenueCritique(
      venue: venue, transfer: try TopicTransfer(base: base, venue: venue).model(), documents: documents)
    #expect(critique.papers == 80)
    #expect(critique.overlaps.contains { Set([$0.smaller, $0.larger]) == ["pruning", "again"] && $0.share == 1 })
    #expect(critique.empty == ["poetry"])
    #expect(critique.topics.map(\.isRough) == [false, false, false, true])
    let neither = Set((0..<80).filter { !TinyCorpus.hasPruning($0) && !TinyCorpus.hasPrivacy($0) }.map { "p\($0)" })
    #expect(Set(critique.strays.map(\.id)) == neither)
  }
}
