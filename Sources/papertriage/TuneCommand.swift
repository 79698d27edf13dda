import ArgumentParser
import Foundation
import Interchange
import TopicClassification

/// `papertriage tune`: how strongly a training is to be regularised.
struct TuneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Chooses the strength of regularisation by cross-validation, for train --settings.",
    discussion: """
      Fits along a path of strengths, each fit beginning where the one before ended; every fold of the corpus (its field
      "fold", else by id) is judged by models of the others. Prints how well each pair does (C as in LIBLINEAR and
      scikit-learn: larger is less regularised) and writes the pair with the lowest loss. Figures of the chosen pair are
      a little too good: judge it with `evaluate --cross-validate --settings` on papers it was not chosen on, if there
      are any.

      Examples:
        papertriage tune --corpus past.ndjson --output settings.json
        papertriage tune --corpus past.ndjson --words 3 10 30 --embeddings 5
        papertriage train --corpus past.ndjson --settings settings.json --output models/ours
      """)

  @OptionGroup var data: TrainingData

  @Option(parsing: .upToNextOption, help: "The values of C to try on words (default: 0.3 1 3 10 30 100).")
  var words: [Float] = []

  @Option(parsing: .upToNextOption, help: "The values of C to try on embeddings (default: the same).")
  var embeddings: [Float] = []

  @Option(name: .shortAndLong, help: "The settings file that the best pair is written to.", completion: .file())
  var output: String?

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  func validate() throws {
    for value in words + embeddings where !(value > 0 && value.isFinite) {
      throw ValidationError("--words and --embeddings need numbers above 0, but one is \(value).")
    }
  }

  func run() throws {
    let corpus = try data.read().corpus
    let training = try TopicTraining(
      corpus: corpus, unlabelled: data.texts(except: corpus), settings: data.trainingSettings())
    let (words, embeddings) = (
      words.isEmpty ? RegularizationTuning.strengths : words,
      embeddings.isEmpty ? RegularizationTuning.strengths : embeddings
    )
    let progress = TerminalProgress(
      "Fitting", total: training.tuningFitCount(words: words, embeddings: embeddings))
    let tuning = try training.tuned(words: words, embeddings: embeddings) { progress.advance() }
    progress.finish()
    if let output {
      let settings = SettingsFile(
        wordInverseRegularization: tuning.best.wordInverseRegularization,
        embeddingInverseRegularization: tuning.best.embeddingInverseRegularization)
      let writer = try RowWriter(output)
      try writer.write(ContractJSON.document(settings))
      try writer.finish()
    }
    let writer = try RowWriter("-")
    switch format {
    case .json: try writer.write(ContractJSON.document(tuning))
    case .text: try writer.write(Self.text(tuning))
    }
    try writer.finish()
  }

  private static func text(_ tuning: RegularizationTuning) -> Data {
    var lines = ["C on words  C on embeddings  log loss  topics, macro-F1  micro-F1"]
    for point in tuning.points {
      let figures = String(
        format: "%10g  %15g  %8.5f  %16.3f  %8.3f", Double(point.wordInverseRegularization),
        Double(point.embeddingInverseRegularization), point.logLoss, point.macroF1, point.microF1)
      lines.append(figures + (point == tuning.best ? "  lowest loss" : ""))
    }
    return Data((lines.joined(separator: "\n") + "\n").utf8)
  }
}
