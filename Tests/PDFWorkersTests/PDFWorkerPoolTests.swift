import Foundation
import Papers
import Synchronization
import TestSupport
import Testing
import Venues

@testable import PDFWorkers

@Suite struct PDFWorkerPoolTests {
  private let folder: TemporaryFolder
  private let paper: PDFSource

  init() throws {
    folder = try TemporaryFolder()
    var pdf = TinyPDF()
    pdf.addPage([TinyPDF.Line("A Title", y: 700, size: 18)])
    paper = Self.source(at: try folder.file("paper.pdf", pdf.data()), name: "paper.pdf")
  }

  @Test func `each source gets one result under its index`() async throws {
    let sources = (0..<20).map { PDFSource(name: "\($0).pdf", open: paper.open) }
    let results = try await extract(sources, workers: 2)
    #expect(results.count == 20)
    for index in 0..<20 { #expect(try results[index]?.get().paper.file == "\(index).pdf") }
  }

  @Test func `a worker killed in the midst of a file costs that file only`() async throws {
    // Nobody writes into the pipe, so the worker waits in it until it is killed.
    let pipe = try namedPipe()
    let pids = Mutex<[Int32]>([])
    var pool = PDFWorkerPool(executable: WorkerProgram.path, workerCount: 1)
    pool.onFileTaken = { pid in
      if pids.withLock({ pids in
        pids.append(pid)
        return pids.count == 1
      }) {
        kill(pid, SIGKILL)
      }
    }
    let results = try await extract([pipe, paper], pool: pool)
    #expect(failure(results[0])?.kind == .crashed)
    #expect(failure(results[0])?.sentence.contains("signal 9") == true)
    #expect(try results[1]?.get().paper.pageCount == 1)
    #expect(Set(pids.withLock { $0 }).count == 2, "the second file has a new worker")
  }

  @Test func `a file that never ends is given up and the next one is read`() async throws {
    let limits = WorkerLimits(wallClock: .milliseconds(300))
    let pool = PDFWorkerPool(executable: WorkerProgram.path, workerCount: 1, limits: limits)
    let results = try await extract([try namedPipe(), paper], pool: pool)
    #expect(failure(results[0])?.kind == .tooSlow)
    #expect(try results[1]?.get().paper.pageCount == 1)
  }

  @Test func `a file that needs too much memory is told from one that crashes the library`() async throws {
    // The library keeps a hundred bytes for each letter of a page, also of letters over one another.
    let word = "(" + String(repeating: "a", count: 80) + ") Tj 0 0 Td\n"
    var pdf = TinyPDF()
    pdf.addPage(content: "BT /F1 10 Tf 72 700 Td\n" + String(repeating: word, count: 40_000) + "ET")
    let path = try folder.file("bomb.pdf", pdf.data())
    let limits = WorkerLimits(memoryInMegabytes: 300)
    let pool = PDFWorkerPool(executable: WorkerProgram.path, workerCount: 1, limits: limits)
    let results = try await extract([Self.source(at: path, name: "bomb.pdf"), paper], pool: pool)
    #expect(failure(results[0])?.kind == .tooMuchMemory)
    #expect(try results[1]?.get().paper.pageCount == 1)
  }

  /// A page with the text and a picture of two million pixels, thousands of times: nobody can draw that in a few seconds,
  /// but for the text alone the pictures need not be looked at.
  private static func slowToDraw(text: String) -> Data {
    let runs = String(repeating: "8155", count: 1465) + "80"
    let picture =
      "<< /Type /XObject /Subtype /Image /Width 1500 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 1 "
      + "/Filter [/ASCIIHexDecode /RunLengthDecode] /Length \(runs.utf8.count + 1) >>\nstream\n\(runs)>\nendstream"
    var pdf = TinyPDF()
    pdf.addPage(content: text + String(repeating: "q 300 200 -200 300 200 100 cm /Im Do Q\n", count: 3000))
    return pdf.data(resources: "/XObject << /Im 6 0 R >>", objects: [picture])
  }

  @Test func `a page that takes too long to draw costs the rule that needs it, and nothing else`() async throws {
    let words = String(repeating: "0 -14 Td (Some words of the text that stands below the title here.) Tj ", count: 20)
    var plain = TinyPDF()
    plain.addPage(content: "BT /F1 10 Tf 72 700 Td \(words) ET")
    let other = Self.source(at: try folder.file("plain.pdf", plain.data()), name: "plain.pdf")
    let text = "BT /F1 18 Tf 72 700 Td (A Title of Some Length) Tj /F1 10 Tf \(words) ET\n"
    let path = try folder.file("slow.pdf", Self.slowToDraw(text: text))
    let rules = RuleBook(venue: Venue(name: "V"))
    let limits = WorkerLimits(processorSeconds: 2)
    let pool = PDFWorkerPool(executable: WorkerProgram.path, workerCount: 1, limits: limits, rules: rules)
    let results = try await extract([Self.source(at: path, name: "slow.pdf"), other], pool: pool)
    let reading = try #require(try results[0]?.get())
    #expect(reading.paper.title == "A Title of Some Length")
    let unknown = reading.findings.filter { $0.verdict == .couldNotCheck }
    #expect(unknown.map(\.rule) == ["integrity.hidden-text"])
    #expect(unknown.first?.message.contains("too long to draw") == true)
    #expect(try results[1]?.get().findings.contains { $0.verdict == .couldNotCheck } == false)
  }

  @Test func `each file that cannot be read says what was seen and what to do`() async throws {
    var pdf = TinyPDF()
    pdf.addPage([TinyPDF.Line("A Title", y: 700, size: 18)])
    let whole = pdf.data()
    let locked = pdf.data(
      trailer: "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        + "/O <\(String(repeating: "41", count: 32))> /U <\(String(repeating: "42", count: 32))> >>")
    let files: [(String, Data, PDFFailure.Kind, String)] = [
      ("empty.pdf", Data(), .empty, "0 bytes"),
      ("text.pdf", Data("Dear chairs, our paper is attached.".utf8), .notPDF, "plain text"),
      ("office.pdf", Data([0x50, 0x4B, 0x03, 0x04, 0x00, 0x01]), .notPDF, "zip archive"),
      ("cut.pdf", whole.prefix(40), .damaged, "cut short"),
      ("locked.pdf", locked, .encrypted, "password"),
      ("pageless.pdf", TinyPDF().data(), .noPages, "no pages"),
    ]
    var sources = try files.map { Self.source(at: try folder.file($0.0, $0.1), name: $0.0) }
    sources.append(Self.source(at: folder.path + "/missing.pdf", name: "missing.pdf"))
    let results = try await extract(sources, workers: 1)
    for (index, file) in files.enumerated() {
      #expect(failure(results[index])?.kind == file.2, "\(file.0)")
      #expect(failure(results[index])?.sentence.contains(file.3) == true, "\(file.0)")
    }
    #expect(failure(results[files.count])?.kind == .cannotOpen)
  }

  @Test func `a program that is not there is an error of the whole run`() async throws {
    let pool = PDFWorkerPool(executable: folder.path + "/nothing", workerCount: 2)
    await #expect(throws: PDFWorkerError.self) { _ = try await extract([paper, paper], pool: pool) }
  }

  @Test func `a program that is no worker is an error of the whole run`() async throws {
    let pool = PDFWorkerPool(executable: "/bin/true", workerCount: 1)
    await #expect(throws: PDFWorkerError.self) { _ = try await extract([paper], pool: pool) }
  }

  // MARK: Pictures

  @Test func `readings come with pictures of the first page where these are asked for`() async throws {
    var pool = PDFWorkerPool(executable: WorkerProgram.path, workerCount: 1)
    #expect(try await extract([paper], pool: pool)[0]?.get().firstPage == nil)
    pool.drawsFirstPages = true
    let page = try #require(try await extract([paper], pool: pool)[0]?.get().firstPage)
    let png = try #require(page.full)
    let full = try #require(GreyPicture(png: png))
    #expect(full.width == 480 && full.height == 621)
    #expect(full.darkest(left: 72, top: 70, right: 200, bottom: 100) < 100)
    #expect(page.blind == nil, "the page has no abstract, so it is not certain what to cover")
  }

  @Test func `a page that takes too long to draw costs its picture only`() async throws {
    let path = try folder.file("slow.pdf", Self.slowToDraw(text: "BT /F1 18 Tf 72 700 Td (A Title) Tj ET\n"))
    let limits = WorkerLimits(processorSeconds: 2)
    var pool = PDFWorkerPool(executable: WorkerProgram.path, workerCount: 1, limits: limits)
    pool.drawsFirstPages = true
    let results = try await extract([Self.source(at: path, name: "slow.pdf"), paper], pool: pool)
    #expect(try results[0]?.get().paper.pageCount == 1)
    #expect(try results[0]?.get().firstPage == .notDrawn)
    #expect(try results[1]?.get().firstPage?.full != nil)
  }

  // MARK: Support

  private static func source(at path: String, name: String) -> PDFSource {
    PDFSource(name: name) { PlainFile(path: path) }
  }

  private func extract(_ sources: [PDFSource], workers: Int) async throws -> [Int: Result<PDFReading, PDFFailure>] {
    try await extract(sources, pool: PDFWorkerPool(executable: WorkerProgram.path, workerCount: workers))
  }

  private func extract(
    _ sources: [PDFSource], pool: PDFWorkerPool
  ) async throws -> [Int: Result<PDFReading, PDFFailure>] {
    let results = Results()
    try await pool.extract(sources) { index, result in results.add(index, result) }
    return results.all
  }

  private final class Results: Sendable {
    private let collected = Mutex<[Int: Result<PDFReading, PDFFailure>]>([:])
    var all: [Int: Result<PDFReading, PDFFailure>] { collected.withLock { $0 } }
    func add(_ index: Int, _ result: Result<PDFReading, PDFFailure>) {
      collected.withLock {
        #expect($0[index] == nil, "a second result for \(index)")
        $0[index] = result
      }
    }
  }

  private func failure(_ result: Result<PDFReading, PDFFailure>?) -> PDFFailure? {
    guard case .failure(let failure) = result else { return nil }
    return failure
  }

  private func namedPipe() throws -> PDFSource {
    let path = folder.path + "/pipe.pdf"
    try #require(mkfifo(path, 0o600) == 0)
    return Self.source(at: path, name: "pipe.pdf")
  }
}
