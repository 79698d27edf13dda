import Foundation
import Papers
import Synchronization
import Testing

@testable import PDFWorkers

/// The parts of the samples are found where their sources put them; `CommandTests` holds title, authors and abstract.
@Suite struct SampleSubmissionsTests {
  private struct Truth: Decodable {
    struct Sample: Decodable {
      var file: String
      var abstract: String?
      var readable: Bool
      var has_text: Bool
      var body_end_page: Int?
      var references_page: Int?
    }
    var samples: [Sample]
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../corpora/sample-submissions").standardizedFileURL.path

  @Test func `body and bibliography of the samples end on the pages where they do`() async throws {
    let data = try Data(contentsOf: URL(filePath: Self.folder + "/truth.json"))
    let samples = try JSONDecoder().decode(Truth.self, from: data).samples
      .filter { $0.readable && $0.has_text && $0.abstract != nil }
    let sources = samples.map { sample in
      PDFSource(name: sample.file) { PlainFile(path: Self.folder + "/" + sample.file) }
    }
    let results = Mutex<[Int: Result<PDFReading, PDFFailure>]>([:])
    try await PDFWorkerPool(executable: WorkerProgram.path, workerCount: 2).extract(sources) { index, result in
      results.withLock { $0[index] = result }
    }
    for (index, sample) in samples.enumerated() {
      let paper = try #require(results.withLock { $0[index] }).get().paper
      #expect(paper.bodyEnd?.page == sample.body_end_page, "\(sample.file)")
      #expect(paper.references?.from == sample.references_page, "\(sample.file)")
    }
  }
}
