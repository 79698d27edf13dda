import Papers
import TopicClassification

/// A row of `papertriage explain`.
struct ExplainedPaper: Encodable {
  /// A word or sentence with its part in the score.
  struct Part: Encodable {
    let text: String
    /// `title` or `abstract`.
    let source: TopicExplanation.Source
    /// From the first Unicode character to before the last, counted from 0 in its source.
    let start: Int
    let end: Int
    let weight: Double
  }

  /// One label's reasons.
  struct Reason: Encodable {
    /// `topic` or `group`.
    let kind: String
    let id: String
    let assigned: Bool
    let probability: Probability
    let threshold: Double
    let score: Double
    let bias: Double
    /// The part of the model's encoder, which is no word's; left out if the model has none.
    let encoder: Double?
    let words: [Part]
    let sentences: [Part]
    /// The words whose striking out would turn the decision; null if twenty do not.
    let flip: [String]?

    private enum CodingKeys: String, CodingKey {
      case kind, id, assigned, probability, threshold, score, bias, encoder, words, sentences, flip
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(kind, forKey: .kind)
      try container.encode(id, forKey: .id)
      try container.encode(assigned, forKey: .assigned)
      try container.encode(probability, forKey: .probability)
      try container.encode(threshold.rounded6, forKey: .threshold)
      try container.encode(score.rounded6, forKey: .score)
      try container.encode(bias.rounded6, forKey: .bias)
      try container.encodeIfPresent(self.encoder?.rounded6, forKey: .encoder)
      try container.encode(words, forKey: .words)
      try container.encode(sentences, forKey: .sentences)
      try container.encode(flip, forKey: .flip)
    }
  }

  let id: String
  let reasons: [Reason]
  /// The nearest labelled papers; left out if no corpus was given.
  let nearest: [LabelledNeighbours.Neighbour]?

  /// - Parameter labels: The labels to explain; `nil` for those assigned and the most probable topic that is not.
  init(
    id: String, input: ClassifierInput, prediction: TopicPrediction, labels: Set<String>?, classifier: TopicClassifier,
    nearest: [LabelledNeighbours.Neighbour]? = nil
  ) {
    self.id = id
    self.nearest = nearest
    let rival = prediction.topics.filter { !$0.assigned }.max { $0.probability < $1.probability }?.id
    func isWanted(_ score: LabelScore, _ isTopic: Bool) -> Bool {
      labels?.contains(score.id) ?? (score.assigned || isTopic && score.id == rival)
    }
    let topics = prediction.topics.filter { isWanted($0, true) }.map { VenueLabel.topic($0.id) }
    let groups = prediction.groups.filter { isWanted($0, false) }.map { VenueLabel.group($0.id) }
    reasons = classifier.explanations(
      of: input, prediction: prediction, labels: topics + groups, depth: .partsAndFlip
    ).map { Self.reason($0, prediction: prediction, input: input) }
  }

  private static func reason(
    _ explanation: TopicExplanation, prediction: TopicPrediction, input: ClassifierInput
  ) -> Reason {
    let title = Array((input.title ?? "").utf8)
    let abstract = Array((input.abstract ?? "").utf8)
    func part(_ part: TopicExplanation.Part) -> Part {
      let bytes = part.place.source == .title ? title : abstract
      return Part(
        text: String(decoding: bytes[part.place.utf8], as: UTF8.self), source: part.place.source,
        start: part.place.scalars.lowerBound, end: part.place.scalars.upperBound, weight: part.weight.rounded6)
    }
    let (kind, scores) =
      if case .topic = explanation.label { ("topic", prediction.topics) } else { ("group", prediction.groups) }
    return Reason(
      kind: kind, id: explanation.label.id, assigned: scores.contains { $0.id == explanation.label.id && $0.assigned },
      probability: explanation.probability,
      threshold: explanation.threshold, score: explanation.score, bias: explanation.bias,
      encoder: explanation.encoder,
      words: explanation.words.filter { $0.weight != 0 }.map(part), sentences: explanation.sentences.map(part),
      flip: explanation.flip)
  }
}

extension Double {
  /// Six decimals, as the contract of our JSON has it.
  fileprivate var rounded6: Double { (self * 1_000_000).rounded() / 1_000_000 }
}
