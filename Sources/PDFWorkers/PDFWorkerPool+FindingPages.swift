import Papers

extension PDFWorkerPool {
  /// The most pages of one paper that are drawn: a finding on each of sixty pages needs no sixty pictures.
  private static let mostPages = 5
  /// The time for the pictures of a paper on a busy machine; most take a fifth of a second.
  private static let picturesTime = Duration.seconds(20)

  /// Returns pictures of the first pages that findings which want a person stand on. Whatever goes wrong costs the
  /// pictures only.
  ///
  /// - Parameters:
  ///   - reading: The request that was answered.
  ///   - worker: The worker that answered it, if it still serves; replaced by `nil` if it does no more.
  func findingPages(
    for answered: WorkerRequest, of reading: PDFReading, from worker: inout WorkerProcess?
  ) -> [DrawnPage] {
    let pages = Set(
      reading.findings.filter { $0.verdict == .fail || $0.verdict == .look }.compactMap(\.page)
    ).sorted().prefix(Self.mostPages)
    // The pool itself tells of a worker program that does not start; here only pictures are lost.
    guard !pages.isEmpty, let current = worker ?? (try? started()) else { return [] }
    worker = current
    var request = WorkerRequest(path: answered.path, name: answered.name, wanted: .pages)
    request.pages = Array(pages)
    current.send(request)
    let deadline = ContinuousClock.now + min(limits.wallClock, Self.picturesTime)
    while true {
      switch current.nextReply(until: deadline) {
      case .reply(.pages(let drawn, let isRetiring)):
        if isRetiring {
          _ = current.end()
          worker = nil
        }
        return drawn
      case .reply(.failure(_, let isRetiring)):
        if isRetiring {
          _ = current.end()
          worker = nil
        }
        return []
      case .timedOut, .ended:
        _ = current.end()
        worker = nil
        return []
      case .reply: continue
      }
    }
  }
}
