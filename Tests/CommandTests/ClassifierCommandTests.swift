import Foundation
import TestSupport
import Testing

/// `train`, `classify` and `evaluate` as a user runs them.
struct ClassifierCommandTests {
  private let folder: TemporaryFolder
  private let venue: String

  init() throws {
    folder = try TemporaryFolder()
    venue = try folder.file(
      "venue.yaml",
      """
      name: Tiny
      topics:
        - {id: pruning, name: Pruning}
        - {id: privacy, name: Privacy}
      groups:
        - {id: small, name: Small, origin: chair}
      """)
  }

  private func corpus() throws -> String {
    let lines = (0..<60).map { index in
      let topics = (index % 2 == 0 ? ["\"pruning\""] : []) + (index % 3 == 0 ? ["\"privacy\""] : [])
      let text =
        (index % 2 == 0 ? "pruning weights of sparse networks " : "")
        + (index % 3 == 0 ? "differential privacy of records " : "") + "with experiments number \(index % 7)"
      let groups = index % 2 == 0 ? "\"small\"" : ""
      return
        #"{"id": "\#(index)", "title": "Paper \#(index % 5)", "abstract": "\#(text)", "topics": [\#(topics.joined(separator: ", "))], "groups": [\#(groups)], "fold": \#(index % 5), "year": \#(2015 + index / 10), "venue": "V\#(index % 7)"}"#
    }
    return try folder.file("corpus.ndjson", lines.joined(separator: "\n"))
  }

