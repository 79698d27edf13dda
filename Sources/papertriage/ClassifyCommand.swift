import ArgumentParser
import Interchange
import Papers
import TopicClassification
import Venues

/// `papertriage classify`: topics for titles and abstracts, without PDFs.
struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Gives titles and abstracts their topics and groups.",
    discussion: """
      Reads one paper a line as JSON, or CSV, with id, title and abstract; writes one JSON object a line, in the same
      order: every topic and group of the venue with its probability, and whether a person should look. A batch of ten
      papers or more that is unlike those the model was calibrated on is called so on standard error.

      Examples:
        papertriage classify abstracts.csv
        papertriage classify --risk 0.1 abstracts.csv
        papertriage classify --summary abstracts.csv > topics.ndjson
        papertriage classify --venue venue.yaml papers.ndjson.gz > topics.ndjson
        echo '{"id": "7", "title": "Pruning at scale", "abstract": "..."}' | papertriage classify
      """)

  @Option(help: "The venue file; the shipped venue if left out.")
  var venue: String?

  @Option(help: "The folder of the model; the shipped model if left out.")
  var model: String?

  @OptionGroup var encoder: EncoderOption

  @OptionGroup var review: ReviewOptions

  @Flag(help: "Say on standard error how many papers probably have each topic, by the batch's own frequencies.")
  var summary = false

  @Argument(help: "A file of papers; - or nothing is standard input.")
  var file = "-"

  func run() throws {
    let files = InstalledFiles()
    let venue = try VenueFile.read(files.venue(flag: venue))
    let classifier = try review.applied(
      to: TopicClassifier(modelFolder: files.model(flag: model), venue: venue, encoder: encoder.opened()))
    classifier.nameUnknownLabels()
    let writer = try RowWriter("-")
    var batch: [(id: String, input: ClassifierInput)] = []
    var head: [(input: ClassifierInput, prediction: TopicPrediction)] = []
    var lines: [String: Int] = [:]
    try RecordReader.forEachRecord(in: file) { record in
      let id = try record.requiredText("id")
      if let line = lines.updateValue(record.line, forKey: id) {
        throw InterchangeError.repeatedID(path: record.file, line: record.line, id: id, firstLine: line)
      }
      batch.append((id, ClassifierInput(title: record.text("title"), abstract: record.text("abstract"))))
      if batch.count == Self.batchSize {
        try write(batch, with: classifier, to: writer, head: &head)
        batch.removeAll()
      }
    }
    try write(batch, with: classifier, to: writer, head: &head)
    try writer.finish()
    guard let report = classifier.batchReport(of: head.map(\.input), predictions: head.map(\.prediction)) else {
      if summary { writeToStandardError(BatchText.missing) }
      return
    }
    if summary {
      writeToStandardError(lines: BatchText(report: report, venue: venue).summary)
    } else if let warning = report.warning {
      writeToStandardError(warning)
    }
  }

  /// The first papers are enough to know a batch by, and keep a long stream out of memory and quick; a summary is over
  /// all.
  private var headSize: Int { summary ? .max : 500 }

  /// Enough to keep all cores busy, little enough to stream.
  private static let batchSize = 1024

  private func write(
    _ batch: [(id: String, input: ClassifierInput)], with classifier: TopicClassifier, to writer: RowWriter,
    head: inout [(input: ClassifierInput, prediction: TopicPrediction)]
  ) throws {
    var rows = JSONBytes()
    for (paper, prediction) in zip(batch, classifier.predictions(for: batch.map(\.input))) {
      if head.count < headSize { head.append((paper.input, prediction)) }
      ClassifiedPaper(id: paper.id, prediction: prediction).append(to: &rows)
    }
    try writer.write(rows)
  }
}

extension TopicClassifier {
  /// Says on standard error which of the venue's labels the model does not know.
  func nameUnknownLabels() {
    guard !unknownLabels.isEmpty else { return }
    writeToStandardError(
      "The model does not know \(unknownLabels.joined(separator: ", ")); their probability is always 0.")
  }
}
