import ArgumentParser
import TopicClassification
import Venues

/// `papertriage train`: a model from papers with known topics.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains a model on papers whose topics are known.",
    discussion: """
      A corpus holds one paper a line as JSON, with id, title, abstract, topics (a list of the venue's topic ids),
      groups, and optionally unknown (ids of labels whose presence is not known), primary and fold. CSV with these
      columns works too. Unlabelled papers need title and abstract only; they teach how terms go together.

      Example:
        papertriage train --corpus past.ndjson --venue venue.yaml --output models/ours
      """)

  @Option(parsing: .upToNextOption, help: "Files of papers with topics.")
  var corpus: [String]

  @Option(parsing: .upToNextOption, help: "Files of papers without topics.")
  var unlabelled: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: "Files of topics by id, without texts: annotated papers of --unlabelled, which teach but do not calibrate.")
  var annotations: [String] = []

  @Option(help: "The venue file whose topics and groups are learnt.")
  var venue: String?

  @Option(help: "The folder that the model is written to.")
  var output: String

  @Option(
    help: ArgumentHelp(
      "Fit probabilities above all on records with this value, such as draw=random; the others teach only.",
      valueName: "field=value"))
  var representative: FieldValue?

  @Option(help: "Decides every random choice; the same seed gives the same bits.")
  var seed: UInt64 = 1

  @Flag(help: "Train although no paper has some of the venue's labels.")
  var allowMissingLabels = false

  func run() throws {
    let venue = try VenueFile.read(InstalledFiles().venue(flag: venue))
    var corpus = try CorpusFile.read(corpus, venue: venue, representative: representative)
    try CorpusFile.add(annotations: annotations, texts: unlabelled, to: &corpus)
    let missing = corpus.rareLabels(below: 1).map(\.label.id)
    guard missing.isEmpty || allowMissingLabels else { throw CorpusFileError.labelWithoutPapers(missing) }
    for (label, count) in corpus.rareLabels(below: 20) where count > 0 {
      writeToStandardError("Only \(count) papers have '\(label.id)': expect mistakes there.")
    }
    let unlabelled = try CorpusFile.documents(unlabelled, except: Set(corpus.papers.map(\.id)))
    var settings = TrainingSettings()
    settings.seed = seed
    let training = try TopicTraining(corpus: corpus, unlabelled: unlabelled, settings: settings)
    let progress = TerminalProgress("Fitting", total: training.fitCount)
    let model = try training.model { progress.advance() }
    progress.finish()
    try model.write(to: output)
    writeToStandardError(
      "Trained on \(corpus.papers.count) papers with topics and \(unlabelled.count) without; the model is in \(output)."
    )
  }
}
