import Foundation
import TestSupport
import Testing

/// Runs the program on an input that fails in each documented way.
struct WrongInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    (["nonsense"], "nonsense"), (["triage"], "Missing expected argument '<paths> ...'"),
    (["extract", "--jobs", "0", "a.pdf"], "--jobs is 0, but must be a number from 1 to 64."),
    (["triage", "a.pdf", "--tag-prefix", "~x"], "--tag-prefix is '~x', but must be letters and digits"),
    (["triage", "a.pdf", "--vneue", "x"], "Unknown option '--vneue'"),
  ])
  func `wrong usage is status 2 with a sentence`(arguments: [String], sentence: String) throws {
    let run = try ProgramRun(arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(sentence))
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    (["--venue", "/nowhere.yaml"], "/nowhere.yaml: the venue file cannot be opened."),
    (["--model", "/nowhere"], "/nowhere"),
    (["--metadata", "/nowhere.csv"], "/nowhere.csv: cannot be opened: no such file or directory."),
    (["--output", "/dev/null/x"], "/dev/null/x: cannot be the folder for the results: a part of the path is a file"),
    (["--output", "/dev/null"], "/dev/null: cannot be the folder for the results: it is a file, not a folder."),
  ])
  func `what keeps a run from starting is status 3 with a sentence`(arguments: [String], sentence: String) throws {
    let run = try ProgramRun(
      ["triage", SampleSubmissions.folder + "/aiml23-paper12.pdf", "--output", folder.path + "/out"] + arguments)
    #expect(run.status == 3)
    #expect(run.errors.contains(sentence))
  }

  @Test func `an empty folder is status 3 and says what was seen`() throws {
    _ = try folder.file("notes.txt", "words")
    let run = try ProgramRun(["triage", folder.path, "--output", folder.path + "/out"])
    #expect(run.status == 3)
    #expect(run.errors.contains("No PDF was found in \(folder.path); 1 file there is something else."))
  }

  @Test func `files that cannot be read are status 1, are named, and the rest goes on`() throws {
    let good = SampleSubmissions.folder + "/aiml23-paper12.pdf"
    let bad = [
      try folder.file("empty.pdf", ""), try folder.file("text.pdf", "These are words."),
      try folder.file("cut.pdf", Data(contentsOf: URL(filePath: good)).prefix(3_000)), folder.path + "/missing.pdf",
    ]
    let run = try ProgramRun(["extract"] + bad + [good])
    #expect(run.status == 1)
    // A path that leads nowhere is named, but is no file and has no row.
    #expect(run.lines.count == 4)
    #expect(run.lines.last?.contains("\"error\"") == false)
    let said = run.errors.split(separator: "\n")
    #expect(said.count == bad.count)
    for path in bad { #expect(said.contains { $0.hasPrefix("papertriage: \(path): ") }) }
  }

  @Test func `help is status 0 with examples`() throws {
    for command in ["triage", "extract", "classify", "train", "evaluate"] {
      let run = try ProgramRun([command, "--help"])
      #expect(run.status == 0)
      #expect(run.text.contains("Example"))
      #expect(run.errors.isEmpty)
    }
  }

  @Test func `a reader that goes away is no error`() throws {
    // `true` closes the pipe at once, so every write fails.
    let program = ProgramRun.products + "/papertriage"
    let run = try ProgramRun.shell(
      "'\(program)' extract '\(SampleSubmissions.folder)' 2>err | true; echo ${PIPESTATUS[0]}; cat err", in: folder.path
    )
    #expect(run.text.split(separator: "\n").first == "0")
    #expect(!run.text.contains("cannot be written"))
  }
}
