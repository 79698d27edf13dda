import Foundation
import Interchange
import TestSupport
import Testing

struct TriageCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let outputs = ["papers.ndjson", "papers.csv", "hotcrp-tags.csv", "report.html"]

  private func triage(_ arguments: [String], to output: String) throws -> ProgramRun {
    try ProgramRun(["triage"] + arguments + ["--output", folder.path + "/" + output])
  }

  private func result(_ name: String, of output: String) throws -> String {
    // The date of the run is the one thing that may differ.
    try String(contentsOfFile: "\(folder.path)/\(output)/\(name)", encoding: .utf8)
      .replacing(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/, with: "DATE")
  }

  @Test func `one and two workers, and a second run, give the same bytes`() throws {
    _ = try triage([SampleSubmissions.folder, "--jobs", "1"], to: "one")
    _ = try triage([SampleSubmissions.folder, "--jobs", "2"], to: "two")
    let first = try Self.outputs.map { try result($0, of: "one") }
    #expect(try Self.outputs.map { try result($0, of: "two") } == first)
    _ = try triage([SampleSubmissions.folder, "--jobs", "2"], to: "one")
    #expect(try Self.outputs.map { try result($0, of: "one") } == first)
  }

  @Test func `another order of the input changes the order of the rows and nothing else`() throws {
    let names = try SampleSubmissions.truth().map { SampleSubmissions.folder + "/" + $0.file }
    _ = try triage(names, to: "forward")
    _ = try triage(names.reversed(), to: "backward")
    let forward = try result("papers.ndjson", of: "forward").split(separator: "\n")
    let backward = try result("papers.ndjson", of: "backward").split(separator: "\n")
    #expect(forward.count == names.count)
    #expect(forward == backward.reversed())
  }

  @Test func `every sample has its row, an error just where it cannot be read, and rows keep to the schema`() throws {
    let run = try triage([SampleSubmissions.folder], to: "out")
    let truth = try SampleSubmissions.truth()
    #expect(run.status == (truth.allSatisfy(\.readable) ? 0 : 1))
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/papers.schema.json"))
    let lines = try result("papers.ndjson", of: "out").split(separator: "\n")
    #expect(lines.count == truth.count)
    for (line, truth) in zip(lines, truth) {
      #expect(try schema.violations(in: Data(line.utf8)) == [], "\(truth.file)")
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect((row?["error"] == nil) == truth.readable, "\(truth.file)")
      if !truth.readable { #expect(run.errors.contains("\(truth.file): "), "\(truth.file) is not named") }
    }
  }

  @Test func `what blind readers get names no author and no file that has an id`() throws {
    _ = try triage(
      [SampleSubmissions.folder, "--metadata", SampleSubmissions.folder + "/metadata.csv"], to: "out")
    let authors = try authorsInMetadata()
    #expect(authors.count > 10)
    for output in Self.outputs {
      let text = try result(output, of: "out")
      #expect(authors.filter(text.contains).sorted() == [], "\(output) names authors")
      #expect(text.range(of: "aiml23-paper12.pdf") == nil)
    }
  }

  private func authorsInMetadata() throws -> Set<String> {
    var authors: Set<String> = []
    try RecordReader.forEachRecord(in: SampleSubmissions.folder + "/metadata.csv") { record in
      authors.formUnion(record.list("authors") ?? [])
    }
    return authors
  }
}
