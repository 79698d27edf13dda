import Dispatch
import Foundation

/// Ctrl-C: the first one asks the work to come to a good end, the second one ends the program.
enum Interruption {
  /// Runs work that is cancelled by an interrupt.
  static func cancelling<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      task.cancel()
      signal(SIGINT, SIG_DFL)
      writeToStandardError(lines: "\nStopping; writing the results of what was read. Ctrl-C again ends at once.")
    }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    return try await task.value
  }
}
