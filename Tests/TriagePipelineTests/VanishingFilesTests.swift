import Foundation
import PDFWorkers
import Papers
import Submissions
import Synchronization
import TestSupport
import Testing
import TriagePipeline
import Workspaces

/// Files that are there when the submissions are listed, and are not when they are read.
struct VanishingFilesTests {
  private let folder: TemporaryFolder
  private let list: SubmissionList

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: true)
    for name in ["1", "2", "3"] {
      var pdf = TinyPDF()
      pdf.addPage([TinyPDF.Line("Title \(name) of a paper", y: 700, size: 18)])
      _ = try folder.file("in/\(name).pdf", pdf.data())
    }
    list = SubmissionList(paths: [folder.path + "/in"])
  }

  private func outcomes(
    removing removed: String? = nil, after read: String? = nil
  ) async throws -> [Result<Paper, PDFFailure>] {
    let path = removed.map { folder.path + "/in/" + $0 }
    if let path, read == nil { try FileManager.default.removeItem(atPath: path) }
    var workers = PDFWorkerPool(executable: ProgramRun.products + "/papertriage-pdf", workerCount: 1)
    workers.drawsFirstPages = true
    let reader = SubmissionReader(workers: workers, workspace: try Workspace(path: folder.path + "/w.sqlite"))
    let outcomes = Mutex<[Result<Paper, PDFFailure>]>([])
    // One worker takes a file only when the one before has been handed on.
    try await reader.read(list.files) { reading in
      if let path, let read, reading.file.name.hasSuffix(read) { try FileManager.default.removeItem(atPath: path) }
      outcomes.withLock { $0.append(reading.outcome) }
    }
    return outcomes.withLock { $0 }
  }

  private func expectSecondIsGone(_ outcomes: [Result<Paper, PDFFailure>]) throws {
    #expect(outcomes.count == 3)
    #expect(try outcomes[0].get().pageCount == 1 && outcomes[2].get().pageCount == 1)
    guard case .failure(let failure) = outcomes[1] else { return #expect(Bool(false), "what is gone was read") }
    #expect(failure.kind == .cannotOpen)
    #expect(
      failure.sentence
        == "The file could not be opened: there is no such file. Check its name and your rights to read it.")
  }

  @Test func `a file that vanishes after it was listed has one sentence, and the rest goes on`() async throws {
    try expectSecondIsGone(try await outcomes(removing: "2.pdf"))
  }

  @Test func `a file that vanishes while the others are read has one sentence, and the rest goes on`() async throws {
    let bytes = try Data(contentsOf: URL(filePath: folder.path + "/in/2.pdf"))
    try expectSecondIsGone(try await outcomes(removing: "2.pdf", after: "1.pdf"))
    // Its bytes were known when it vanished; that it could not be read must not be kept for them.
    _ = try folder.file("in/2.pdf", bytes)
    #expect(try await outcomes()[1].get().pageCount == 1)
  }
}
