import ArgumentParser
import Foundation
import Interchange
import Papers
import TopicClassification
import Venues

/// `papertriage explain`: why titles and abstracts get their topics.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says which words speak for and against a paper's topics.",
    discussion: """
      Reads papers as classify does. For each topic and group a paper is given, and for the most probable topic that it
      is not given: the exact part of every word and sentence in the score (log odds; the parts and the bias add up to
      it), and the fewest words found whose striking out would turn the decision. On a terminal as text, otherwise one
      JSON object a line (corpora/schemas/explain.schema.json), with places in Unicode characters.

      Examples:
        papertriage explain abstracts.csv
        papertriage explain --label mlops --label serving papers.ndjson > reasons.ndjson
        echo '{"id": "7", "title": "Pruning at scale", "abstract": "..."}' | papertriage explain --format text
      """)

  @Option(help: "The venue file; the shipped venue if left out.")
  var venue: String?

  @Option(help: "The folder of the model; the shipped model if left out.")
  var model: String?

  @Option(name: .customLong("label"), help: "A topic or group to explain instead; may be given several times.")
  var labels: [String] = []

  @Option(help: "text or json (default: text on a terminal, else json).")
  var format: TextOrJSON?

  @Argument(help: "A file of papers; - or nothing is standard input.")
  var file = "-"

  func run() throws {
    let files = InstalledFiles()
    let venue = try VenueFile.read(files.venue(flag: venue))
    let known = venue.topics.map(\.id) + venue.groups.map(\.id)
    for label in labels { try UnknownName.check(label, among: known, kind: "topic or group") }
    let classifier = try TopicClassifier(modelFolder: files.model(flag: model), venue: venue)
    classifier.nameUnknownLabels()
    let isText = (format ?? (isatty(STDOUT_FILENO) == 1 ? .text : .json)) == .text
    let writer = try RowWriter("-")
    try RecordReader.forEachRecord(in: file) { record in
      let input = ClassifierInput(title: record.text("title"), abstract: record.text("abstract"))
      let paper = ExplainedPaper(
        id: try record.requiredText("id"), input: input, prediction: classifier.predictions(for: [input])[0],
        labels: labels.isEmpty ? nil : Set(labels), classifier: classifier)
      if isText {
        try writer.write(Data(ExplanationText(venue: venue).text(for: paper).utf8))
      } else {
        try writer.write(row: paper)
      }
    }
    try writer.finish()
  }
}

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
    let words: [Part]
    let sentences: [Part]
    /// The words whose striking out would turn the decision; null if twenty do not.
    let flip: [String]?

    private enum CodingKeys: String, CodingKey {
      case kind, id, assigned, probability, threshold, score, bias, words, sentences, flip
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
      try container.encode(words, forKey: .words)
      try container.encode(sentences, forKey: .sentences)
      try container.encode(flip, forKey: .flip)
    }
  }

  let id: String
  let reasons: [Reason]

  /// - Parameter labels: The labels to explain; `nil` for those assigned and the most probable topic that is not.
  init(
    id: String, input: ClassifierInput, prediction: TopicPrediction, labels: Set<String>?, classifier: TopicClassifier
  ) {
    self.id = id
    let rival = prediction.topics.filter { !$0.assigned }.max { $0.probability < $1.probability }?.id
    func isWanted(_ score: LabelScore, _ isTopic: Bool) -> Bool {
      labels?.contains(score.id) ?? (score.assigned || isTopic && score.id == rival)
    }
    let topics = prediction.topics.filter { isWanted($0, true) }.map { ($0, TopicExplanation.Label.topic($0.id)) }
    let groups = prediction.groups.filter { isWanted($0, false) }.map { ($0, TopicExplanation.Label.group($0.id)) }
    reasons = (topics + groups).compactMap { score, label in
      classifier.explanation(of: input, label: label, depth: .partsAndFlip).map {
        Self.reason($0, score: score, input: input)
      }
    }
  }

  private static func reason(_ explanation: TopicExplanation, score: LabelScore, input: ClassifierInput) -> Reason {
    let title = Array((input.title ?? "").utf8)
    let abstract = Array((input.abstract ?? "").utf8)
    func part(_ part: TopicExplanation.Part) -> Part {
      let bytes = part.place.source == .title ? title : abstract
      return Part(
        text: String(decoding: bytes[part.place.utf8], as: UTF8.self), source: part.place.source,
        start: part.place.scalars.lowerBound, end: part.place.scalars.upperBound, weight: part.weight.rounded6)
    }
    let kind = if case .topic = explanation.label { "topic" } else { "group" }
    return Reason(
      kind: kind, id: explanation.label.id, assigned: score.assigned, probability: explanation.probability,
      threshold: explanation.threshold, score: explanation.score, bias: explanation.bias,
      words: explanation.words.filter { $0.weight != 0 }.map(part), sentences: explanation.sentences.map(part),
      flip: explanation.flip)
  }
}

extension Double {
  /// Six decimals, as the contract of our JSON has it.
  fileprivate var rounded6: Double { (self * 1_000_000).rounded() / 1_000_000 }
}
