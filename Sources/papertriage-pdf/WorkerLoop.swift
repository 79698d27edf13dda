import Foundation
import PDFLayout
import PDFText
import PDFWorkers
import PaperExtraction
import Papers
import SubmissionChecks

/// Reads requests from standard input and answers each on standard output, until the input ends.
struct WorkerLoop {
  let memoryInMegabytes: Int
  let processorSeconds: Int

  /// A call for papers has two to five pages.
  private static let linePageLimit = 20
  /// The processor time for all that comes with drawing pages; a page that takes longer is read without. The reader
  /// itself stops between pages before that.
  private static let drawingSeconds = 15

  private let reader = PDFReader()
  private let extractor = PaperExtractor()

  init(memoryInMegabytes: Int, processorSeconds: Int) {
    self.memoryInMegabytes = memoryInMegabytes
    self.processorSeconds = processorSeconds
  }

  func run() {
    PDFReader.silenceLibraries()
    write(.ready(library: PDFReader.libraryVersion))
    while let line = readLine(strippingNewline: true) {
      guard let request = try? JSONDecoder().decode(WorkerRequest.self, from: Data(line.utf8)) else {
        // Only our own client writes here: whatever else it is, there is nobody to answer.
        exit(2)
      }
      write(.started)
      ProcessLimits.allow(processorSeconds: processorSeconds)
      let reply = reply(to: request)
      write(reply)
    }
  }

  private func reply(to request: WorkerRequest) -> WorkerReply {
    do {
      if request.wanted == .lines {
        let layout = try PDFReader(pageLimit: Self.linePageLimit).layout(ofFileAt: request.path)
        return .lines(TypedLines.lines(of: layout), isRetiring: isRetiring)
      }
      let layout = try reader.layout(
        ofFileAt: request.path, facts: request.rules == nil ? .textOnly : .all,
        draws: request.leavesOutDrawing != true
      ) {
        write(.drawing)
        ProcessLimits.allow(processorSeconds: min(processorSeconds, Self.drawingSeconds))
      }
      var reading = PDFReading(paper: extractor.paper(from: layout, file: request.name))
      if let rules = request.rules {
        reading.findings = SubmissionChecker(rules: rules).findings(
          for: reading.paper, layout: layout, record: request.record)
      }
      return .reading(reading, isRetiring: isRetiring)
    } catch {
      return .failure(error, isRetiring: isRetiring)
    }
  }

  /// Whether so much memory stays in use that the next file would get less than half of what it may use.
  private var isRetiring: Bool { ProcessLimits.memoryInMegabytes * 2 > memoryInMegabytes }

  private func write(_ reply: WorkerReply) {
    guard let line = try? reply.line() else {
      // A number that is not finite; the client takes the silence for a crash, which it is.
      exit(3)
    }
    FileHandle.standardOutput.write(line)
  }
}
