import Papers
import Testing
import TextFeatures
import Venues

@testable import TopicClassification

struct TopicExplanationTests {
  private let model: TopicModel
  private let classifier: TopicClassifier

  init() throws {
    model = try TinyCorpus.model()
    classifier = TopicClassifier(model: model, venue: TinyCorpus.venue)
  }

  private func explained(
    of input: ClassifierInput, label: VenueLabel, depth: TopicClassifier.ExplanationDepth = .parts,
    by other: TopicClassifier? = nil
  ) -> TopicExplanation? {
    let classifier = other ?? classifier
    return classifier.explanations(
      of: input, prediction: classifier.predictions(for: [input])[0], labels: [label], depth: depth
    ).first
  }

  /// Single precision over a few hundred terms.
  private static let tolerance = 1e-4

  @Test func `the words' parts and the bias add up to the score, and so do the sentences'`() throws {
    let inputs =
      (0..<12).map(TinyCorpus.input) + [
        ClassifierInput(title: nil, abstract: nil),
        ClassifierInput(
          title: "Pruning", abstract: "na\u{ef}ve pruning, e.g. of weights. Privacy? \u{1112}\u{1161}\u{11ab} records!"),
      ]
    for input in inputs {
      let logits = model.logits(for: [input.document])
      for (column, label) in [VenueLabel.topic("pruning"), .topic("privacy"), .group("small")].enumerated() {
        let explanation = try #require(explained(of: input, label: label))
        #expect(abs(explanation.score - Double(logits[0, column])) < Self.tolerance)
        let words = explanation.words.reduce(explanation.bias) { $0 + $1.weight }
        let sentences = explanation.sentences.reduce(explanation.bias) { $0 + $1.weight }
        #expect(abs(words - explanation.score) < Self.tolerance)
        #expect(abs(sentences - explanation.score) < Self.tolerance)
      }
    }
  }

  @Test func `a part stands where its word stands`() throws {
    let input = ClassifierInput(title: "Na\u{ef}ve pruning", abstract: "We study pruning.")
    let explanation = try #require(explained(of: input, label: .topic("pruning")))
    #expect(explanation.words.map(\.place.source) == [.title, .title, .abstract, .abstract, .abstract])
    #expect(explanation.words[1].place.utf8 == 7..<14)
    #expect(explanation.words[1].place.scalars == 6..<13)
    #expect(explanation.words[4].weight > explanation.words[3].weight)
  }

  @Test func `striking out the words of a flip turns the decision, and no fewer of them do`() throws {
    for (index, topic) in [(0, "pruning"), (3, "privacy"), (1, "pruning")] {
      let explanation = try #require(
        explained(of: TinyCorpus.input(index), label: .topic(topic), depth: .partsAndFlip))
      guard let flip = explanation.flip else {
        // Nothing in a paper without the topic's words holds it back but what is missing.
        #expect(explanation.probability.rawValue < explanation.threshold)
        continue
      }
      let column = topic == "pruning" ? 0 : 1
      func isAssigned(without words: [String]) -> Bool {
        // A word that no paper has breaks phrases and counts for nothing.
        let document = TinyCorpus.input(index).document
        func struck(_ text: String) -> String {
          text.split(separator: " ").map { words.contains(Tokenizer.words(in: String($0))[0]) ? "zzqx" : String($0) }
            .joined(separator: " ")
        }
        let logits = model.logits(for: [
          TextDocument(title: struck(document.title), body: struck(document.body))
        ])
        return Logistic.probability(Double(logits[0, column])) >= explanation.threshold
      }
      #expect(isAssigned(without: []) != isAssigned(without: flip))
      for word in flip { #expect(isAssigned(without: flip.filter { $0 != word }) == isAssigned(without: [])) }
    }
  }

  @Test func `a lone topic below its threshold is turned by words that speak for it`() throws {
    var configuration = model.configuration
    configuration.thresholds[0] = 0.999_999
    configuration.thresholds[1] = 0.999_999
    configuration.loneTopicThreshold = 0.3
    let strict = TopicModel(
      configuration: configuration, space: model.space, weights: model.weights, biases: model.biases,
      embedding: model.embedding, embeddingWeights: model.embeddingWeights)
    let classifier = TopicClassifier(model: strict, venue: TinyCorpus.venue)
    let paper = TinyCorpus.input(2)
    #expect(classifier.predictions(for: [paper])[0].topics.map(\.assigned) == [true, false])
    let flip = try #require(
      explained(of: paper, label: .topic("pruning"), depth: .partsAndFlip, by: classifier)?.flip)
    func struck(_ text: String) -> String {
      text.split(separator: " ").map { flip.contains(Tokenizer.words(in: String($0))[0]) ? "zzqx" : String($0) }
        .joined(separator: " ")
    }
    let without = ClassifierInput(title: paper.title.map(struck), abstract: paper.abstract.map(struck))
    #expect(!flip.isEmpty)
    #expect(!classifier.predictions(for: [without])[0].topics[0].assigned)
  }

  @Test func `assigned labels of many papers are explained as alone`() throws {
    let inputs = (0..<6).map(TinyCorpus.input)
    let many = classifier.explanations(of: inputs, predictions: classifier.predictions(for: inputs))
    #expect(many[0].map(\.label) == [.topic("pruning"), .topic("privacy"), .group("small")])
    for (input, explanations) in zip(inputs, many) {
      for explanation in explanations {
        #expect(explained(of: input, label: explanation.label) == explanation)
      }
    }
  }

  @Test func `a label that the venue or the model lacks has no explanation`() {
    #expect(explained(of: TinyCorpus.input(0), label: .topic("gardening")) == nil)
    #expect(explained(of: TinyCorpus.input(0), label: .group("pruning")) == nil)
  }

  @Test func `sentences end where a reader ends them`() {
    let text = "We test X (e.g. Y et al. 2020). It gives 3.5 of J. Doe's! \u{c9}t\u{e9} too? \"Yes.\" Done"
    let bytes = Array(text.utf8)
    #expect(
      SentenceRanges.of(text).map { String(decoding: bytes[$0], as: UTF8.self) }
        == ["We test X (e.g. Y et al. 2020).", "It gives 3.5 of J. Doe's!", "\u{c9}t\u{e9} too?", "\"Yes.\"", "Done"])
  }
}
