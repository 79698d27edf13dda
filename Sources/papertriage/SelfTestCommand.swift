import ArgumentParser
import Foundation
import Interchange
import Papers
import RuleTrials
import SubmissionChecks
import Submissions
import Synchronization
import TriagePipeline
import Venues

/// `papertriage selftest`: how often each rule of a venue is right.
struct SelfTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selftest",
    abstract: "Measures each rule of a venue on legal papers and on copies that break one rule each.",
    discussion: """
      Runs all rules over the papers that come with the program and says how many breaches each rule found, by what was
      altered and by how much, and how many papers it accused that keep the rule, with exact 95% bounds. Copies are those of
      known kinds of breaches: what nobody thought of is not measured. As text on a terminal, otherwise as JSON
      (corpora/schemas/selftest.schema.json).

      Examples:
        papertriage selftest
        papertriage selftest --venue my-venue.yaml --rule blind.links
        papertriage selftest --papers FOLDER        papers made with tools/typeset-legal-papers
      """)

  @Option(help: "The venue file (default: the one that comes with the program).", completion: .file())
  var venue: String?

  @Option(
    help: "Papers to measure on: a folder with manifest.ndjson (default: those that come with the program).",
    completion: .directory)
  var papers: String?

  @Option(help: "Only the copies that break this rule; legal papers are left out.")
  var rule: String?

  @Option(help: "text or json (default: text on a terminal, else json).")
  var format: TextOrJSON?

  @OptionGroup var work: WorkOptions

  func validate() throws {
    if let rule, SubmissionChecker.rule(rule) == nil {
      throw ValidationError(
        "--rule is '\(rule)', but must be one of: "
          + SubmissionChecker.allRules.map(\.id).joined(separator: ", ") + ".")
    }
  }

  func run() async throws {
    let installed = InstalledFiles()
    let rules = try installed.rules(for: try VenueFile.read(installed.venue(flag: venue)))
    let set = try TrialSet(folder: try installed.trialPapers(flag: papers))
    let chosen = set.papers.filter { rule == nil || $0.rule == rule }
    let folder = FileManager.default.temporaryDirectory.appending(path: "papertriage-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // The papers are our own and public: what a killed run leaves behind is no secret.
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paths = try set.prepare(chosen, in: folder, maxFileMb: rules.venue.maxFileMb)
    let report = try await report(on: chosen, at: paths, rules: rules)
    let isText = (format ?? (isatty(STDOUT_FILENO) == 1 ? .text : .json)) == .text
    let output = isText ? Data(SelfTestText.text(for: report).utf8) : try ContractJSON.document(report)
    try FileHandle.standardOutput.write(contentsOf: output)
  }

  private func report(on papers: [TrialPaper], at paths: [String], rules: RuleBook) async throws -> TrialReport {
    let names = paths.map { ($0 as NSString).lastPathComponent }
    let metadata = SubmissionMetadata(
      entries: zip(papers, names).map { paper, name in
        let record = paper.record(for: rules.venue)
        return SubmissionMetadata.Entry(
          id: PaperID(rawValue: name), file: name, authors: record.authors, submittedAt: record.submittedAt)
      })
    let reader = SubmissionReader(workers: try work.workers(rules: rules), workspace: nil, metadata: metadata)
    let files = zip(paths, names).map { SubmissionFile(name: $1, location: .file(path: $0)) }
    let papers = Dictionary(zip(names, papers), uniquingKeysWith: { first, _ in first })
    let tally = Mutex(TrialTally(rules: rules))
    let progress = TerminalProgress("Checking papers", total: files.count)
    try await reader.read(files) { reading in
      if let paper = papers[reading.file.name] { tally.withLock { $0.add(paper, findings: reading.findings) } }
      progress.advance()
    }
    progress.finish()
    return tally.withLock { $0.report() }
  }
}
