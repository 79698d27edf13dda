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

  /// The processor time for the pictures of a first page; 120 of 121 papers take less than a tenth of one.
  private static let pictureSeconds = 5

  private let last = LastReading()
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
      if request.wanted == .pages {
        ProcessLimits.allow(processorSeconds: min(processorSeconds, Self.pictureSeconds))
        return .pages(try reader.pages(request.pages ?? [], ofFileAt: request.path), isRetiring: isRetiring)
      }
      let (layout, reading) = try layoutAndReading(for: request)
      guard request.wanted == .firstPage else { return .reading(reading, isRetiring: isRetiring) }
      ProcessLimits.allow(processorSeconds: min(processorSeconds, Self.pictureSeconds))
      let page = try FirstPageReply.pictures(
        ofFileAt: request.path, layout: layout, reading: reading, authors: request.record.authors, reader: reader)
      return .firstPage(page, isRetiring: isRetiring)
    } catch {
      return .failure(error, isRetiring: isRetiring)
    }
  }

  /// What the file of a request holds: kept from the request before, if that was for the same file.
  private func layoutAndReading(
    for request: WorkerRequest
  ) throws(PDFFailure) -> (layout: DocumentLayout, reading: PDFReading) {
    if request.wanted == .firstPage, let last = last.taken(for: request) { return last }
    let layout = try reader.layout(
      ofFileAt: request.path, facts: request.rules == nil ? .textOnly : .all, draws: request.leavesOutDrawing != true
    ) {
      write(.drawing)
      ProcessLimits.allow(processorSeconds: min(processorSeconds, Self.drawingSeconds))
    }
    var reading = PDFReading(paper: extractor.paper(from: layout, file: request.name))
    if request.findsEvidence == true { reading.paper.evidence = EvidenceFinder().evidence(in: layout) }
    if let rules = request.rules {
      reading.findings = SubmissionChecker(rules: rules).findings(
        for: reading.paper, layout: layout, record: request.record)
    }
    last.keep(layout, reading, of: request)
    return (layout, reading)
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

/// What was read last, because the next request is often for the picture of the same file.
private final class LastReading {
  private var request: WorkerRequest?
  private var content: (layout: DocumentLayout, reading: PDFReading)?

  func keep(_ layout: DocumentLayout, _ reading: PDFReading, of request: WorkerRequest) {
    self.request = request
    content = (layout, reading)
  }

  /// Returns what was read for the same file and name, and keeps it no longer.
  func taken(for request: WorkerRequest) -> (layout: DocumentLayout, reading: PDFReading)? {
    defer { content = nil }
    return self.request?.path == request.path && self.request?.name == request.name ? content : nil
  }
}
