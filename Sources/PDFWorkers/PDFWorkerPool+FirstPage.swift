import Papers

extension PDFWorkerPool {
  /// The time for one picture on a busy machine; most take a twentieth of a second.
  private static let pictureTime = Duration.seconds(20)

  /// Returns the pictures of the first page of a file that was just read. Whatever goes wrong costs the pictures only.
  ///
  /// - Parameters:
  ///   - reading: The request that was answered.
  ///   - worker: The worker that answered it, if it still serves; replaced by `nil` if it does no more.
  /// - Returns: `nil` if no worker could try, or if the machine was too busy.
  func firstPage(for reading: WorkerRequest, from worker: inout WorkerProcess?) -> FirstPage? {
    var request = reading
    request.wanted = .firstPage
    for _ in 0..<2 {
      // The pool itself tells of a worker program that does not start; here only a picture is lost.
      guard let current = worker ?? (try? started()) else { return nil }
      worker = current
      let exchange = firstPage(for: request, from: current)
      if !exchange.isUsable { worker = nil }
      if exchange.hasStarted { return exchange.page }
    }
    return nil
  }

  private func firstPage(
    for request: WorkerRequest, from worker: WorkerProcess
  ) -> (page: FirstPage?, hasStarted: Bool, isUsable: Bool) {
    worker.send(request)
    let deadline = ContinuousClock.now + min(limits.wallClock, Self.pictureTime)
    var hasStarted = false
    while true {
      switch worker.nextReply(until: deadline) {
      case .reply(.started): hasStarted = true
      case .reply(.firstPage(let page, let isRetiring)):
        if isRetiring { _ = worker.end() }
        return (page, true, !isRetiring)
      case .reply(.failure(_, let isRetiring)):
        // It was read a moment ago, and is gone or changed now.
        if isRetiring { _ = worker.end() }
        return (.notDrawn, true, !isRetiring)
      case .timedOut:
        _ = worker.end()
        return (nil, true, false)
      case .ended:
        _ = worker.awaitEnd()
        return (.notDrawn, hasStarted, false)
      case .reply: continue
      }
    }
  }
}
