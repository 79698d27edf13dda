import Foundation
import Interchange
import PDFWorkers
import Papers
import Reports
import Submissions
import Synchronization
import TopicClassification
import Triage
import Venues
import Workspaces

/// The way of the data, from a list of files to the results: the file to read first.
///
/// Files are read by PDF workers into papers; the classifier gives each its topics; the policy says which need a
/// person; the four together are an assessment; assessments are written as reports.
public struct TriagePipeline: Sendable {
  private let venue: Venue
  private let classifier: TopicClassifier
  private let metadata: SubmissionMetadata
  private let workers: PDFWorkerPool
  private let policy = TriagePolicy()
  private let tags: HotCRPTags

  /// Puts the parts together.
  ///
  /// - Parameters:
  ///   - venue: The topics, groups and rules.
  ///   - classifier: The model, matched to the venue.
  ///   - metadata: What the submission system knows of the papers.
  ///   - workers: The processes that read PDFs.
  ///   - tagPrefix: What each HotCRP tag begins with.
  public init(
    venue: Venue, classifier: TopicClassifier, metadata: SubmissionMetadata, workers: PDFWorkerPool,
    tagPrefix: String
  ) {
    self.venue = venue
    self.classifier = classifier
    self.metadata = metadata
    self.workers = workers
    tags = HotCRPTags(venue: venue, prefix: tagPrefix)
  }

  /// Reads, classifies, judges and writes; returns the assessments in the list's order.
  ///
  /// - Parameters:
  ///   - list: The submissions.
  ///   - folder: Where the results go.
  ///   - progress: Called when one more file was read, from any thread.
  /// - Throws: ``PipelineError``, and what the workspace throws; what was read until then is kept in the folder.
  public func run(
    _ list: SubmissionList, into folder: ResultFolder, progress: @escaping @Sendable () -> Void
  ) async throws -> [Assessment] {
    let workspace = try Workspace(path: folder.workspacePath)
    let readings = try await readings(of: list.files, workspace: workspace, progress: progress)
    let assessments = assessments(of: readings)
    try workspace.replaceSubmissions(
      zip(assessments, readings).map { SubmissionRow($0, content: $1.content) })
    try write(assessments, into: folder)
    return assessments
  }

  private func readings(
    of files: [SubmissionFile], workspace: Workspace, progress: @escaping @Sendable () -> Void
  ) async throws -> [SubmissionReader.Reading] {
    let readings = Mutex<[SubmissionReader.Reading]>([])
    try await SubmissionReader(workers: workers, workspace: workspace).read(files) { reading in
      readings.withLock { $0.append(reading) }
      progress()
    }
    return readings.withLock { $0 }
  }

  private func assessments(of readings: [SubmissionReader.Reading]) -> [Assessment] {
    let ids = certainIDs(of: readings.map(\.file))
    let entries = readings.map { metadata.entry(forPath: $0.file.name) }
    let inputs = zip(readings, entries).map { reading, entry in
      let paper = try? reading.outcome.get()  // a failure has no text of its own
      return ClassifierInput(
        title: entry?.title ?? paper?.title, abstract: entry?.abstract ?? paper?.abstract)
    }
    let predictions = classifier.predictions(for: inputs)
    return readings.indices.map { index in
      let reading = readings[index]
      let input = inputs[index]
      let hasText = input.title != nil || input.abstract != nil
      let prediction = hasText ? predictions[index] : nil
      return Assessment(
        id: ids[index], file: reading.file.name, reading: reading.outcome,
        title: input.title, abstract: input.abstract, prediction: prediction, findings: [],
        decision: policy.decision(
          for: reading.outcome, hasTypedText: entries[index]?.abstract != nil, prediction: prediction))
    }
  }

  /// The ids of the files: from the metadata, else from the name; two files that claim one id get none, because it is
  /// not certain whose it is.
  private func certainIDs(of files: [SubmissionFile]) -> [PaperID?] {
    let claims = files.map { metadata.entry(forPath: $0.name)?.id ?? PaperIDRule.id(forPath: $0.name) }
    let counts = Dictionary(claims.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    return claims.map { claim in claim.flatMap { counts[$0] == 1 ? $0 : nil } }
  }

  private func write(_ assessments: [Assessment], into folder: ResultFolder) throws {
    var rows = Data()
    for assessment in assessments { rows += try ContractJSON.line(PaperRow(assessment)) }
    try folder.write(rows, to: "papers.ndjson")
    let table = PapersTable(venue: venue)
    let csv = table.header + assessments.map(table.row).joined()
    try folder.write(Data(csv.utf8), to: "papers.csv")
    try folder.write(Data(tags.text(for: assessments).utf8), to: "hotcrp-tags.csv")
  }
}
