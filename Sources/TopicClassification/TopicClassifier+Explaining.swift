import LinearAlgebra
import Papers
import TextFeatures

extension TopicClassifier {
  /// How much is looked for.
  public enum ExplanationDepth: Hashable, Sendable {
    /// The parts of words and sentences.
    case parts
    /// Also what would have turned the decision, which takes some twenty times as long.
    case partsAndFlip
  }

  /// Returns why a paper has the probabilities it has for some labels; a label that the venue or the model lacks is left
  /// out.
  ///
  /// A group that the model does not know but that consists of topics is explained by the most probable of them.
  ///
  /// - Parameter prediction: What ``predictions(for:)`` says of the same paper.
  public func explanations(
    of input: ClassifierInput, prediction: TopicPrediction, labels: [VenueLabel], depth: ExplanationDepth = .parts
  ) -> [TopicExplanation] {
    let text = ExplainedText(input, model: model)
    return labels.compactMap { label in
      text.explanation(
        label, column: column(of: label, for: input), depth: depth, isLone: isLone(label, in: prediction))
    }
  }

  /// Returns for each paper why it has the topics and groups that it is assigned, in the venue's order; on all cores.
  ///
  /// - Parameter predictions: What ``predictions(for:)`` says of the same papers.
  public func explanations(
    of inputs: [ClassifierInput], predictions: [TopicPrediction], depth: ExplanationDepth = .parts
  ) -> [[TopicExplanation]] {
    precondition(inputs.count == predictions.count, "Each paper needs its prediction.")
    return ParallelBlocks.map(inputs.count) { index in
      let prediction = predictions[index]
      let labels =
        prediction.topics.filter(\.assigned).map { VenueLabel.topic($0.id) }
        + prediction.groups.filter(\.assigned).map { .group($0.id) }
      return explanations(of: inputs[index], prediction: prediction, labels: labels, depth: depth)
    }
  }

  /// Whether a paper has a topic below its threshold, as the most probable one of a paper that reaches none.
  private func isLone(_ label: VenueLabel, in prediction: TopicPrediction) -> Bool {
    guard case .topic(let id) = label else { return false }
    return prediction.topics.contains {
      $0.id == id && $0.assigned && $0.probability.rounded < (topicThresholds[id]?.rounded ?? 0)
    }
  }

  /// The model's column that decides a label for a paper.
  private func column(of label: VenueLabel, for input: ClassifierInput) -> Int? {
    switch label {
    case .topic(let id):
      return venue.topics.firstIndex { $0.id == id }.flatMap { matching.topics[$0] }
    case .group(let id):
      guard let index = venue.groups.firstIndex(where: { $0.id == id }) else { return nil }
      if let column = matching.groups[index] { return model.configuration.topics.count + column }
      let members = matching.members[index].compactMap { matching.topics[$0] }
      guard members.count > 1 else { return members.first }
      let logits = model.logits(for: [input.document])
      return members.reduce(nil as Int?) { best, column in
        guard let best, logits[0, best] >= logits[0, column] else { return column }
        return best
      }
    }
  }
}

/// A paper's text with the places of its words, read once for all labels.
private struct ExplainedText {
  private let input: ClassifierInput
  private let model: TopicModel
  private let occurrences: [FeatureOccurrence]
  private let words: [(text: String, place: TopicExplanation.Place)]
  private let titleWordCount: Int
  /// What the model's encoder adds to each label.
  private let encoderParts: [Float]?

  init(_ input: ClassifierInput, model: TopicModel) {
    self.input = input
    self.model = model
    let document = input.document
    occurrences = model.space.occurrences(of: document)
    encoderParts = model.encoder?.logits(for: [document]).elements
    let title = Self.words(of: document.title, in: .title)
    titleWordCount = title.count
    words = title + Self.words(of: document.body, in: .abstract)
  }

