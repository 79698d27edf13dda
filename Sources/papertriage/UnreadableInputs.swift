import Submissions
import Synchronization

/// The inputs that could not be read, named on standard error when the work is done.
final class UnreadableInputs: Sendable {
  private let lines: Mutex<[String]>

  /// Begins with the paths that could not be looked into.
  init(_ list: SubmissionList) {
    lines = Mutex(list.unreadable.map { "\($0.path): \($0.sentence)" })
  }

  /// Adds a file with the reason.
  func add(_ file: String, _ sentence: String) { lines.withLock { $0.append("\(file): \(sentence)") } }

  /// Names them all.
  ///
  /// - Returns: Whether there are any.
  @discardableResult
  func name() -> Bool {
    let lines = lines.withLock { $0 }
    for line in lines { writeToStandardError("papertriage: \(line)") }
    return !lines.isEmpty
  }

  /// Names them all.
  ///
  /// - Throws: ``ExitStatus/someUnreadable`` if there are any.
  func report() throws {
    if name() { throw ExitStatus.someUnreadable }
  }
}
