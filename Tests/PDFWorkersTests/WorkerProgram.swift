import Foundation

/// The program under test.
enum WorkerProgram {
  /// The worker that was built with the tests, beside the test bundle.
  static let path: String = {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let candidates = [Bundle.allBundles.map(\.bundlePath), [program], CommandLine.arguments].flatMap { $0 }
    for candidate in candidates {
      var folder = URL(filePath: candidate)
      for _ in 0..<4 {
        let path = folder.appending(path: "papertriage-pdf").path
        if FileManager.default.isExecutableFile(atPath: path) { return path }
        folder.deleteLastPathComponent()
      }
    }
    return "papertriage-pdf"
  }()
}
