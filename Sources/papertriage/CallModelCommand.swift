import ArgumentParser
import Foundation
import TopicClassification
import Venues

/// `papertriage call model`: a model for a call of which no paper is labelled.
struct CallModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Makes a model for a venue's topics from their words, and from labelled papers if there are some.",
    discussion: """
      A topic that the shipped model has by id, name or alias, or in nearly the same words, keeps what was learnt there.
      Any other is told by its name, its aliases and its description (`description: what papers on it are about`, in the
      venue file): say in a sentence or two what the topic is about, and papers are found far better than by its name.
      Labelled papers, as `papertriage train` reads them, improve it from the second one on; with hundreds a topic,
      `papertriage train` is better.

      Examples:
        papertriage call model venue.yaml --output models/ours
        papertriage call model venue.yaml --corpus labelled.ndjson --output models/ours
        papertriage triage ~/papers --venue venue.yaml --model models/ours
      """)

  @Argument(help: "The venue file.", completion: .file())
  var venue: String

  @Option(name: .shortAndLong, help: "The folder that the model is written to.", completion: .directory)
  var output: String

  @Option(parsing: .upToNextOption, help: "Files of papers with the venue's topics.", completion: .file())
  var corpus: [String] = []

  @Option(help: "The folder of the model to start from; the shipped model if left out.", completion: .directory)
  var model: String?

  func run() throws {
    let venue = try VenueFile.read(venue)
    guard !venue.topics.isEmpty else { throw CallModelError.noTopics(venue: self.venue) }
    let labelled = corpus.isEmpty ? nil : try CorpusFile.read(corpus, venue: venue, representative: nil)
    let transfer = try TopicTransfer(modelFolder: InstalledFiles().model(flag: model), venue: venue)
    let result = try transfer.model(labelled: labelled)
    try result.model.write(to: output)
    try Data(Self.card(venue, result).utf8).write(to: URL(filePath: "\(output)/README.md"), options: .atomic)
    for (topic, origin) in zip(venue.topics, result.origins) {
      writeToStandardError("\(topic.id): \(origin.sentence)")
    }
    if result.origins.contains(.words) {
      writeToStandardError(
        "Topics from words alone find about half of what a trained topic finds: treat their tags as suggestions.")
    }
  }
}

extension CallModelCommand {
  /// The model card: what each topic rests on.
  private static func card(_ venue: Venue, _ result: TopicTransfer.Result) -> String {
    let rows = zip(venue.topics, result.origins).map { topic, origin in "- `\(topic.id)`: \(origin.sentence)" }
    return """
      # Model for \(venue.name)

      Made by `papertriage call model` from the venue's words and a trained model. What each topic rests on:

      \(rows.joined(separator: "\n"))

      Probabilities of topics that rest on their words were calibrated on other topics, each left out in turn; a paper
      without a tag always goes to a person while there are such topics. The weights carry the licence of the model
      that was started from.

      """
  }
}

/// Why no model can be made of a venue.
enum CallModelError: Error, CustomStringConvertible {
  case noTopics(venue: String)
  case noPapers(files: [String])

  var description: String {
    switch self {
    case .noTopics(let venue): "\(venue): has no topics to make a model for. Add them under 'topics'."
    case .noPapers(let files):
      "\(files.joined(separator: ", ")): holds no paper. Give past papers with title and abstract."
    }
  }
}
