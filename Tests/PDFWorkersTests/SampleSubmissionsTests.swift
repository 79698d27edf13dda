import Foundation
import Papers
import Synchronization
import Testing

@testable import PDFWorkers

/// The samples that come with the program are read as their sources say.
@Suite struct SampleSubmissionsTests {
  private struct Truth: Decodable {
    struct Sample: Decodable {
      var file: String
      var title: String?
      var abstract: String?
      var authors: [String]
      var keywords: [String]
      var readable: Bool
      var has_text: Bool
      var body_end_page: Int?
      var references_page: Int?
      var page_count: Int?
    }
    var samples: [Sample]
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../corpora/sample-submissions").standardizedFileURL.path

  @Test func `every sample is read as it was written`() async throws {
    let data = try Data(contentsOf: URL(filePath: Self.folder + "/truth.json"))
    let samples = try JSONDecoder().decode(Truth.self, from: data).samples
    let sources = samples.map { PDFSource(path: Self.folder + "/" + $0.file, name: $0.file) }
    let results = Mutex<[Int: Result<Paper, PDFFailure>]>([:])
    try await PDFWorkerPool(executable: WorkerProgram.path, workerCount: 2).extract(sources) { index, result in
      results.withLock { $0[index] = result }
    }
    for (index, sample) in samples.enumerated() {
      let result = try #require(results.withLock { $0[index] })
      guard sample.readable else {
        #expect(throws: PDFFailure.self, "\(sample.file)") { try result.get() }
        continue
      }
      let paper = try result.get()
      #expect(paper.pageCount == sample.page_count, "\(sample.file)")
      guard sample.has_text else {
        #expect(paper.warnings.contains(.noTextLayer), "\(sample.file)")
        continue
      }
      #expect(letters(paper.title) == letters(sample.title), "\(sample.file)")
      #expect(paper.authors == sample.authors, "\(sample.file)")
      #expect(paper.keywords == sample.keywords, "\(sample.file)")
      // Formulas are spelled in more than one way; all the rest is the same to the letter.
      let (read, written) = (letters(paper.abstract), letters(sample.abstract))
      #expect(abs(read.count - written.count) <= 8, "\(sample.file)")
      #expect(read.prefix(150) == written.prefix(150) && read.suffix(100) == written.suffix(100), "\(sample.file)")
      guard sample.abstract != nil else { continue }
      #expect(paper.bodyEnd?.page == sample.body_end_page, "\(sample.file)")
      #expect(paper.references?.from == sample.references_page, "\(sample.file)")
    }
  }

  private func letters(_ text: String?) -> [Character] {
    (text ?? "").precomposedStringWithCompatibilityMapping.lowercased().filter(\.isLetter)
  }
}
