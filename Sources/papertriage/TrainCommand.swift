import ArgumentParser
import TopicClassification

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

  @OptionGroup var data: TrainingData

  @OptionGroup var encoder: EncoderOption

  @Option(help: "The folder that the model is written to.", completion: .directory)
  var output: String

  @Flag(help: "Train although no paper has some of the venue's labels.")
  var allowMissingLabels = false

  /// Terms of fewer papers could tell what single ones say.
  private static let fewestPapers = 3

  func run() throws {
    let corpus = try data.read().corpus
    let missing = corpus.rareLabels(below: 1).map(\.label.id)
    guard missing.isEmpty || allowMissingLabels else { throw CorpusFileError.labelWithoutPapers(missing) }
    for (label, count) in corpus.rareLabels(below: 20) where count > 0 {
      writeToStandardError("Only \(count) papers have '\(label.id)': expect mistakes there.")
    }
    let unlabelled = try data.texts(except: corpus)
    let settings = try data.trainingSettings()
    if settings.minimumPapers < Self.fewestPapers {
      writeToStandardError(
        "Terms that stand in fewer than \(Self.fewestPapers) papers are kept, as the settings file asks: whoever has the "
          + "model may learn words of single papers.")
    }
    let training = try TopicTraining(
      corpus: corpus, unlabelled: unlabelled, settings: settings, encoder: encoder.opened(for: corpus))
    let progress = TerminalProgress("Fitting", total: training.fitCount)
    let model = try training.model { progress.advance() }
    progress.finish()
    try model.write(to: output)
    writeToStandardError(
      "Trained on \(corpus.papers.count) papers with topics and \(unlabelled.count) without; the model is in \(output)."
    )
  }
}
