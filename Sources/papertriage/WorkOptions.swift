import ArgumentParser
import Foundation
import PDFWorkers
import Venues

/// How much of the machine a command may use to read PDFs.
struct WorkOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "How many PDFs are read at once (default: one per processor core).")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...64).contains(jobs) {
      throw ValidationError("--jobs is \(jobs), but must be a number from 1 to 64.")
    }
  }

  /// The workers that read PDFs; with rules, they check papers too.
  func workers(rules: RuleBook? = nil) throws -> PDFWorkerPool {
    PDFWorkerPool(
      executable: try InstalledFiles().worker(),
      workerCount: jobs ?? min(ProcessInfo.processInfo.activeProcessorCount, 64),
      rules: rules)
  }
}
