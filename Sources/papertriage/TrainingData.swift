import ArgumentParser
import TextFeatures
import TopicClassification
import Venues

/// What a model learns from, as options of every command that trains.
struct TrainingData: ParsableArguments {
  @Option(parsing: .upToNextOption, help: "Files of papers with topics.", completion: .file())
  var corpus: [String]

  @Option(
    parsing: .upToNextOption, help: "Files of papers without topics; they teach how terms go together.",
    completion: .file())
  var unlabelled: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: """
      Files of topics by id, without texts: annotated papers of --unlabelled, which teach every model but are neither \
      calibrated nor reported on.
      """,
    completion: .file())
  var annotations: [String] = []

  @Option(
    help: "The venue file whose topics and groups are learnt; the shipped venue if left out.", completion: .file())
  var venue: String?

  @Option(
    help: ArgumentHelp(
      "Fit probabilities above all on records with this value, such as draw=random; the others teach only.",
      valueName: "field=value"))
  var representative: FieldValue?

  @Option(help: "A file of choices that `papertriage tune --output` wrote.", completion: .file())
  var settings: String?

  @Option(help: "Decides every random choice; the same seed gives the same bits.")
  var seed: UInt64 = 1

  /// Reads the venue, and the labelled papers with the annotated ones.
  ///
  /// - Throws: A sentence with file and line.
  func read() throws -> (venue: Venue, corpus: LabelledCorpus) {
    let venue = try VenueFile.read(InstalledFiles().venue(flag: venue))
    var corpus = try CorpusFile.read(corpus, venue: venue, representative: representative)
    try CorpusFile.add(annotations: annotations, texts: unlabelled, to: &corpus)
    return (venue, corpus)
  }

  /// The choices of the training: the defaults, those of the settings file, and the seed.
  ///
  /// - Throws: ``SettingsFileError``.
  func trainingSettings() throws -> TrainingSettings {
    var choices = TrainingSettings()
    if let settings { choices = try SettingsFile.read(settings).applied(to: choices) }
    choices.seed = seed
    return choices
  }

  /// Reads the texts without labels, leaving out the papers of a corpus.
  func texts(except corpus: LabelledCorpus) throws -> [TextDocument] {
    try CorpusFile.documents(unlabelled, except: Set(corpus.papers.map(\.id)))
  }
}