  func explanation(
    _ label: VenueLabel, column: Int?, depth: TopicClassifier.ExplanationDepth,
    isLone: Bool
  ) -> TopicExplanation? {
    // The last column is whether a paper has any topic; it is no label.
    guard let column, model.configuration.thresholds.indices.contains(column) else { return nil }
    let threshold = model.configuration.thresholds[column]
    // A lone topic stays until its probability falls below this, whatever its own threshold is.
    let turning = isLone ? model.configuration.loneTopicThreshold ?? threshold : threshold
    let parts = ScoreParts(
      model, column: column, occurrences: occurrences, wordCount: words.count,
      encoder: encoderParts.map { Double($0[column]) })
    return TopicExplanation(
      label: label, score: parts.score, bias: parts.bias, encoder: parts.encoder, threshold: threshold,
      words: zip(words, parts.words).map { TopicExplanation.Part(place: $0.place, weight: $1) },
      sentences: sentences(parts.words),
      flip: depth == .partsAndFlip ? flip(column, parts, threshold: Logistic.logit(turning)) : nil)
  }

  private func sentences(_ parts: [Double]) -> [TopicExplanation.Part] {
    let document = input.document
    let scalars = ScalarOffsets(document.body)
    var sentences: [TopicExplanation.Part] = []
    if titleWordCount > 0 {
      let place = TopicExplanation.Place(
        source: .title, utf8: 0..<document.title.utf8.count, scalars: 0..<document.title.unicodeScalars.count)
      sentences.append(.init(place: place, weight: parts[..<titleWordCount].reduce(0, +)))
    }
    var word = titleWordCount
    for range in SentenceRanges.of(document.body) {
      var weight = 0.0
      while word < words.count, words[word].place.utf8.lowerBound < range.upperBound {
        weight += parts[word]
        word += 1
      }
      sentences.append(.init(place: scalars.place(range, in: .abstract), weight: weight))
    }
    return sentences
  }

  /// The most words that are struck out.
  private static let longestFlip = 20

  private func flip(_ column: Int, _ parts: ScoreParts, threshold: Double) -> [String]? {
    let isAssigned = parts.score >= threshold
    func isTurned(_ parts: ScoreParts) -> Bool { (parts.score >= threshold) != isAssigned }
    func scored(without struck: Set<String>) -> ScoreParts {
      let occurrences = model.space.occurrences(of: input.document) { struck.contains(words[$0].text) }
      // The encoder reads what is left anew, since nobody can say what a word was worth to it.
      let encoder = model.encoder.map { Double($0.logits(for: [document(without: struck)])[0, column]) }
      return ScoreParts(model, column: column, occurrences: occurrences, wordCount: words.count, encoder: encoder)
    }
    var struck: [String] = []
    var current = parts
    while !isTurned(current) {
      var weights: [String: Double] = [:]
      for (word, part) in zip(words, current.words) { weights[word.text, default: 0] += isAssigned ? part : -part }
      guard struck.count < Self.longestFlip,
        let strongest = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), strongest.value > 0
      else { return nil }
      struck.append(strongest.key)
      current = scored(without: Set(struck))
    }
    for word in struck where struck.count > 1 {
      let fewer = struck.filter { $0 != word }
      if isTurned(scored(without: Set(fewer))) { struck = fewer }
    }
    return struck
  }

  /// The text without the bytes of some words.
  private func document(without struck: Set<String>) -> TextDocument {
    func rest(_ text: String, _ source: TopicExplanation.Source) -> String {
      var bytes = Array(text.utf8)
      for word in words.reversed() where word.place.source == source && struck.contains(word.text) {
        bytes.removeSubrange(word.place.utf8)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    return TextDocument(title: rest(input.document.title, .title), body: rest(input.document.body, .abstract))
  }

  private static func words(
    of text: String, in source: TopicExplanation.Source
  ) -> [(text: String, place: TopicExplanation.Place)] {
    let words = Tokenizer.words(in: text)
    let scalars = ScalarOffsets(text)
    return zip(0..<words.count, Tokenizer.places(of: text)).map { index, range in
      (words[index], scalars.place(range, in: source))
    }
  }
}

/// How many Unicode scalars begin before each byte of a text.
private struct ScalarOffsets {
  private let counts: [Int]

  init(_ text: String) {
    var counts = [0]
    counts.reserveCapacity(text.utf8.count + 1)
    // A byte of the form 10xxxxxx continues a scalar.
    for byte in text.utf8 { counts.append(counts[counts.count - 1] + (byte & 0xC0 == 0x80 ? 0 : 1)) }
    self.counts = counts
  }

  func place(_ utf8: Range<Int>, in source: TopicExplanation.Source) -> TopicExplanation.Place {
    TopicExplanation.Place(
      source: source, utf8: utf8, scalars: counts[utf8.lowerBound]..<counts[utf8.upperBound])
  }
}
