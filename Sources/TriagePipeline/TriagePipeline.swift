import PDFWorkers
import Papers
import Submissions
import Synchronization
import TopicClassification
import Triage
import Venues
import Workspaces

/// The way of the data, from a list of files to the results: the file to read first.
///
/// Files are read by PDF workers into papers; the classifier gives each its topics; the policy says which need a
/// person; the four together are an assessment; assessments are kept in the workspace and written as results.
public struct TriagePipeline: Sendable {
  private let classifier: TopicClassifier
  private let metadata: SubmissionMetadata
  private let workers: PDFWorkerPool
  private let settings: ResultWriter.Settings
  private let policy = TriagePolicy()

  /// Puts the parts together.
  ///
  /// - Parameters:
  ///   - classifier: The model, matched to the venue.
  ///   - metadata: What the submission system knows of the papers.
  ///   - workers: The processes that read PDFs.
  ///   - settings: The venue, and how results are written.
  public init(
    classifier: TopicClassifier, metadata: SubmissionMetadata, workers: PDFWorkerPool, settings: ResultWriter.Settings
  ) {
    self.classifier = classifier
    self.metadata = metadata
    self.workers = workers
    self.settings = settings
  }

  /// What a run leaves besides its files.
  public struct Outcome: Sendable {
    /// The assessments, in the list's order, with the chairs' marks applied.
    public let assessments: [Assessment]
    /// What is different from the last complete run in the folder; `nil` if there was none.
    public let changes: ChangeSet?
    /// Whether every file was looked at; not so when the run was stopped.
    public let isComplete: Bool
    /// What is known of the batch as a whole; `nil` if it is too small, or the model cannot say.
    public let batch: BatchReport?
    /// How many papers the lists for a person hold, and on what grounds.
    public let attention: ResultWriter.Attention
  }

  /// Reads, classifies, judges and writes.
  ///
  /// When the task is cancelled, the results of what was read until then are written.
  ///
  /// - Parameters:
  ///   - list: The submissions.
  ///   - folder: Where the results go.
  ///   - progress: Called when one more file was read, from any thread.
  /// - Throws: ``PipelineError``, and what the workspace throws; what was read until then is kept in the folder.
  public func run(
    _ list: SubmissionList, into folder: ResultFolder, progress: @escaping @Sendable () -> Void
  ) async throws -> Outcome {
    let workspace = try Workspace(path: folder.workspacePath)
    let readings = try await readings(of: list.files, workspace: workspace, progress: progress)
    let isComplete = readings.count == list.files.count
    let assessments = assessments(of: readings)
    let rows = zip(assessments, readings).map { SubmissionRow($0, content: $1.content, reading: $1.key) }
    let changes = try workspace.replaceSubmissions(rows, isComplete: isComplete)
    var settings = settings
    settings.batch = batchReport(of: assessments)
    settings.showsPictures = workers.drawsFirstPages
    if !isComplete {
      settings.notice = "The run was stopped: \(readings.count) of \(list.files.count) files were read."
    }
    let writer = try ResultWriter(workspace, settings: settings)
    let results = try writer.write(to: folder)
    return Outcome(
      assessments: results.assessments, changes: changes, isComplete: isComplete, batch: settings.batch,
      attention: results.attention)
  }

  private func batchReport(of assessments: [Assessment]) -> BatchReport? {
    let known = assessments.compactMap { assessment in
      assessment.prediction.map { (ClassifierInput(title: assessment.title, abstract: assessment.abstract), $0) }
    }
    return classifier.batchReport(of: known.map(\.0), predictions: known.map(\.1))
  }

  private func readings(
    of files: [SubmissionFile], workspace: Workspace, progress: @escaping @Sendable () -> Void
  ) async throws -> [SubmissionReader.Reading] {
    let readings = Mutex<[SubmissionReader.Reading]>([])
    do {
      try await SubmissionReader(workers: workers, workspace: workspace, metadata: metadata).read(files) { reading in
        readings.withLock { $0.append(reading) }
        progress()
      }
    } catch is CancellationError {
      // The chair wants to see what there is.
    }
    return readings.withLock { $0 }
  }

  private func assessments(of readings: [SubmissionReader.Reading]) -> [Assessment] {
    let ids = certainIDs(of: readings.map(\.file))
    let entries = readings.map { metadata.entry(forPath: $0.file.givenName) }
    let inputs = zip(readings, entries).map { reading, entry in
      let paper = try? reading.outcome.get()  // a failure has no text of its own
      return ClassifierInput(
        title: entry?.title ?? paper?.title, abstract: entry?.abstract ?? paper?.abstract)
    }
    let predictions = classifier.predictions(for: inputs)
    let explanations = classifier.explanations(of: inputs, predictions: predictions)
    return readings.indices.map { index in
      let reading = readings[index]
      let input = inputs[index]
      let hasText = input.title != nil || input.abstract != nil
      let prediction = hasText ? predictions[index] : nil
      return Assessment(
        id: ids[index], file: reading.file.name, fileKey: reading.file.key, reading: reading.outcome,
        title: input.title, abstract: input.abstract, prediction: prediction,
        contributions: hasText ? explanations[index].flatMap(WordContribution.strongest) : [],
        findings: reading.findings,
        decision: policy.decision(
          for: reading.outcome, hasTypedText: entries[index]?.abstract != nil, prediction: prediction))
    }
  }

  /// The ids of the files: from the metadata, else from the name; two files that claim one id get none, because it is
  /// not certain whose it is.
  private func certainIDs(of files: [SubmissionFile]) -> [PaperID?] {
    let claims = files.map { file in
      metadata.entry(forPath: file.givenName)?.id ?? PaperIDRule.id(forPath: file.givenName)
    }
    let counts = Dictionary(claims.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    return claims.map { claim in claim.flatMap { counts[$0] == 1 ? $0 : nil } }
  }
}
