import Foundation
import TestSupport
import Testing

/// What a trained model's folder tells of the papers it was trained on, and what is said of folders that are no good.
struct ModelPrivacyTests {
  private let folder: TemporaryFolder
  private let venue: String
  private let corpus: String
  private let unlabelled: String

  init() throws {
    folder = try TemporaryFolder()
    venue = try folder.file("venue.yaml", "name: Tiny\ntopics:\n  - {id: pruning, name: Pruning}\n")
    // `secretone` stands in one paper, `secrettwo` in two, `common` in all; each title has a word of its own.
    let lines = (0..<40).map { index in
      var words = [index % 2 == 0 ? "sparse weights are pruned" : "records are kept"]
      if index == 3 { words.append("secretone") }
      if index == 5 || index == 8 { words.append("secrettwo") }
      let abstract = (words + ["by a common method"]).joined(separator: " ")
      let topics = index % 2 == 0 ? "\"pruning\"" : ""
      return
        #"{"id": "submission-\#(1000 + index)", "title": "Zebra\#(index) finds method", "abstract": "\#(abstract)", "#
        + #""topics": [\#(topics)], "fold": \#(index % 5)}"#
    }
    corpus = try folder.file("corpus.ndjson", lines.joined(separator: "\n"))
    unlabelled = try folder.file(
      "texts.ndjson", #"{"id": "secret-text", "title": "Giraffe method", "abstract": "secretthree in a common text"}"#)
  }

  private func train(_ name: String, _ options: [String] = []) throws -> (path: String, run: ProgramRun) {
    let path = folder.path + "/" + name
    let run = try ProgramRun(
      ["train", "--corpus", corpus, "--unlabelled", unlabelled, "--venue", venue, "--output", path] + options)
    #expect(run.status == 0, "\(run.errors)")
    return (path, run)
  }

  /// All that the folder holds, one file after the other.
  private func contents(of path: String) throws -> Data {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted().reduce(into: Data()) { data, file in
      data += try Data(contentsOf: URL(filePath: "\(path)/\(file)"))
    }
  }

  @Test func `a model holds no ids, no titles and no term of fewer than three papers`() throws {
    let data = try contents(of: train("model").path)
    #expect(data.range(of: Data("common".utf8)) != nil)
    for secret in ["submission-", "secret-text", "Zebra", "zebra", "giraffe", "secretone", "secrettwo", "secretthree"] {
      #expect(data.range(of: Data(secret.utf8)) == nil, "the folder holds '\(secret)'")
    }
  }

  @Test func `who asks for rare terms gets them, with a warning`() throws {
    let settings = try folder.file("settings.json", #"{"minimum_papers": 2}"#)
    let (path, run) = try train("asked", ["--settings", settings])
    #expect(run.errors.contains("fewer than 3 papers are kept"))
    let data = try contents(of: path)
    #expect(data.range(of: Data("secrettwo".utf8)) != nil)
    #expect(data.range(of: Data("secretone".utf8)) == nil)
  }

  @Test(arguments: [
    (#"{"minimum_paper": 2}"#, "has the unknown setting 'minimum_paper'"), ("nonsense", "is not a JSON object"),
    (#"{"minimum_papers": "two"}"#, "each setting must be a number"),
    (#"{"word_inverse_regularization": 0}"#, "strengths must be above 0"),
  ])
  func `settings that cannot be used are status 3 with a sentence`(text: String, sentence: String) throws {
    let settings = try folder.file("bad.json", text)
    let run = try ProgramRun([
      "train", "--corpus", corpus, "--venue", venue, "--output", folder.path + "/none", "--settings", settings,
    ])
    #expect(run.status == 3 && run.errors.contains(sentence), "\(run.errors)")
  }

  @Test func `a strength is tuned, written and read by train, by the schema`() throws {
    let settings = folder.path + "/tuned.json"
    let tune = [
      "tune", "--corpus", corpus, "--venue", venue, "--words", "1", "10", "--embeddings", "2", "--output", settings,
    ]
    let run = try ProgramRun(tune + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/tune.schema.json"))
    #expect(try schema.violations(in: run.output) == [])
    let text = try ProgramRun(tune)
    #expect(text.lines.count == 3 && text.lines.count { $0.hasSuffix("lowest loss") } == 1)
    let (path, _) = try train("tuned", ["--settings", settings])
    let chosen = try String(contentsOfFile: settings, encoding: .utf8)
    let configuration = try String(contentsOfFile: path + "/config.json", encoding: .utf8)
    #expect(chosen.contains("\"embedding_inverse_regularization\" : 2"))
    #expect(configuration.contains("\n      2\n    ]"))
  }

  /// Each damage with what the sentence must say.
  @Test(arguments: [
    ("rm config.json", "Is the folder a model"), ("rm model.safetensors", "Is the folder a model"),
    ("truncate -s -40 model.safetensors", "Copy the folder again, or train it again"),
    ("truncate -s 100 config.json", "Copy the folder again, or train it again"),
    (
      "sed -i 's/\"format_version\" : [0-9]*/\"format_version\" : 0/' config.json",
      "Train it again with `papertriage train`"
    ),
  ])
  func `a folder that is damaged, older or cut off says what to do`(damage: String, sentence: String) throws {
    let (path, _) = try train("damaged")
    try #require(ProgramRun.shell(damage, in: path).status == 0)
    for command in [["classify", "--model", path, corpus], ["explain", "--model", path, corpus]] {
      let run = try ProgramRun(command + ["--venue", venue])
      #expect(run.status == 3 && run.errors.contains(sentence), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
  }
}
