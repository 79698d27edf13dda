import Dispatch
import PDFWorkers
import Papers
import Submissions
import Synchronization
import Workspaces

/// Reads submissions through the PDF workers, taking from a workspace what was read before.
public struct SubmissionReader: Sendable {
  /// A submission that was read, or why it could not be.
  public struct Reading: Sendable {
    /// The submission.
    public let file: SubmissionFile
    /// What was read, or why nothing could be.
    public let outcome: Result<Paper, PDFFailure>
    /// The SHA-256 of its bytes in hexadecimal; `nil` if it could not be opened or nothing is kept.
    public let content: String?
  }

  private let workers: PDFWorkerPool
  private let workspace: Workspace?
  private let contents = SubmissionContents()

  /// Makes a reader.
  ///
  /// - Parameter workspace: Where readings are kept; `nil` keeps none.
  public init(workers: PDFWorkerPool, workspace: Workspace?) {
    self.workers = workers
    self.workspace = workspace
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
    let keeper = try ReadingKeeper(workspace: workspace, extractor: workers.identity)
    let hashes = keeper.isKeeping ? self.hashes(of: files) : files.map { _ in nil }
    var unknown: [Int] = []
    for (index, content) in hashes.enumerated() {
      if let content, let outcome = keeper.known(content) {
        order.put(Self.reading(files[index], outcome, content: content), at: index)
      } else {
        unknown.append(index)
      }
    }
    let contents = contents
    let sources = unknown.map { index in
      PDFSource(name: files[index].name) { () throws(PDFFailure) in try contents.open(files[index]) }
    }
    let indices = unknown
    try await workers.extract(sources) { number, outcome in
      let index = indices[number]
      if let content = hashes[index] { keeper.keep(outcome, of: content) }
      order.put(Self.reading(files[index], outcome, content: hashes[index]), at: index)
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

  private static func reading(
    _ file: SubmissionFile, _ outcome: Result<Paper, PDFFailure>, content: String?
  ) -> Reading {
    let named = outcome.map { paper in
      var paper = paper
      paper.file = file.name
      return paper
    }
    return Reading(file: file, outcome: named, content: content)
  }
}

/// Keeps readings in a workspace, some at a time: one transaction for each paper would wait for the disk each time.
private final class ReadingKeeper: Sendable {
  private struct State {
    var pending: [(content: String, reading: Result<Paper, PDFFailure>)] = []
    var error: (any Error)?
  }

  /// At most so many readings, about a second's work, are lost when the program is killed.
  private static let batchSize = 16

  private let workspace: Workspace?
  private let extractor: String
  private let knownReadings: [String: Result<Paper, PDFFailure>]
  private let state = Mutex(State())

  init(workspace: Workspace?, extractor: String) throws {
    self.workspace = workspace
    self.extractor = extractor
    knownReadings = try workspace?.readings(extractor: extractor) ?? [:]
  }

  var isKeeping: Bool { workspace != nil }

  func known(_ content: String) -> Result<Paper, PDFFailure>? { knownReadings[content] }

  func keep(_ reading: Result<Paper, PDFFailure>, of content: String) {
    // A file that took too long may have met a busy machine: it is read anew next time.
    if case .failure(let failure) = reading, failure.kind == .tooSlow { return }
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
