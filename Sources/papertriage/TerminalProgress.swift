import Foundation

/// A line on the terminal that says how far long work is, with rate and time left; silent where standard error is no
/// terminal.
final class TerminalProgress: @unchecked Sendable {
  // Unchecked: the lock guards all that changes.
  private let lock = NSLock()
  private let isShown: Bool
  private let what: String
  private let total: Int
  private let start = ContinuousClock.now
  private var done = 0
  private var lastShown: ContinuousClock.Instant?

  /// Begins a piece of work of so many steps, such as "Reading PDFs".
  init(_ what: String, total: Int) {
    self.what = what
    self.total = total
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// Counts a step, and shows it at most ten times a second.
  func advance() {
    lock.withLock {
      done += 1
      guard isShown else { return }
      let now = ContinuousClock.now
      if let lastShown, now - lastShown < .milliseconds(100), done < total { return }
      lastShown = now
      show(line(after: now - start))
    }
  }

  /// Takes the line away.
  func finish() {
    lock.withLock { if isShown, lastShown != nil { show("") } }
  }

  private func line(after elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let rate = seconds > 0 ? Double(done) / seconds : 0
    let left = rate > 0 ? Double(total - done) / rate : 0
    let time = left < 90 ? "\(Int(left.rounded(.up))) s" : "\(Int((left / 60).rounded(.up))) min"
    return "\(what): \(done) of \(total), \(String(format: "%.1f", rate)) a second, \(time) left"
  }

  private func show(_ line: String) {
    // Carriage return and erase-line: ECMA-48, understood by every terminal of the last forty years.
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
  }
}
