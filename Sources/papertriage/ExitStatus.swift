import ArgumentParser
import Foundation
import Interchange

/// The program's exit status, part of its contract with scripts.
enum ExitStatus: Int32, Error {
  /// Done.
  case done = 0
  /// Done, but some inputs could not be read; each was named.
  case someUnreadable = 1
  /// The command line is wrong.
  case wrongUsage = 2
  /// Nothing could be done.
  case couldNotRun = 3

  /// Says on standard error what went wrong and returns the status to exit with.
  static func report(_ error: any Error) -> Int32 {
    if let status = error as? ExitStatus { return status.rawValue }
    if error is CleanExit || PaperTriage.exitCode(for: error) == .success {
      print(PaperTriage.message(for: error))
      return done.rawValue
    }
    if PaperTriage.exitCode(for: error) == .validationFailure {
      writeToStandardError(lines: PaperTriage.fullMessage(for: error))
      return wrongUsage.rawValue
    }
    if case InterchangeError.readerGone = error { return done.rawValue }
    writeToStandardError("papertriage: \(sentence(for: error))")
    return couldNotRun.rawValue
  }

  /// Our own errors describe themselves in a sentence; Foundation's do so in another property.
  private static func sentence(for error: any Error) -> String {
    switch error {
    case is CocoaError, is POSIXError: error.localizedDescription
    default: "\(error)"
    }
  }
}

/// Writes a line for people to standard error, made safe for their terminal: it may hold a file's name.
func writeToStandardError(_ line: String) {
  // What was printed before it is to be read before it.
  fflush(nil)
  // Nobody is left to tell when standard error is closed.
  try? FileHandle.standardError.write(contentsOf: Data((line.safeForTerminal + "\n").utf8))
}

/// Writes several lines for people to standard error.
func writeToStandardError(lines: String) {
  for line in lines.split(separator: "\n", omittingEmptySubsequences: false) { writeToStandardError(String(line)) }
}
