import Foundation

/// Ends the program with a sentence when a file takes longer to read than any call does, whatever it is made of.
enum ReadingLimit {
  /// Processor time in seconds. Of 61 real calls the slowest takes 0.24 s; a program built for debugging is ten times
  /// slower.
  #if DEBUG
    static let processorSeconds = 12.0
  #else
    static let processorSeconds = 1.2
  #endif

  /// Runs a reading under the limit.
  ///
  /// Nothing is left behind by ending: a venue is written only when it has been read to its end.
  static func guarding<Value>(_ path: String, _ read: () throws -> Value) rethrows -> Value {
    let isDone = Flag()
    let thread = Thread {
      while !isDone.isSet {
        if processorTime() > processorSeconds {
          writeToStandardError(
            "papertriage: \(path): takes longer to read than any call for papers does. "
              + "Save the call alone as text and try again.")
          _exit(ExitStatus.couldNotRun.rawValue)
        }
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
    thread.start()
    defer { isDone.set() }
    return try read()
  }

  private static func processorTime() -> Double {
    var time = timespec()
    guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Set once by the thread that reads, looked at by the one that watches.
  private final class Flag: @unchecked Sendable {
    // Unchecked: the lock guards the only property.
    private let lock = NSLock()
    private var value = false

    var isSet: Bool { lock.withLock { value } }
    func set() { lock.withLock { value = true } }
  }
}
