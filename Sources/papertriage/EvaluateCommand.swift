import ArgumentParser
import Foundation
import Interchange
import TopicClassification
import Venues

/// `papertriage evaluate`: how well a model, or training itself, does on papers with known topics.
struct EvaluateCommand: ParsableCommand {
  /// How the figures are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures how well topics are assigned, on papers whose topics are known.",
    discussion: """
      With --model the papers must not have been trained on. With --cross-validate no model is needed: each fold of
      the corpus (its field "fold", else by id) is judged by a model trained on the others, in which probabilities and
      thresholds were chosen too. With --split year the latest years are judged by a model of the years before (field
      "year"), with --split venue each venue by a model of other venues (field "venue"); those models see neither the
      labels nor the texts of what they are judged on. What --risk promises is set beside what comes of it; it holds for
      papers like those it was calibrated on.

      Examples:
        papertriage evaluate --model models/ours --corpus unseen.ndjson
        papertriage evaluate --cross-validate --corpus past.ndjson --format json
        papertriage evaluate --cross-validate --learning-curve --corpus past.ndjson --format html > figures.html
        papertriage evaluate --split year --corpus past.ndjson
      """)

  @OptionGroup var data: TrainingData

  @OptionGroup var encoder: EncoderOption

  @Option(help: "The folder of the model to judge.", completion: .directory)
  var model: String?

  @Flag(help: "Judge training itself, each fold by a model of the others.")
  var crossValidate = false

  @Option(help: "Judge training itself on what it has not seen: later years (year) or other venues (venue).")
  var split: CorpusSplit?

  @Flag(
    help: "Also judge models of a sixteenth, an eighth, a quarter, half and all of the papers, on a fifth kept apart.")
  var learningCurve = false

  @Flag(help: "Judge `call model`: leave each topic out in turn and find its papers by its words, and by few papers.")
  var leaveTopicsOut = false

  @Option(
    help: ArgumentHelp(
      "Report on the records with this value only, such as draw=phrase.", valueName: "field=value"))
  var only: FieldValue?

  @Option(help: "A file for each judged paper's probabilities beside its labels, one JSON object a line.")
  var predictions: String?

  @Option(help: "text, json, or html: one page with plots that loads nothing from anywhere.")
  var format = Format.text

  func validate() throws {
    guard [model != nil, crossValidate, split != nil, leaveTopicsOut].count(where: \.self) <= 1 else {
      throw ValidationError(
        "Give either --model or --cross-validate, --split or --leave-topics-out: one judges a model, the others training."
      )
    }
    let trains = crossValidate || split != nil
    if leaveTopicsOut, only != nil || format == .html || predictions != nil {
      throw ValidationError("--leave-topics-out goes without --only and --predictions, and is written as text or json.")
    }
    if !trains, !data.annotations.isEmpty || learningCurve {
      throw ValidationError(
        "--annotations and --learning-curve are for --cross-validate and --split: a finished model learns nothing.")
    }
    if !trains, !leaveTopicsOut, !data.unlabelled.isEmpty || data.representative != nil {
      throw ValidationError(
        "--unlabelled and --representative are for --cross-validate, --split and --leave-topics-out.")
    }
  }

  func run() throws {
    let (venue, corpus) = try data.read()
    if leaveTopicsOut { return try judgeTransfer(corpus, venue) }
    let encoder = try encoder.opened(for: corpus)
    var (judged, method) = try judged(corpus, venue, encoder)
    let selection = try only.map { try CorpusFile.ids(data.corpus, with: $0) }
    func isWanted(_ paper: JudgedPaper) -> Bool { selection?.contains(paper.paper.id) ?? true }
    judged = judged.filter(isWanted)
    guard !judged.isEmpty else { throw CorpusFileError.nothingLeft }
    if let predictions { try writePredictions(judged, to: predictions) }
    let learning =
      try learningCurve ? learned(corpus, venue, encoder).map { ($0.papers, $0.judged.filter(isWanted)) } : nil
    let report = EvaluationReport(judged, corpus: corpus, method: method, learning: learning, seed: data.seed)
    try write(
      { try ContractJSON.document(report) }, text: { EvaluationText(report).data },
      html: { EvaluationPage(report, venue: venue).data })
  }

  private func write(_ json: () throws -> Data, text: () -> Data, html: () -> Data) throws {
    let writer = try RowWriter("-")
    switch format {
    case .json: try writer.write(json())
    case .text: try writer.write(text())
    case .html: try writer.write(html())
    }
    try writer.finish()
  }

  private func judgeTransfer(_ corpus: LabelledCorpus, _ venue: Venue) throws {
    let result = try TransferEvaluation(
      corpus: corpus, unlabelled: data.texts(except: corpus), venue: venue, settings: data.trainingSettings())
    let text = TransferText(result).data
    try write({ try ContractJSON.document(result) }, text: { text }, html: { text })
  }

  private func judged(
    _ corpus: LabelledCorpus, _ venue: Venue, _ encoder: DocumentEncoder?
  ) throws -> ([JudgedPaper], EvaluationReport.Method) {
    if let split {
      return try SplitJudging(
        corpus: corpus, venue: venue, settings: data.trainingSettings(), data: data, encoder: encoder
      ).judged(split)
    }
    if crossValidate {
      let training = try TopicTraining(
        corpus: corpus, unlabelled: data.texts(except: corpus), settings: data.trainingSettings(), encoder: encoder)
      let sentence = "Each fold of the papers was judged by a model trained on the other folds."
      return (try training.crossValidated(venue: venue), .init(.crossValidation, sentence: sentence))
    }
    let folder = try InstalledFiles().model(flag: model)
    let classifier = try TopicClassifier(modelFolder: folder, venue: venue, encoder: encoder)
    if !classifier.unknownLabels.isEmpty {
      writeToStandardError(
        "The model does not know \(classifier.unknownLabels.joined(separator: ", ")); it never assigns them.")
    }
    return (classifier.judged(corpus.papers), .init(.model, sentence: "A finished model judged papers given to it."))
  }

  private static let learningShares = [1.0 / 16, 1.0 / 8, 1.0 / 4, 1.0 / 2, 1]

  private func learned(
    _ corpus: LabelledCorpus, _ venue: Venue, _ encoder: DocumentEncoder?
  ) throws -> [(papers: Int, judged: [JudgedPaper])] {
    let holdOut = try HoldOut(
      corpus: corpus, unlabelled: data.texts(except: corpus), settings: data.trainingSettings(), venue: venue,
      encoder: encoder)
    let progress = TerminalProgress("Training on growing parts", total: Self.learningShares.count)
    defer { progress.finish() }
    return try holdOut.learningCurve(shares: Self.learningShares, onModel: progress.advance)
      .map { ($0.trainingPapers, $0.judged) }
  }

  private func writePredictions(_ judged: [JudgedPaper], to path: String) throws {
    let writer = try RowWriter(path)
    for paper in judged { try writer.write(row: PredictedPaper(paper)) }
    try writer.finish()
  }
}

/// A row of `evaluate --predictions`: what was predicted for a paper beside what is known of it.
struct PredictedPaper: Encodable {
  /// One label.
  struct Label: Encodable {
    let id: String
    let probability: Double
    let assigned: Bool
    /// Whether the paper has the label; left out where that is not known.
    let present: Bool?
  }

  let id: String
  let topics: [Label]
  let groups: [Label]
  let scopeProbability: Double
  let needsReview: Bool

  init(_ judged: JudgedPaper) {
    let prediction = judged.prediction
    let labels = zip(prediction.topics + prediction.groups, judged.paper.truth).map { score, truth in
      Label(id: score.id, probability: score.probability.rounded, assigned: score.assigned, present: truth)
    }
    id = judged.paper.id
    topics = Array(labels.prefix(prediction.topics.count))
    groups = Array(labels.dropFirst(prediction.topics.count))
    scopeProbability = prediction.scope.probability.rounded
    needsReview = prediction.needsReview
  }
}
