import Foundation
import Papers
import Synchronization
import Venues

/// One PDF to read.
public struct PDFSource: Sendable {
  /// What the file is called in results; a member of a zip is `a.zip!/b.pdf`.
  public var name: String
  /// What the submission system knows of it.
  public var record: SubmissionRecord
  /// Makes the file's bytes available to a worker; called just before they are needed.
  public var open: @Sendable () throws(PDFFailure) -> any OpenedFile

  /// Makes a source of a file that need not be on the disk before it is read.
  public init(
    name: String, record: SubmissionRecord = .unknown,
    open: @escaping @Sendable () throws(PDFFailure) -> any OpenedFile
  ) {
    self.name = name
    self.record = record
    self.open = open
  }
}

/// Processes that read PDFs, so that a hostile file costs its own row and nothing else.
///
/// Each worker is driven by a thread of its own, which lives as long as the worker: Linux ends a worker with the
/// thread that started it. A worker serves many files; one that dies or takes too long is replaced.
public struct PDFWorkerPool: Sendable {
  /// The worker program.
  public let executable: String
  /// How many workers run at once.
  public let workerCount: Int
  /// What each worker may use.
  public let limits: WorkerLimits
  /// What papers are checked against; `nil` checks nothing.
  public var rules: RuleBook?
  /// Whether readings come with pictures of the first page.
  public var drawsFirstPages = false
  /// Whether readings come with pictures of the pages that findings stand on.
  public var drawsFindingPages = false
  /// Whether readings come with the sentences that speak of real use.
  public var findsEvidence = false
  /// Called with a worker's process id when it has taken a file, for tests.
  var onFileTaken: @Sendable (Int32) -> Void = { _ in }

  /// What tells this worker program from an older or newer one, whose readings may differ.
  public var identity: String {
    var status = stat()
    guard stat(executable, &status) == 0 else { return "unknown" }
    return "\(status.st_size)-\(status.st_mtim.tv_sec)"
  }

  /// The time in which a worker must say that it is ready, on a busy machine too.
  private static let startTime = Duration.seconds(30)

  /// Makes a pool; workers start when files come.
  public init(
    executable: String, workerCount: Int, limits: WorkerLimits = WorkerLimits(), rules: RuleBook? = nil
  ) {
    precondition(workerCount > 0, "a pool has at least one worker")
    self.executable = executable
    self.workerCount = workerCount
    self.limits = limits
    self.rules = rules
  }