  @Test func `a trained model classifies and is judged, each by its schema`() throws {
    let corpus = try corpus()
    let model = folder.path + "/model"
    let train = try ProgramRun(["train", "--corpus", corpus, "--venue", venue, "--output", model])
    #expect(train.status == 0, "\(train.errors)")
    let classify = try ProgramRun(["classify", "--venue", venue, "--model", model, corpus])
    #expect(classify.status == 0)
    let rows = classify.output.split(separator: UInt8(ascii: "\n"))
    #expect(rows.count == 60)
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/classify.schema.json"))
    for row in rows { #expect(try schema.violations(in: Data(row)).isEmpty) }
    let explain = try ProgramRun([
      "explain", "--venue", venue, "--model", model, "--corpus", corpus, "--nearest", "2", corpus,
    ])
    #expect(explain.status == 0)
    let reasons = try JSONSchema(path: Repository.path("corpora/schemas/explain.schema.json"))
    let explained = explain.output.split(separator: UInt8(ascii: "\n"))
    #expect(explained.count == 60)
    for row in explained { #expect(try reasons.violations(in: Data(row)).isEmpty) }
    let text = try ProgramRun([
      "explain", "--venue", venue, "--model", model, "--format", "text", "--label", "pruning", corpus,
    ])
    #expect(text.text.contains("has topic pruning (Pruning)"))
    #expect(explain.lines.allSatisfy { $0.components(separatedBy: "\"similarity\"").count == 3 })
    let unknown = try ProgramRun(["explain", "--venue", venue, "--model", model, "--label", "prunning", corpus])
    #expect(unknown.status != 0 && unknown.errors.contains("Did you mean 'pruning'?"))
    let evaluate = try ProgramRun([
      "evaluate", "--model", model, "--venue", venue, "--corpus", corpus, "--format", "json",
    ])
    #expect(evaluate.status == 0)
    let report = try JSONSchema(path: Repository.path("corpora/schemas/evaluate.schema.json"))
    #expect(try report.violations(in: evaluate.output).isEmpty)
  }

  @Test func `a share of mistakes that the user asks for is kept to, if the model has a table`() throws {
    let corpus = try corpus()
    let model = folder.path + "/model"
    try #require(ProgramRun(["train", "--corpus", corpus, "--venue", venue, "--output", model]).status == 0)
    func sent(_ risk: String) throws -> Int {
      let run = try ProgramRun(["classify", "--risk", risk, "--venue", venue, "--model", model, corpus])
      #expect(run.status == 0, "\(run.errors)")
      return run.lines.count { $0.contains("\"needs_review\":true") }
    }
    #expect(try sent("0.01") == 60)
    #expect(try sent("0.5") <= sent("0.01"))
    let wrong = try ProgramRun(["classify", "--risk", "10", "--venue", venue, "--model", model, corpus])
    #expect(wrong.status == 2 && wrong.errors.contains("must be from 0.01 to 0.5"))
  }

  @Test func `labels are audited and models compared, each by its schema`() throws {
    let corpus = try corpus()
    let audit = try ProgramRun(["audit", "--corpus", corpus, "--venue", venue, "--top", "7"])
    #expect(audit.status == 0, "\(audit.errors)")
    let row = try JSONSchema(path: Repository.path("corpora/schemas/audit.schema.json"))
    #expect(audit.lines.count == 7)
    for line in audit.lines { #expect(try row.violations(in: Data(line.utf8)) == []) }
    let text = try ProgramRun(["audit", "--corpus", corpus, "--venue", venue, "--format", "text"])
    #expect(text.text.hasPrefix("The 50 of 60 papers whose labels are the least likely"))

    let models = ["one", "two"].map { folder.path + "/" + $0 }
    for (seed, model) in models.enumerated() {
      let train = ["train", "--corpus", corpus, "--venue", venue, "--output", model, "--seed", "\(seed)"]
      try #require(ProgramRun(train).status == 0)
    }
    let compare = ["compare", models[0], models[1], "--corpus", corpus, "--venue", venue]
    let json = try ProgramRun(compare + ["--format", "json"])
    #expect(json.status == 0, "\(json.errors)")
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/compare.schema.json"))
    #expect(try schema.violations(in: json.output) == [])
    #expect(try ProgramRun(compare).text.contains("topics, macro-F1"))
  }

  @Test func `an encoder reads beside the words, and its model cannot do without it`() throws {
    let (corpus, encoder) = (try corpus(), Repository.path("Tests/EncoderFixtures"))
    let model = folder.path + "/model"
    let train = try ProgramRun([
      "train", "--corpus", corpus, "--venue", venue, "--encoder", encoder, "--output", model,
    ])
    #expect(train.status == 0, "\(train.errors)")
    let classify = ["classify", "--venue", venue, "--model", model, corpus]
    let with = try ProgramRun(classify + ["--encoder", encoder])
    #expect(with.status == 0 && with.lines.count == 60, "\(with.errors)")
    let without = try ProgramRun(classify)
    #expect(without.status != 0 && without.lines.isEmpty && without.errors.contains("--encoder"))
    let explain = try ProgramRun([
      "explain", "--venue", venue, "--model", model, "--encoder", encoder, "--label", "pruning", corpus,
    ])
    #expect(explain.status == 0, "\(explain.errors)")
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/explain.schema.json"))
    for line in explain.lines { #expect(try schema.violations(in: Data(line.utf8)) == []) }
    #expect(explain.lines.allSatisfy { $0.contains("\"encoder\"") })
    let audit = try ProgramRun(["audit", "--corpus", corpus, "--venue", venue, "--encoder", encoder, "--top", "3"])
    #expect(audit.status == 0 && audit.lines.count == 3, "\(audit.errors)")
  }

  @Test func `cross-validation needs no model`() throws {
    let run = try ProgramRun(["evaluate", "--cross-validate", "--venue", venue, "--corpus", try corpus()])
    #expect(run.status == 0)
    #expect(String(decoding: run.output, as: UTF8.self).contains("topics, macro-F1"))
  }

  @Test(arguments: ["year", "venue"])
  func `training is judged on later years and on other venues`(field: String) throws {
    let predictions = folder.path + "/predictions.ndjson"
    let run = try ProgramRun([
      "evaluate", "--split", field, "--venue", venue, "--corpus", try corpus(), "--format", "json", "--predictions",
      predictions,
    ])
    #expect(run.status == 0, "\(run.errors)")
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/evaluate.schema.json"))
    #expect(try schema.violations(in: run.output) == [])
    // Ten papers a year from 2015 to 2020: a fifth is reached with two years.
    let sentence =
      field == "year"
      ? "Trained on 40 papers and 0 texts before 2019, judged on 20 papers from 2019 to 2020"
      : "7 venues in 5 parts, each judged by a model of the other parts"
    #expect(run.text.contains(sentence))
    let rows = try String(contentsOfFile: predictions, encoding: .utf8).split(separator: "\n")
    #expect(rows.count == (field == "year" ? 20 : 60))
    let row = try JSONSchema(path: Repository.path("corpora/schemas/predictions.schema.json"))
    for line in rows { #expect(try row.violations(in: Data(line.utf8)) == []) }
  }

  @Test func `a learning curve and plots stand on one page that loads nothing`() throws {
    let run = try ProgramRun([
      "evaluate", "--cross-validate", "--learning-curve", "--venue", venue, "--corpus", try corpus(), "--format",
      "html",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let page = run.text
    #expect(page.components(separatedBy: "<svg").count == 4)
    for sign in ["http:", "https:", "src=", "url(", "<script", "NaN", "nan", "inf"] {
      #expect(!page.contains(sign), "the page has \(sign)")
    }
    #expect(page.contains("papers learnt from") && page.contains("What --risk keeps to"))
  }

  @Test func `a corpus without years cannot be split by them`() throws {
    let path = try folder.file("bare.ndjson", #"{"id": "1", "title": "A b", "topics": ["pruning"]}"#)
    let run = try ProgramRun(["evaluate", "--split", "year", "--venue", venue, "--corpus", path])
    #expect(run.status == 3 && run.errors.contains("fewer than two values of the field 'year'"), "\(run.errors)")
  }

  @Test func `annotations find their texts by id and teach`() throws {
    let texts = try folder.file(
      "texts.ndjson",
      #"{"id": "a", "title": "Paper", "abstract": "pruning of records"}"# + "\n"
        + #"{"id": "b", "text": "privacy of networks"}"#)
    let annotations = try folder.file(
      "annotations.ndjson",
      #"{"id": "a", "topics": ["pruning"], "groups": []}"# + "\n" + #"{"id": "b", "topics": [], "groups": []}"#)
    let train = [
      "train", "--venue", venue, "--corpus", try corpus(), "--unlabelled", texts, "--output", folder.path + "/model",
    ]
    let run = try ProgramRun(train + ["--annotations", annotations])
    #expect(run.status == 0)
    #expect(run.errors.contains("Trained on 62 papers with topics and 0 without"))
    let lost = try folder.file("lost.ndjson", #"{"id": "c", "topics": []}"#)
    let failed = try ProgramRun(train + ["--annotations", lost])
    #expect(failed.status == 3)
    #expect(failed.errors.contains("lost.ndjson, line 1: no paper of --unlabelled has the id 'c'"))
  }

  @Test func `one thread and two give the same bits`() throws {
    let corpus = try corpus()
    let train = "\(ProgramRun.products)/papertriage train --venue \(venue) --corpus \(corpus) --output"
    // Bound to one processor, Dispatch starts one worker.
    let one = try ProgramRun.shell("taskset -c 0 \(train) \(folder.path)/one")
    let two = try ProgramRun.shell("\(train) \(folder.path)/two")
    #expect(one.status == 0 && two.status == 0, "\(one.errors)")
    for file in ["model.safetensors", "config.json"] {
      let parts = try ["one", "two"].map { try Data(contentsOf: URL(filePath: "\(folder.path)/\($0)/\(file)")) }
      #expect(parts[0] == parts[1], "\(file) differs")
    }
  }

  @Test func `topics left out in turn are judged, by the schema`() throws {
    let run = try ProgramRun([
      "evaluate", "--leave-topics-out", "--venue", venue, "--corpus", try corpus(), "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/leave-topics-out.schema.json"))
    #expect(try schema.violations(in: run.output) == [])
  }

  @Test(arguments: [
    (
      #"{"id": "1", "title": "A b", "topics": ["prunning"]}"#,
      "line 1: the venue has no topic or group 'prunning'; did you mean 'pruning'?"
    ),
    ("{\"id\": \"1\", \"title\": \"A b\", \"topics\": []}\nnonsense", "line 2: is not a JSON object."),
    (#"{"id": "1", "topics": []}"#, "line 1: has neither title nor abstract."),
    (#"{"id": "1", "title": "A b"}"#, "line 1: has no 'topics', which each record needs."),
    (
      #"{"id": "1", "title": "A b", "topics": []}"# + "\n" + #"{"id": "1", "title": "A b", "topics": []}"#,
      "line 2: the id '1' stands on line 1 already"
    ),
    (#"{"id": "1", "title": "A b", "topics": ["pruning"]}"#, "no paper of the corpus has 'privacy', 'small'"),
  ])
  func `a corpus that cannot be used is status 3 with file and line`(text: String, sentence: String) throws {
    let path = try folder.file("bad.ndjson", text)
    let run = try ProgramRun(["train", "--corpus", path, "--venue", venue, "--output", folder.path + "/m"])
    #expect(run.status == 3)
    #expect(run.errors.contains(sentence), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/m"))
  }

  @Test func `two ways of judging at once are wrong usage`() throws {
    let run = try ProgramRun(["evaluate", "--cross-validate", "--model", "m", "--corpus", "c"])
    #expect(run.status == 2)
    #expect(run.errors.contains("Give either --model or --cross-validate"))
  }
}
