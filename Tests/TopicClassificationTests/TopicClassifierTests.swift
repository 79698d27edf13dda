import Papers
import Synchronization
import Testing
import Venues

@testable import TopicClassification

struct TopicClassifierTests {
  private let model: TopicModel
  private let classifier: TopicClassifier

  init() throws {
    model = try TinyCorpus.model()
    classifier = TopicClassifier(model: model, venue: TinyCorpus.venue)
  }

  @Test func `papers get the topics they are about`() {
    for (index, prediction) in classifier.predictions(for: (0..<12).map(TinyCorpus.input)).enumerated() {
      #expect(
        prediction.topics.map(\.assigned) == [TinyCorpus.hasPruning(index), TinyCorpus.hasPrivacy(index)])
      #expect(prediction.groups.map(\.id) == ["small"])
    }
  }

  @Test func `neither the batch nor its order changes an answer`() {
    let inputs = (0..<70).map(TinyCorpus.input)
    let alone = inputs.map { classifier.predictions(for: [$0])[0] }
    let (together, backwards) = (classifier.predictions(for: inputs), classifier.predictions(for: inputs.reversed()))
    for (index, prediction) in alone.enumerated() {
      #expect(together[index] == prediction)
      #expect(backwards[69 - index] == prediction)
    }
  }

  @Test func `training tells of each fit`() throws {
    let fits = Mutex(0)
    let training = try TopicTraining(corpus: TinyCorpus.corpus())
    _ = try training.model { fits.withLock { $0 += 1 } }
    #expect(training.fitCount == 6)
    #expect(fits.withLock { $0 } == training.fitCount)
  }

  @Test func `the same seed gives the same model, bit for bit`() throws {
    let other = try TinyCorpus.model()
    #expect(Array(other.weights) == Array(model.weights))
    #expect(Array(other.embedding.values) == Array(model.embedding.values))
    #expect(other.configuration == model.configuration)
  }

  @Test func `a paper without text gets no tag and a reason`() {
    let prediction = classifier.predictions(for: [ClassifierInput(title: nil, abstract: " ")])[0]
    #expect(prediction.primary == nil)
    #expect(prediction.reviewReasons.first == .noText)
  }

  @Test func `a paper without abstract, with a short or a foreign one goes to a person`() {
    let german = String(
      repeating: "Wir stellen ein neues Verfahren vor, das die Gewichte eines Netzes verkleinert. ", count: 6)
    let predictions = classifier.predictions(for: [
      ClassifierInput(title: "Sparse networks", abstract: nil),
      ClassifierInput(title: "Sparse networks", abstract: "We prune the weights of a network."),
      ClassifierInput(title: "Netze", abstract: german),
    ])
    #expect(predictions[0].reviewReasons.contains(.noAbstract))
    #expect(predictions[1].reviewReasons.contains(.shortAbstract))
    #expect(predictions[2].reviewReasons.contains(.notEnglish))
    #expect(predictions.allSatisfy { $0.needsReview })
  }

  @Test func `a venue's topics are matched by name and alias, and the others are named`() {
    let venue = Venue(
      name: "Other",
      topics: [
        Topic(id: "x1", name: "privacy!"), Topic(id: "x2", name: "Gardening"),
        Topic(id: "x3", name: "Sparsity", aliases: ["pruning  OF models"]),
      ], groups: [Group(id: "both", name: "Both", topics: ["x1", "x3"], origin: .call)])
    let other = TopicClassifier(model: model, venue: venue)
    #expect(other.unknownLabels == ["x2"])
    let (mine, theirs) = (
      classifier.predictions(for: [TinyCorpus.input(0)])[0], other.predictions(for: [TinyCorpus.input(0)])[0]
    )
    #expect(theirs.topics.map(\.id) == ["x1", "x2", "x3"])
    #expect(theirs.topics[0].probability == mine.topics[1].probability)
    #expect(theirs.topics[2].probability == mine.topics[0].probability)
    #expect(theirs.groups[0].assigned)
  }
}
