import Dispatch
import Foundation
import PDFWorkers
import Papers
import SubmissionChecks
import Submissions
import Synchronization
import Venues
import Workspaces

/// Reads submissions through the PDF workers, taking from a workspace what was read before.
public struct SubmissionReader: Sendable {
  /// A submission that was read, or why it could not be.
  public struct Reading: Sendable {
    /// The submission.
    public let file: SubmissionFile
    /// What was read, or why nothing could be.
    public let outcome: Result<Paper, PDFFailure>
    /// What checks found: one finding for each rule; empty if nothing was to be checked.
    public let findings: [Finding]
    /// The SHA-256 of its bytes in hexadecimal; `nil` if it could not be opened or nothing is kept.
    public let content: String?
    /// The key under which the reading is kept; `nil` if it is not.
    public let key: String?
    /// Pictures of pages that findings stand on, if the workers draw them.
    public var findingPages: [DrawnPage] = []
  }

  private let workers: PDFWorkerPool
  private let workspace: Workspace?
  private let metadata: SubmissionMetadata
  private let contents = SubmissionContents()

  /// Makes a reader; it checks papers if the workers have rules.
  ///
  /// - Parameters:
  ///   - workspace: Where readings are kept; `nil` keeps none.
  ///   - metadata: What the submission system knows of the papers.
  public init(
    workers: PDFWorkerPool, workspace: Workspace?, metadata: SubmissionMetadata = SubmissionMetadata()
  ) {
    self.workers = workers
    self.workspace = workspace
    self.metadata = metadata
  }

  /// Reads files.
  ///
  /// - Parameters:
  ///   - files: What to read.
  ///   - onReading: Called once for each file, in the files' order, never from two threads at once, as soon as all
  ///     before it are there.
  /// - Throws: What the workspace or `onReading` throws, and ``PDFWorkerError`` if no worker starts; what was kept
  ///   until then stays kept.
  public func read(
    _ files: [SubmissionFile], onReading: @escaping @Sendable (Reading) throws -> Void
  ) async throws {
    let order = InOrder(onReading)
    let keeper = try ReadingKeeper(workspace: workspace, extractor: extractor)
    let hashes = keeper.isKeeping ? self.hashes(of: files) : files.map { _ in nil }
    let records = files.map { record(of: $0) }
    var unknown: [Int] = []
    for (index, content) in hashes.enumerated() {
      if let content, let outcome = keeper.known(key(content, records[index]), withPicture: workers.drawsFirstPages) {
        order.put(reading(files[index], outcome, records[index], content: content), at: index)
      } else {
        unknown.append(index)
      }
    }
    let contents = contents
    let sources = unknown.map { index in
      PDFSource(name: files[index].name, record: records[index]) { () throws(PDFFailure) in
        try contents.open(files[index])
      }
    }
    let indices = unknown
    try await workers.extract(sources) { number, outcome in
      let index = indices[number]
      if let content = hashes[index] { keeper.keep(outcome, of: key(content, records[index])) }
      order.put(reading(files[index], outcome, records[index], content: hashes[index]), at: index)
    }
    try keeper.flush()
    try order.rethrow()
  }

  /// Returns the content hash of each file, `nil` where it cannot be opened; the worker will say why.
  private func hashes(of files: [SubmissionFile]) -> [String?] {
    let hashes = Mutex([String?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let hash = try? contents.hash(of: files[index])
      hashes.withLock { $0[index] = hash }
    }
    return hashes.withLock { $0 }
  }

  /// What checks need to know of a submission; nothing if nothing is checked, so that readings do not depend on it.
  private func record(of file: SubmissionFile) -> SubmissionRecord {
    guard workers.rules != nil, let entry = metadata.entry(forPath: file.givenName) else { return .unknown }
    return SubmissionRecord(authors: entry.authors, submittedAt: entry.submittedAt)
  }

  /// The version of all that a reading depends on but the file: another call checks anew.
  private var extractor: String {
    guard let rules = workers.rules else { return workers.identity }
    return "\(workers.identity)+\(Self.hash(of: rules))"
  }

  /// What a reading is kept under: the file's bytes and what is known of the submission.
  private func key(_ content: String, _ record: SubmissionRecord) -> String {
    record == .unknown ? content : "\(content)+\(Self.hash(of: record))"
  }

  private static func hash(of value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var hash = StableHash()
    // Texts, numbers and lists of them are always JSON; a venue's numbers were JSON before.
    hash.combine((try? encoder.encode(value)) ?? Data())
    return hash.hexadecimal
  }

  private func reading(
    _ file: SubmissionFile, _ outcome: Result<PDFReading, PDFFailure>, _ record: SubmissionRecord, content: String?
  ) -> Reading {
    switch outcome {
    case .success(var reading):
      reading.paper.file = file.name
      return Reading(
        file: file, outcome: .success(reading.paper), findings: reading.findings, content: content,
        key: content.map { key($0, record) }, findingPages: reading.findingPages ?? [])
    case .failure(let failure):
      let findings = workers.rules.map { SubmissionChecker(rules: $0).findings(for: failure, record: record) } ?? []
      return Reading(
        file: file, outcome: .failure(failure), findings: findings, content: content,
        key: content.map { key($0, record) })
    }
  }
}

/// Keeps readings in a workspace, some at a time: one transaction for each paper would wait for the disk each time.
private final class ReadingKeeper: Sendable {
  private struct State {
    var pending: [(content: String, reading: Result<PDFReading, PDFFailure>)] = []
    var error: (any Error)?
  }

  /// At most so many readings, about a second's work, are lost when the program is killed.
  private static let batchSize = 16

  private let workspace: Workspace?
  private let extractor: String
  private let knownReadings: [String: Result<PDFReading, PDFFailure>]
  private let drawnPages: Set<String>
  private let state = Mutex(State())

  init(workspace: Workspace?, extractor: String) throws {
    self.workspace = workspace
    self.extractor = extractor
    knownReadings = try workspace?.readings(extractor: extractor) ?? [:]
    drawnPages = try workspace?.drawnPages(extractor: extractor) ?? []
  }

  var isKeeping: Bool { workspace != nil }

  /// Returns what was read before; `nil` also if a picture is wanted that was not drawn with it.
  func known(_ content: String, withPicture needsPicture: Bool) -> Result<PDFReading, PDFFailure>? {
    guard let known = knownReadings[content] else { return nil }
    if case .success = known, needsPicture, !drawnPages.contains(content) { return nil }
    return known
  }

  func keep(_ reading: Result<PDFReading, PDFFailure>, of content: String) {
    // A file that took too long may have met a busy machine, and one that was gone may be there again: both are read
    // anew next time.
    if case .failure(let failure) = reading, [.tooSlow, .cannotOpen].contains(failure.kind) { return }
    state.withLock { state in
      state.pending.append((content, reading))
      if state.pending.count >= Self.batchSize { write(&state) }
    }
  }

  func flush() throws {
    try state.withLock { state in
      write(&state)
      if let error = state.error { throw error }
    }
  }

  private func write(_ state: inout State) {
    do {
      try workspace?.keep(state.pending, extractor: extractor)
      state.pending = []
    } catch {
      state.error = error
    }
  }
}
