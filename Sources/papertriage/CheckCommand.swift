import ArgumentParser
import Foundation
import Interchange
import PDFWorkers
import Papers
import SubmissionChecks
import Submissions
import Synchronization
import TriagePipeline
import Venues

/// `papertriage check`: each paper against the rules of a call.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks papers against the call's rules: length, template, anonymity, files, deadline.",
    discussion: """
      Each finding is evidence for a person, never a decision: fail is certain, look is for a person to decide. On a
      terminal the findings are text; otherwise one JSON object a line (corpora/schemas/check.schema.json) with one
      finding for each rule. As HTML it is one page, with the pages that findings stand on and the place marked; it loads
      nothing from anywhere. Findings never change the exit status.

      Examples:
        papertriage check paper.pdf
        papertriage check ~/papers --venue mlsys-2024.yaml --metadata submissions.csv
        papertriage check ~/papers --format ndjson --output findings.ndjson.gz
        papertriage check paper.pdf --format html --output findings.html
        papertriage check --explain length.pages
      """)

  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case ndjson
    case html
  }

  /// With more papers than this a page of HTML has no pictures: it would have hundreds of megabytes.
  private static let mostPicturedPapers = 200

  @Argument(help: "PDFs, folders and zips of them.", completion: .file())
  var paths: [String] = []

  @Option(help: "The venue file (default: the one that comes with the program).", completion: .file())
  var venue: String?

  @Option(
    help: "What the submission system knows: CSV, JSON or NDJSON with file, id, authors, submitted_at.",
    completion: .file())
  var metadata: String?

  @Option(help: "text, ndjson or html (default: text on a terminal, else ndjson).")
  var format: Format?

  @Option(name: .shortAndLong, help: "Where the rows go; a name that ends in .gz is gzipped.", completion: .file())
  var output = "-"

  @Option(help: "Documents one rule, such as length.pages, instead of checking; 'all' lists them.")
  var explain: String?

  @OptionGroup var work: WorkOptions

  func validate() throws {
    if let explain {
      if explain != "all", SubmissionChecker.rule(explain) == nil {
        throw ValidationError(
          "--explain is '\(explain)', but must be 'all' or a rule: "
            + SubmissionChecker.allRules.map(\.id).joined(separator: ", ") + ".")
      }
    } else if paths.isEmpty {
      throw ValidationError("Missing expected argument '<paths> ...'")
    }
  }

  func run() async throws {
    if let explain {
      print(RuleExplanation.text(for: explain))
      return
    }
    let list = SubmissionList(paths: paths)
    guard !list.files.isEmpty else {
      UnreadableInputs(list).name()
      throw PipelineError.nothingToRead(paths: paths, otherFileCount: list.otherFileCount)
    }
    let files = InstalledFiles()
    let rules = try files.rules(for: try VenueFile.read(files.venue(flag: venue)))
    let metadata = try metadata.map(SubmissionMetadata.init(path:)) ?? SubmissionMetadata()
    var workers = try work.workers(rules: rules)
    workers.drawsFindingPages = format == .html && list.files.count <= Self.mostPicturedPapers
    let reader = SubmissionReader(workers: workers, workspace: nil, metadata: metadata)
    let problems = UnreadableInputs(list)
    let writer = try RowWriter(output)
    let isTerminal = output == "-" && isatty(STDOUT_FILENO) == 1
    let text = (format ?? (isTerminal ? .text : .ndjson)) == .text ? FindingsText(isColored: isTerminal) : nil
    let progress = TerminalProgress("Checking PDFs", total: list.files.count)
    let papers = Mutex<[CheckPage.Paper]>([])
    try await reader.read(list.files) { reading in
      if case .failure(let failure) = reading.outcome { problems.add(reading.file.name, failure.sentence) }
      progress.advance()
      if format == .html {
        return papers.withLock { $0.append(CheckPage.Paper(reading)) }
      }
      let row = CheckRow(file: reading.file.name, findings: reading.findings)
      if let text {
        try writer.write(Data(text.text(for: row).utf8))
      } else {
        try writer.write(row: row)
      }
    }
    if format == .html { try writer.write(CheckPage(papers.withLock { $0 }, rules: rules).data) }
    try writer.finish()
    progress.finish()
    try problems.report()
  }
}

/// A row of `check`.
struct CheckRow: Encodable {
  let file: String
  let verdict: Verdict
  let findings: [Finding]

  init(file: String, findings: [Finding]) {
    self.file = file
    self.findings = findings
    verdict = Verdict.gravest(of: findings)
  }
}
