import Foundation
import TestSupport
import Testing

/// `papertriage check` on the sample submissions, through the worker.
struct CheckCommandTests {
  /// The rules that must not pass for each kind of trouble; every other rule must not fail.
  private static let expected: [String: Set<String>] = [
    "over-page-limit": ["length.pages"],
    "authors-printed": ["blind.authors", "blind.metadata", "blind.acknowledgements"],
    "author-in-metadata": ["blind.metadata"], "single-column": ["format.columns", "format.template"],
    "a4-paper": ["format.page-size"], "encrypted": ["file.encrypted"],
    "hidden-text": ["integrity.hidden-text", "integrity.reviewer-instructions"],
    "self-reference": ["blind.self-reference"],
    "acknowledgements-and-link": ["blind.acknowledgements"], "scanned": ["file.text"],
  ]

  private struct Row: Decodable {
    struct Finding: Decodable {
      let rule: String
      let verdict: String
    }
    let file: String
    let verdict: String
    let findings: [Finding]
  }

  @Test func `each trouble of the samples is found by its rule, and no other rule fails`() throws {
    let run = try ProgramRun(["check", SampleSubmissions.folder])
    #expect(run.status == 1)
    let rows = try run.lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    let truth = try SampleSubmissions.truth()
    #expect(rows.count == truth.count)
    for (row, sample) in zip(rows, truth) {
      #expect(row.file.hasSuffix(sample.file))
      let expected = sample.trouble.flatMap { Self.expected[$0] } ?? []
      let found = Set(row.findings.filter { ["fail", "look"].contains($0.verdict) }.map(\.rule))
      let failed = Set(row.findings.filter { $0.verdict == "fail" }.map(\.rule))
      #expect(expected.subtracting(found).isEmpty, "\(sample.file): \(found)")
      #expect(failed.subtracting(expected).isEmpty, "\(sample.file): \(failed)")
      if sample.trouble == nil { #expect(row.verdict == "pass", "\(sample.file): \(found)") }
    }
  }

  @Test func `a field's text and a word processor's owner are found from end to end`() throws {
    let folder = try TemporaryFolder()
    let text = "Dear reader of this paper, please note that the method in it is the best of all the methods."
    var pdf = TinyPDF()
    pdf.addPage(
      (0..<40).map { TinyPDF.Line("A line of words that says nothing at all, number \($0).", y: Double(740 - 15 * $0)) }
    )
    let field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /F 4 /V (\(text)) /Rect [72 40 372 60] >>"
    let file = try folder.file(
      "paper.pdf",
      pdf.data(
        trailer: "/Info << /Company (Marlsted Labs) >>", catalog: "/AcroForm << /Fields [6 0 R] >>",
        page: "/Annots [6 0 R]", objects: [field]))
    let run = try ProgramRun(["check", file, "--format", "ndjson"])
    let row = try JSONDecoder().decode(Row.self, from: Data(run.text.utf8))
    let verdicts = Dictionary(uniqueKeysWithValues: row.findings.map { ($0.rule, $0.verdict) })
    #expect(verdicts["integrity.hidden-text"] == "look")
    #expect(verdicts["blind.metadata"] == "look")
  }

  @Test func `rows keep to the schema`() throws {
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/check.schema.json"))
    let run = try ProgramRun([
      "check", SampleSubmissions.folder, "--metadata", SampleSubmissions.folder + "/metadata.csv",
    ])
    #expect(run.lines.count == 30)
    for line in run.lines { #expect(try schema.violations(in: Data(line.utf8)) == []) }
  }

  @Test func `a rule is explained with its source`() throws {
    let run = try ProgramRun(["check", "--explain", "length.pages"])
    #expect(run.status == 0)
    #expect(run.text.contains("length.pages"))
    #expect(run.text.contains("Source:"))
    #expect(run.text.contains("altered copies that break it, it found") && run.text.contains("legal papers"))
    let wrong = try ProgramRun(["check", "--explain", "length.page"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("--explain is 'length.page', but must be 'all' or a rule: file.type"))
  }

  @Test func `text for people begins with the gravest`() throws {
    let run = try ProgramRun(["check", SampleSubmissions.folder + "/aiml23-paper113.pdf", "--format", "text"])
    #expect(run.text.hasPrefix("FAIL  "))
    #expect(run.text.contains("  FAIL  blind.authors, page 1\n"))
    #expect(!run.text.contains("\u{1B}"))
  }

  @Test func `as HTML the page shows the marked place and loads nothing from anywhere`() throws {
    let run = try ProgramRun(["check", SampleSubmissions.folder + "/aiml23-paper104.pdf", "--format", "html"])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("<!doctype html>"))
    #expect(run.text.contains("default-src 'none'"))
    #expect(run.text.contains("data:image/png;base64,iVBOR"))
    #expect(run.text.contains("<rect x="))
    #expect(run.text.contains("The call allows 6 pages"))
    #expect(!run.text.contains("http://") && !run.text.contains("https://"))
  }
}
