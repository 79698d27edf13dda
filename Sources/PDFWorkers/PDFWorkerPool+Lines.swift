import Papers

extension PDFWorkerPool {
  /// Returns the lines of text of one PDF in reading order, read by a worker of its own.
  ///
  /// Blocks the calling thread until the worker has answered or its limits end it.
  ///
  /// - Throws: ``PDFWorkerError`` if no worker can be started, ``PDFFailure`` if the file cannot be read.
  public func lines(of file: any OpenedFile) throws -> [String] {
    let worker = try started()
    worker.send(WorkerRequest(path: file.path, name: "", wanted: .lines))
    let deadline = ContinuousClock.now + limits.wallClock
    defer { withExtendedLifetime(file) {} }
    while true {
      switch worker.nextReply(until: deadline) {
      case .reply(.ready), .reply(.started), .reply(.drawing): continue
      case .reply(.lines(let lines, _)):
        _ = worker.end()
        return lines
      case .reply(.failure(let failure, _)):
        _ = worker.end()
        throw failure
      case .reply(.reading), .reply(.firstPage), .reply(.pages):
        _ = worker.end()
        throw PDFWorkerError.doesNotAnswer(program: executable)
      case .timedOut:
        _ = worker.end()
        throw PDFFailure.tooSlow(after: "\(limits.wallClock)")
      case .ended:
        throw worker.awaitEnd().failure
      }
    }
  }
}
