import Foundation
import Glibc
import PDFText
import PaperExtraction

/// Measures what each stage of reading costs, for `tools/benchmarks/reading`; files that cannot be read are passed over.
enum StageTimes {
  /// Writes one JSON object with seconds of processor time over all files.
  static func write(paths: [String]) -> Int32 {
    PDFReader.silenceLibraries()
    let reader = PDFReader()
    var times: [String: Double] = [:]
    func time<Result>(_ stage: String, _ work: () throws -> Result) -> Result? {
      let start = processorSeconds()
      defer { times[stage, default: 0] += processorSeconds() - start }
      return try? work()
    }
    // Stage by stage, as a worker does one kind of reading for all files: what a stage leaves in memory would slow
    // the next file's.
    let texts = paths.map { path in time("text") { try reader.layout(ofFileAt: path, draws: false) } }
    for text in texts { _ = time("extraction") { text.map { PaperExtractor().paper(from: $0, file: "") } } }
    for path in paths { _ = time("facts") { try reader.layout(ofFileAt: path, facts: .all, draws: false) } }
    for path in paths { _ = time("all") { try reader.layout(ofFileAt: path, facts: .all) } }
    let rounded = times.mapValues { ($0 * 1000).rounded() / 1000 }
    guard let json = try? JSONSerialization.data(withJSONObject: rounded, options: .sortedKeys) else { return 1 }
    FileHandle.standardOutput.write(json + Data("\n".utf8))
    return 0
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
