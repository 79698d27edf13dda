import ArgumentParser
import Interchange
import TopicClassification
import Venues

/// `papertriage evaluate`: how well a model, or training itself, does on papers with known topics.
struct EvaluateCommand: ParsableCommand {
  /// How the figures are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures how well topics are assigned, on papers whose topics are known.",
    discussion: """
      With --model the papers must not have been trained on. With --cross-validate no model is needed: each fold of
      the corpus (its field "fold", else by id) is judged by a model trained on the others, in which probabilities and
      thresholds were chosen too.

      Examples:
        papertriage evaluate --model models/ours --corpus unseen.ndjson
        papertriage evaluate --cross-validate --corpus past.ndjson --format json
      """)

  @Option(parsing: .upToNextOption, help: "Files of papers with topics.")
  var corpus: [String]

  @Option(help: "The folder of the model to judge.")
  var model: String?

  @Flag(help: "Judge training itself, each fold by a model of the others.")
  var crossValidate = false

  @Flag(help: "Judge `call model`: leave each topic out in turn and find its papers by its words, and by few papers.")
  var leaveTopicsOut = false

  @Option(
    parsing: .upToNextOption, help: "Files of papers without topics, for --cross-validate and --leave-topics-out.")
  var unlabelled: [String] = []

  @Option(
    parsing: .upToNextOption,
    help:
      "Files of topics by id, without texts: annotated papers of --unlabelled, which teach every model and are not reported on."
  )
  var annotations: [String] = []

  @Option(help: "The venue file that the topics are of.")
  var venue: String?

  @Option(
    help: ArgumentHelp(
      "Fit probabilities above all on records with this value, for --cross-validate.", valueName: "field=value"))
  var representative: FieldValue?

  @Option(
    help: ArgumentHelp(
      "Report on the records with this value only, such as draw=phrase.", valueName: "field=value"))
  var only: FieldValue?

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "Decides every random choice.")
  var seed: UInt64 = 1

  func validate() throws {
    if crossValidate, model != nil {
      throw ValidationError("Give either --model or --cross-validate: one judges a model, the other training.")
    }
    if leaveTopicsOut, model != nil || crossValidate || only != nil {
      throw ValidationError("--leave-topics-out goes without --model, --cross-validate and --only.")
    }
    if !crossValidate, !annotations.isEmpty {
      throw ValidationError("--annotations is for --cross-validate: a finished model learns nothing.")
    }
    if !crossValidate, !leaveTopicsOut, !unlabelled.isEmpty || representative != nil {
      throw ValidationError("--unlabelled and --representative are for --cross-validate and --leave-topics-out.")
    }
  }

  func run() throws {
    let venue = try VenueFile.read(InstalledFiles().venue(flag: venue))
    var corpus = try CorpusFile.read(corpus, venue: venue, representative: representative)
    try CorpusFile.add(annotations: annotations, texts: unlabelled, to: &corpus)
    if leaveTopicsOut { return try judgeTransfer(corpus, venue) }
    var judged = try judged(corpus, venue)
    if let only {
      let selection = try CorpusFile.ids(self.corpus, with: only)
      judged = judged.filter { selection.contains($0.paper.id) }
    }
    guard !judged.isEmpty else { throw CorpusFileError.nothingLeft }
    let report = EvaluationReport(judged, corpus: corpus, seed: seed)
    let writer = try RowWriter("-")
    switch format {
    case .json: try writer.write(ContractJSON.document(report))
    case .text: try writer.write(EvaluationText(report).data)
    }
    try writer.finish()
  }

  private func judgeTransfer(_ corpus: LabelledCorpus, _ venue: Venue) throws {
    let unlabelled = try CorpusFile.documents(unlabelled, except: Set(corpus.papers.map(\.id)))
    var settings = TrainingSettings()
    settings.seed = seed
    let result = try TransferEvaluation(corpus: corpus, unlabelled: unlabelled, venue: venue, settings: settings)
    let writer = try RowWriter("-")
    switch format {
    case .json: try writer.write(ContractJSON.document(result))
    case .text: try writer.write(TransferText(result).data)
    }
    try writer.finish()
  }

  private func judged(_ corpus: LabelledCorpus, _ venue: Venue) throws -> [JudgedPaper] {
    guard crossValidate else {
      let classifier = try TopicClassifier(modelFolder: InstalledFiles().model(flag: model), venue: venue)
      if !classifier.unknownLabels.isEmpty {
        writeToStandardError(
          "The model does not know \(classifier.unknownLabels.joined(separator: ", ")); it never assigns them.")
      }
      return classifier.judged(corpus.papers)
    }
    let unlabelled = try CorpusFile.documents(unlabelled, except: Set(corpus.papers.map(\.id)))
    var settings = TrainingSettings()
    settings.seed = seed
    return try TopicTraining(corpus: corpus, unlabelled: unlabelled, settings: settings)
      .crossValidated(venue: venue)
  }
}
