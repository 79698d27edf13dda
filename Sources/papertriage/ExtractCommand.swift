import ArgumentParser
import Interchange
import PDFWorkers
import Papers
import Submissions
import TopicClassification
import TriagePipeline
import Venues

/// `papertriage extract`: what is read from PDFs, one row each.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Reads title, authors, abstract, keywords and sections from PDFs.",
    discussion: """
      Writes one JSON object a line (corpora/schemas/extract.schema.json), in the order of the input. A file that
      cannot be read has a row with `error` and is named on standard error; the others go on.

      Examples:
        papertriage extract paper.pdf
        papertriage extract ~/papers submissions.zip --output papers.ndjson.gz
        papertriage extract ~/papers --evidence
      """)

  @Argument(help: "PDFs, folders and zips of them.", completion: .file())
  var paths: [String]

  @Option(name: .shortAndLong, help: "Where the rows go; a name that ends in .gz is gzipped.", completion: .file())
  var output = "-"

  @Flag(
    help: """
      Also list the sentences that state production use, duration, scale, impact, trade-offs and lessons, with their \
      pages, and how much title and abstract are like those of papers on lessons from production (evidence_score, from \
      0 to 1). They are the paper's own words: keep the output confidential. That none is found says nothing.
      """)
  var evidence = false

  @OptionGroup var work: WorkOptions

  func run() async throws {
    let list = SubmissionList(paths: paths)
    guard !list.files.isEmpty else {
      UnreadableInputs(list).name()
      throw PipelineError.nothingToRead(paths: paths, otherFileCount: list.otherFileCount)
    }
    var workers = try work.workers()
    workers.findsEvidence = evidence
    let classifier = evidence ? try self.classifier() : nil
    let reader = SubmissionReader(workers: workers, workspace: nil)
    let problems = UnreadableInputs(list)
    let writer = try RowWriter(output)
    let progress = TerminalProgress("Reading PDFs", total: list.files.count)
    try await reader.read(list.files) { reading in
      switch reading.outcome {
      case .success(let paper) where evidence:
        try writer.write(row: EvidencedPaper(paper, classifier: classifier))
      case .success(let paper): try writer.write(row: paper)
      case .failure(let failure):
        try writer.write(row: UnreadableRow(file: reading.file.name, failure: failure))
        problems.add(reading.file.name, failure.sentence)
      }
      progress.advance()
    }
    try writer.finish()
    progress.finish()
    try problems.report()
  }
}

extension ExtractCommand {
  /// The model and venue that come with the program, by which evidence is ranked.
  private func classifier() throws -> TopicClassifier {
    let files = InstalledFiles()
    return try TopicClassifier(
      modelFolder: try files.model(flag: nil), venue: try VenueFile.read(files.venue(flag: nil)))
  }
}

/// The row of a file that could not be read: the keys of any other row, and the reason.
private struct UnreadableRow: Encodable {
  private let paper: Paper
  private let error: String

  init(file: String, failure: PDFFailure) {
    paper = Paper(file: file, pageCount: 0)
    error = failure.sentence
  }

  private enum CodingKeys: String, CodingKey {
    case pageCount, error
  }

  func encode(to encoder: any Encoder) throws {
    try paper.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeNil(forKey: .pageCount)
    try container.encode(error, forKey: .error)
  }
}
