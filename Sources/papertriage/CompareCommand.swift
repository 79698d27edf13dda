import ArgumentParser
import Interchange
import TopicClassification
import Venues

/// `papertriage compare`: whether one model is better than another, on papers that neither has seen.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares two models paper by paper, and says whether the difference may be chance.",
    discussion: """
      Both models judge the same papers, of which none may have been trained on. Differences of F1 come with the range
      of 95 of 100 samples of papers (paired bootstrap) and a p-value (approximate randomisation); each topic and the
      primary topic with an exact McNemar test, raised for looking at many topics at once (Holm). As JSON
      (corpora/schemas/compare.schema.json) with every paper that the models label differently.

      Examples:
        papertriage compare models/default models/ours --corpus unseen.ndjson
        papertriage compare old new --corpus unseen.ndjson --venue venue.yaml --format json > difference.json
      """)

  @Argument(help: "The folder of the first model.", completion: .directory)
  var first: String

  @Argument(help: "The folder of the second model.", completion: .directory)
  var second: String

  @OptionGroup var encoder: EncoderOption

  @Option(parsing: .upToNextOption, help: "Files of papers with topics.", completion: .file())
  var corpus: [String]

  @Option(help: "The venue file that the topics are of; the shipped venue if left out.", completion: .file())
  var venue: String?

  @Option(
    help: ArgumentHelp(
      "Compare on the records with this value only, such as draw=phrase.", valueName: "field=value"))
  var only: FieldValue?

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  @Option(help: "Decides every random choice.")
  var seed: UInt64 = 1

  func run() throws {
    let venue = try VenueFile.read(InstalledFiles().venue(flag: venue))
    let encoder = try encoder.opened()
    let classifiers = try [first, second].map { try TopicClassifier(modelFolder: $0, venue: venue, encoder: encoder) }
    let corpus = try CorpusFile.read(corpus, venue: venue, representative: nil)
    var papers = corpus.papers
    if let only {
      let selection = try CorpusFile.ids(self.corpus, with: only)
      papers = papers.filter { selection.contains($0.id) }
    }
    guard !papers.isEmpty else { throw CorpusFileError.nothingLeft }
    for (folder, classifier) in zip([first, second], classifiers) where !classifier.unknownLabels.isEmpty {
      writeToStandardError(
        "\(folder) does not know \(classifier.unknownLabels.joined(separator: ", ")); it never assigns them.")
    }
    let report = ComparisonReport(
      classifiers[0].judged(papers), classifiers[1].judged(papers), corpus: corpus, seed: seed)
    let writer = try RowWriter("-")
    switch format {
    case .json: try writer.write(ContractJSON.document(report))
    case .text: try writer.write(ComparisonText(report, models: (first, second)).data)
    }
    try writer.finish()
  }
}
