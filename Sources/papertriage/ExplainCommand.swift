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
      JSON object a line (corpora/schemas/explain.schema.json), with places in Unicode characters. With --corpus also
      the labelled papers that are nearest to it, by words and by embedding, with their labels.

      Examples:
        papertriage explain abstracts.csv
        papertriage explain --corpus past.ndjson --nearest 3 abstracts.csv
        papertriage explain --label mlops --label serving papers.ndjson > reasons.ndjson
        echo '{"id": "7", "title": "Pruning at scale", "abstract": "..."}' | papertriage explain --format text
      """)

  @Option(help: "The venue file; the shipped venue if left out.")
  var venue: String?

  @Option(help: "The folder of the model; the shipped model if left out.")
  var model: String?

  @OptionGroup var encoder: EncoderOption

  @Option(name: .customLong("label"), help: "A topic or group to explain instead; may be given several times.")
  var labels: [String] = []

  @Option(help: "A file of labelled papers to find the nearest in; may be given several times.", completion: .file())
  var corpus: [String] = []

  @Option(help: "How many of the nearest labelled papers are named.")
  var nearest = 5

  @Option(help: "text or json (default: text on a terminal, else json).")
  var format: TextOrJSON?

  @Argument(help: "A file of papers; - or nothing is standard input.")
  var file = "-"

  func validate() throws {
    if nearest < 1 { throw ValidationError("--nearest is \(nearest), but must be 1 or more.") }
  }

  func run() throws {
    let files = InstalledFiles()
    let venue = try VenueFile.read(files.venue(flag: venue))
    let known = venue.topics.map(\.id) + venue.groups.map(\.id)
    for label in labels { try UnknownName.check(label, among: known, kind: "topic or group") }
    let classifier = try TopicClassifier(
      modelFolder: files.model(flag: model), venue: venue, encoder: encoder.opened())
    classifier.nameUnknownLabels()
    let neighbours =
      corpus.isEmpty
      ? nil : LabelledNeighbours(try CorpusFile.read(corpus, venue: venue, representative: nil), for: classifier)
    let isText = (format ?? (isatty(STDOUT_FILENO) == 1 ? .text : .json)) == .text
    let writer = try RowWriter("-")
    try RecordReader.forEachRecord(in: file) { record in
      let input = ClassifierInput(title: record.text("title"), abstract: record.text("abstract"))
      let id = try record.requiredText("id")
      let paper = ExplainedPaper(
        id: id, input: input, prediction: classifier.predictions(for: [input])[0],
        labels: labels.isEmpty ? nil : Set(labels), classifier: classifier,
        nearest: neighbours?.nearest(to: input, id: id, count: nearest))
      if isText {
        try writer.write(Data(ExplanationText(venue: venue).text(for: paper).utf8))
      } else {
        try writer.write(row: paper)
      }
    }
    try writer.finish()
  }
}
