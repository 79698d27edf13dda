import ArgumentParser
import Foundation
import PDFWorkers
import Submissions
import TopicClassification
import Triage
import TriagePipeline
import Venues

/// `papertriage triage`: from a folder of PDFs to tagged papers.
struct TriageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage",
    abstract: "Tags every submission with topics and shows which ones need a person.",
    discussion: """
      Writes into the output folder:
        report.html       what chairs work from: filters, lists, each paper with its evidence
        papers.csv        one row a paper for a spreadsheet
        papers.ndjson     the same in full, one JSON object a line
        hotcrp-tags.csv   tags for HotCRP's bulk assignment page
        chair/            the first three with all that may tell who the authors are
        pages/            pictures of first pages, if they are too many to lie in the report
        triage.sqlite     all of it as a database, and what a second run need not read again
      All but chair/ and the database are safe for readers who must not know the authors.

      Examples:
        papertriage triage ~/papers
        papertriage triage papers.zip --metadata submissions.csv --output results
        papertriage triage ~/papers --venue mlsys-2024.yaml --model my-model
        papertriage triage ~/papers --risk 0.1      of what nobody looks at, a tenth may be wrong
      """)

  @Argument(help: "PDFs, folders and zips of them.", completion: .file())
  var paths: [String]

  @Option(help: "The venue file (default: the one that comes with the program).", completion: .file())
  var venue: String?

  @Option(help: "The model folder (default: the one that comes with the program).", completion: .directory)
  var model: String?

  @Option(
    help: "What the submission system knows: CSV, JSON or NDJSON with file, id, title, abstract, authors, topics.",
    completion: .file())
  var metadata: String?

  @Option(name: .shortAndLong, help: "The folder for the results.", completion: .directory)
  var output = "triage"

  @Option(help: "What each HotCRP tag begins with.")
  var tagPrefix = "pt"

  @Flag(help: "Draw no pictures of first pages for the reports.")
  var noPictures = false

  @OptionGroup var encoder: EncoderOption

  @OptionGroup var review: ReviewOptions

  @OptionGroup var work: WorkOptions

  func validate() throws {
    let isTag = tagPrefix.first?.isLetter == true && tagPrefix.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if !isTag {
      throw ValidationError("--tag-prefix is '\(tagPrefix)', but must be letters and digits and begin with a letter.")
    }
  }

  func run() async throws {
    let list = SubmissionList(paths: paths)
    guard !list.files.isEmpty else {
      UnreadableInputs(list).name()
      throw PipelineError.nothingToRead(paths: paths, otherFileCount: list.otherFileCount)
    }
    let files = InstalledFiles()
    let venue = try VenueFile.read(files.venue(flag: venue))
    let metadata = try metadata.map(SubmissionMetadata.init(path:)) ?? SubmissionMetadata()
    let folder = try ResultFolder(output)
    let classifier = try review.applied(
      to: TopicClassifier(modelFolder: files.model(flag: model), venue: venue, encoder: encoder.opened()))
    classifier.nameUnknownLabels()
    var workers = try work.workers(rules: try files.rules(for: venue))
    workers.drawsFirstPages = !noPictures
    let pipeline = TriagePipeline(
      classifier: classifier,
      metadata: metadata,
      workers: workers,
      settings: ResultWriter.Settings(
        venue: venue, tagPrefix: tagPrefix, topicThresholds: classifier.topicThresholds,
        groupThresholds: classifier.groupThresholds, reviewNote: classifier.reviewNote))
    let progress = TerminalProgress("Reading PDFs", total: list.files.count)
    let outcome = try await Interruption.cancelling {
      try await pipeline.run(list, into: folder, progress: progress.advance)
    }
    progress.finish()

    let problems = UnreadableInputs(list)
    for assessment in outcome.assessments {
      if let failure = assessment.failure { problems.add(assessment.file, failure.sentence) }
    }
    if !outcome.isComplete {
      problems.add(
        "stopped",
        "\(outcome.assessments.count) of \(list.files.count) files were read; run the same command again to go on.")
    }
    print(TriageSummary(outcome, venue: venue, list: list, folder: folder.path, reviewNote: classifier.reviewNote).text)
    try problems.report()
  }
}
