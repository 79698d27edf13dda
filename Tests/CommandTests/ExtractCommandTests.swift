import Foundation
import TestSupport
import Testing

struct ExtractCommandTests {
  private struct Row: Decodable {
    let title: String?
    let abstract: String?
    let authors: [String]
    let keywords: [String]
    let page_count: Int?
    let error: String?
  }

  private func rows() throws -> [(truth: SampleSubmissions.Truth, line: Data, row: Row)] {
    let run = try ProgramRun(["extract", SampleSubmissions.folder])
    let truth = try SampleSubmissions.truth()
    try #require(run.lines.count == truth.count)
    return try zip(truth, run.lines).map { truth, line in
      (truth, Data(line.utf8), try JSONDecoder().decode(Row.self, from: Data(line.utf8)))
    }
  }

  @Test func `every sample has a row that keeps to the schema`() throws {
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/extract.schema.json"))
    for (truth, line, _) in try rows() {
      #expect(try schema.violations(in: line) == [], "\(truth.file)")
    }
  }

  @Test func `titles, authors, keywords and page counts of the samples are read as they are`() throws {
    for (truth, _, row) in try rows() where truth.readable && truth.has_text {
      #expect(row.title.map(letters) == truth.title.map(letters), "\(truth.file)")
      #expect(row.authors == truth.authors, "\(truth.file)")
      #expect(row.keywords.map(letters) == truth.keywords.map(letters), "\(truth.file)")
      #expect(row.page_count == truth.page_count, "\(truth.file)")
    }
  }

  @Test func `abstracts of the samples are read but for their mathematics`() throws {
    for (truth, _, row) in try rows() where truth.readable && truth.has_text {
      // Words of ASCII letters alone: how a formula is spelled out is a matter of taste.
      let expected = words(truth.abstract)
      let missing = expected.subtracting(words(row.abstract))
      #expect(missing.count <= expected.count / 50, "\(truth.file): \(missing.count) of \(expected.count) words")
      if truth.trouble != "supplement" {
        #expect((row.abstract == nil) == (truth.abstract == nil), "\(truth.file)")
      }
    }
  }

  @Test func `what cannot be read says so in its row`() throws {
    for (truth, _, row) in try rows() { #expect((row.error == nil) == truth.readable, "\(truth.file)") }
  }

  @Test func `evidence has sentences with their pages, keeps to the schema, and comes only if asked for`() throws {
    let file = SampleSubmissions.folder + "/aiml23-paper113.pdf"
    let line = Data(try #require(try ProgramRun(["extract", file, "--evidence"]).lines.first).utf8)
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/extract.schema.json"))
    #expect(try schema.violations(in: line) == [])
    let row = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    let evidence = try #require(row["evidence"] as? [[String: Any]])
    #expect(evidence.contains { $0["kind"] as? String == "production" && $0["page"] as? Int == 1 })
    #expect(evidence.contains { $0["kind"] as? String == "lesson" })
    // The sample is on lessons from a fleet of models.
    #expect((row["evidence_score"] as? Double ?? 0) > 0.5)
    #expect(try !ProgramRun(["extract", file]).text.contains("\"evidence\""))
  }

  private func letters(_ text: String) -> String { String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }

  private func words(_ text: String?) -> Set<Substring> {
    Set((text ?? "").split { !($0.isASCII && $0.isLetter) }.filter { $0.count > 2 })
  }
}