  /// Reads files; every source gets exactly one result unless an error is thrown or the task is cancelled.
  ///
  /// - Parameters:
  ///   - sources: The files, in any number.
  ///   - onResult: Called with the source's index as soon as its result is there, from several threads at once and in
  ///     no order.
  /// - Throws: ``PDFWorkerError`` if no worker can be started.
  public func extract(
    _ sources: [PDFSource], onResult: @escaping @Sendable (Int, Result<PDFReading, PDFFailure>) -> Void
  ) async throws {
    guard !sources.isEmpty else { return }
    let run = PoolRun(sourceCount: sources.count, threadCount: min(workerCount, sources.count))
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        for _ in 0..<run.threadCount {
          let thread = Thread {
            let error = self.drive(run, sources, onResult)
            if let result = run.threadEnded(with: error) { continuation.resume(with: result) }
          }
          thread.stackSize = 1 << 20
          thread.start()
        }
      }
    } onCancel: {
      run.cancel()
    }
  }

  /// Serves files from one thread until none is left.
  private func drive(
    _ run: PoolRun, _ sources: [PDFSource], _ onResult: (Int, Result<PDFReading, PDFFailure>) -> Void
  ) -> PDFWorkerError? {
    var worker: WorkerProcess?
    defer { _ = worker?.end() }
    while let index = run.nextIndex() {
      let file: any OpenedFile
      do {
        file = try sources[index].open()
      } catch {
        onResult(index, .failure(error))
        continue
      }
      var request = WorkerRequest(
        path: file.path, name: sources[index].name, rules: rules, record: sources[index].record)
      if findsEvidence { request.findsEvidence = true }
      var answer: Result<PDFReading, PDFFailure>?
      // Again if a worker was gone before it took the file, which says nothing about the file, and without drawing if
      // one died while it drew.
      var attempts = 0
      while answer == nil, attempts < 2 {
        attempts += 1
        do throws(PDFWorkerError) {
          let current = if let worker { worker } else { try started() }
          worker = current
          let exchange = answerOf(current, to: request)
          answer = exchange.answer
          if !exchange.isUsable { worker = nil }
          if exchange.diedDrawing, request.leavesOutDrawing == nil {
            request.leavesOutDrawing = true
            answer = nil
            attempts = 0
          }
        } catch {
          return run.giveBack(index, because: error)
        }
      }
      if drawsFirstPages, case .success(var reading) = answer {
        reading.firstPage = firstPage(for: request, from: &worker)
        answer = .success(reading)
      }
      if drawsFindingPages, case .success(var reading) = answer {
        reading.findingPages = findingPages(for: request, of: reading, from: &worker)
        answer = .success(reading)
      }
      withExtendedLifetime(file) {}
      onResult(
        index,
        answer
          ?? .failure(
            PDFFailure(
              kind: .crashed, sentence: "The program that reads PDFs ended twice before it took the file. Run again.")))
    }
    return nil
  }

  func started() throws(PDFWorkerError) -> WorkerProcess {
    for _ in 0..<2 {
      let worker = try WorkerProcess(program: executable, limits: limits)
      if case .reply(.ready) = worker.nextReply(until: .now + Self.startTime) { return worker }
      _ = worker.end()
    }
    throw .doesNotAnswer(program: executable)
  }

  /// How a request to a worker ended.
  private struct Exchange {
    /// The answer; `nil` if the worker was gone before it took the file.
    var answer: Result<PDFReading, PDFFailure>?
    /// Whether the worker can serve on.
    var isUsable = false
    /// Whether it died, or took too long, while it drew pages.
    var diedDrawing = false
  }

  private func answerOf(_ worker: WorkerProcess, to request: WorkerRequest) -> Exchange {
    worker.send(request)
    var deadline = ContinuousClock.now + limits.wallClock
    var hasStarted = false
    var isDrawing = false
    while true {
      switch worker.nextReply(until: deadline) {
      case .reply(.ready): continue
      case .reply(.started):
        hasStarted = true
        onFileTaken(worker.identifier)
      case .reply(.drawing):
        isDrawing = true
        deadline = min(deadline, ContinuousClock.now + limits.drawingWallClock)
      case .reply(.reading(let reading, let isRetiring)):
        if isRetiring { _ = worker.end() }
        return Exchange(answer: .success(reading), isUsable: !isRetiring)
      case .reply(.lines), .reply(.firstPage), .reply(.pages):
        // Nobody asked for these: this is another program.
        _ = worker.end()
        return Exchange()
      case .reply(.failure(let failure, let isRetiring)):
        if isRetiring { _ = worker.end() }
        return Exchange(answer: .failure(failure), isUsable: !isRetiring)
      case .timedOut:
        _ = worker.end()
        return Exchange(
          answer: .failure(.tooSlow(after: "\(limits.wallClock.components.seconds) s")), diedDrawing: isDrawing)
      case .ended:
        let end = worker.awaitEnd()
        return Exchange(answer: hasStarted ? .failure(end.failure) : nil, diedDrawing: isDrawing)
      }
    }
  }
}

/// What the threads of one run share.
private final class PoolRun: Sendable {
  private struct State {
    var next = 0
    var givenBack: [Int] = []
    var runningThreads: Int
    var isCancelled = false
    var error: PDFWorkerError?
  }

  let threadCount: Int
  private let sourceCount: Int
  private let state: Mutex<State>

  init(sourceCount: Int, threadCount: Int) {
    self.sourceCount = sourceCount
    self.threadCount = threadCount
    state = Mutex(State(runningThreads: threadCount))
  }

  func nextIndex() -> Int? {
    state.withLock { state in
      guard !state.isCancelled else { return nil }
      if let index = state.givenBack.popLast() { return index }
      guard state.next < sourceCount else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Leaves a file to the threads that still have a worker.
  func giveBack(_ index: Int, because error: PDFWorkerError) -> PDFWorkerError {
    state.withLock { $0.givenBack.append(index) }
    return error
  }

  func cancel() { state.withLock { $0.isCancelled = true } }

  /// Returns the run's result when its last thread ends.
  func threadEnded(with error: PDFWorkerError?) -> Result<Void, any Error>? {
    state.withLock { state in
      state.runningThreads -= 1
      state.error = state.error ?? error
      guard state.runningThreads == 0 else { return nil }
      if state.isCancelled { return .failure(CancellationError()) }
      let isUnfinished = !state.givenBack.isEmpty || state.next < sourceCount
      if isUnfinished, let error = state.error { return .failure(error) }
      return .success(())
    }
  }
}
