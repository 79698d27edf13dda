import Foundation
import TestSupport
import Testing

/// `call` as a chair runs it.
struct CallCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A call in our own words, in the form that many pages have after being copied out of a browser.
  private static func industryCall() throws -> String {
    let names = try shippedTopics().map { "  \u{2022} \($0.name)" }
    return """
      Call for Papers, Industry Day

      Paper submissions due: March 3 March 17, 2031, 11:59 pm AOE.

      We invite papers on machine learning that runs in the world, and on what keeps it running.

      Topics of Interest

      Papers may be about, but are not limited to:

      \(names.joined(separator: "\n"))
      How papers are reviewed
        \u{2022} Double-Blind Review: leave out names and affiliations.
        \u{2022} Upload: one PDF file of at most 20MB.
      Submission format

      Papers must not exceed 6 pages, including any appendix, with an unlimited number of pages for references only.
      Use the ACM sigconf template.
      """
  }

  private struct NamedTopic: Decodable {
    let id: String
    let name: String
  }
  private struct Row: Decodable, Equatable {
    struct Score: Decodable, Equatable {
      let id: String
      let probability: Double
      let assigned: Bool
    }
    let topics: [Score]
    let primary: String?
    let groups: [Score]
  }

  private static let shippedVenue = Repository.path("corpora/venues/aimlsystems-2023-industry.yaml")

  private static func shippedTopics() throws -> [NamedTopic] {
    // One topic a line: {id: ..., name: "..."}.
    try String(contentsOfFile: shippedVenue, encoding: .utf8)
      .matches(of: /- \{id: ([a-z-]+), name: "(.+)"\}/).map { NamedTopic(id: String($0.1), name: String($0.2)) }
  }

  private func rows(_ text: some Sequence<Substring>) throws -> [Row] {
    try text.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  @Test func `a call that is read and given on unedited yields the tags of the shipped venue`() throws {
    let call = try folder.file("call.txt", Self.industryCall())
    let read = try ProgramRun(["call", "read", call])
    #expect(read.status == 0, "\(read.errors)")
    let venue = try folder.file("venue.yaml", read.text)
    let papers = try folder.file(
      "papers.ndjson",
      """
      {"id": "1", "title": "Paging the key-value cache", "abstract": "We serve large language models faster by paging."}
      {"id": "2", "title": "Federated learning on phones", "abstract": "Clients train together and keep their data."}
      {"id": "3", "title": "Explaining what a classifier does", "abstract": "Fair and interpretable models for people."}
      {"id": "4", "title": "A theorem about trees", "abstract": "We prove a bound."}
      """)
    let ours = try ProgramRun(["classify", "--venue", venue, papers])
    let shipped = try ProgramRun(["classify", "--venue", Self.shippedVenue, papers])
    let (one, other) = (try rows(ours.lines), try rows(shipped.lines))
    #expect(one.count == 4)
    #expect(one.map(\.topics) == other.map(\.topics))
    #expect(one.map(\.primary) == other.map(\.primary))
    #expect(one.contains { $0.topics.contains { $0.assigned } })
    // The call names no groups, and none are made up.
    #expect(one.allSatisfy { $0.groups.isEmpty })

    let samples = ["aiml23-paper12.pdf", "aiml23-paper104.pdf", "aiml23-paper38.pdf"].map {
      SampleSubmissions.folder + "/" + $0
    }
    var tags: [[Row]] = []
    for (name, path) in [("ours", venue), ("shipped", Self.shippedVenue)] {
      let output = folder.path + "/" + name
      _ = try ProgramRun(["triage"] + samples + ["--venue", path, "--output", output])
      let text = try String(contentsOfFile: output + "/papers.ndjson", encoding: .utf8)
      tags.append(try rows(text.split(separator: "\n")))
    }
    #expect(tags[0].count == 3)
    #expect(tags[0].map(\.topics) == tags[1].map(\.topics))
  }

  @Test func `a PDF call is read from a file and from standard input`() throws {
    var pdf = TinyPDF()
    pdf.addPage([
      .init("Call for Papers: SMALL 2031", y: 740, size: 16),
      .init("We invite submissions of papers. Topics of interest include:", y: 700),
      .init("\u{B7}", x: 72, y: 680), .init("Caches of caches", x: 90, y: 680),
      .init("\u{B7}", x: 72, y: 665), .init("Wires and what they carry", x: 90, y: 665),
      .init("Submissions can be up to 6 pages and the review is double-blind.", y: 630),
      .init("Paper submission deadline: May 4, 2031", y: 600),
    ])
    let path = try folder.file("call.pdf", Self.latin(pdf))
    let named = try ProgramRun(["call", "read", path, "--format", "json"])
    #expect(named.status == 0, "\(named.errors)")
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/venue.schema.json"))
    #expect(try schema.violations(in: named.output) == [])
    for words in ["Caches of caches", "Wires and what they carry", "2031-05-04", "double-blind"] {
      #expect(named.text.contains(words))
    }
    let piped = try ProgramRun(["call", "read", "-", "--format", "json"], input: Self.latin(pdf))
    #expect(piped.output == named.output)
  }

  @Test func `a PDF call that cannot be read is status 3 with a sentence`() throws {
    var pdf = TinyPDF()
    pdf.addPage([.init("Call for Papers", y: 740)])
    let locked = pdf.data(
      trailer: "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        + "/O <\(String(repeating: "41", count: 32))> /U <\(String(repeating: "42", count: 32))> >>")
    var novel = TinyPDF()
    novel.addPage([.init("It was a bright cold day and the clocks were striking.", y: 740)])
    for (name, data, words) in [
      ("locked.pdf", locked, "opens with a password only"),
      ("cut.pdf", Data("%PDF-1.7\n1 0 obj".utf8), "it is damaged or cut short"),
      ("novel.pdf", novel.data(), "is not a call for papers"),
    ] {
      let run = try ProgramRun(["call", "read", try folder.file(name, data)])
      #expect(run.status == 3)
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.output.isEmpty)
    }
  }

  @Test func `every JSON that call writes keeps to its schema`() throws {
    let broken = try folder.file("broken.yaml", "name: X\nanonimity: double-blind\n")
    let other = try folder.file("other.yaml", "name: Y\ntopics:\n  - {id: a, name: A}\n")
    let runs: [([String], String, Int32)] = [
      (["check", Self.shippedVenue, "--format", "json"], "call-check", 0),
      (["check", broken, "--format", "json"], "call-check", 3),
      (["diff", Self.shippedVenue, other, "--format", "json"], "call-diff", 0),
      (["export", Self.shippedVenue, "--to", "hotcrp"], "call-export-hotcrp", 0),
      (["export", Self.shippedVenue, "--to", "openreview"], "call-export-openreview", 0),
    ]
    for (arguments, name, status) in runs {
      let run = try ProgramRun(["call"] + arguments)
      #expect(run.status == status, "\(arguments)")
      let schema = try JSONSchema(path: Repository.path("corpora/schemas/\(name).schema.json"))
      #expect(try schema.violations(in: run.output) == [], "\(arguments)")
    }
  }

  @Test
  func `a model for other topics is made without papers, serves classify and critique, and says what it rests on`()
    throws
  {
    let venue = try folder.file(
      "other.yaml",
      """
      name: Other
      topics:
        - {id: compilers, name: "Programming languages for machine learning"}
        - {id: weather, name: "Weather", description: "forecasting rain, wind and climate with learned models"}
      """)
    let papers = try folder.file(
      "papers.ndjson",
      """
      {"id": "1", "title": "Forecasting rain", "abstract": "We forecast rain and wind over a day with a learned model."}
      {"id": "2", "title": "A typed language for tensors", "abstract": "We present a programming language."}
      """)
    let model = folder.path + "/model"
    let made = try ProgramRun(["call", "model", venue, "--output", model])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.errors.contains("compilers: taken from 'Programming languages for machine learning'"))
    #expect(made.errors.contains("weather: from its words alone"))
    let card = try String(contentsOfFile: model + "/README.md", encoding: .utf8)
    #expect(card.contains("- `weather`: from its words alone"))
    let rows = try rows(ProgramRun(["classify", "--venue", venue, "--model", model, papers]).lines)
    #expect(rows.map { $0.topics.map(\.id) } == [["compilers", "weather"], ["compilers", "weather"]])
    #expect(rows[0].topics[1].probability > rows[1].topics[1].probability)
    let critique = try ProgramRun(["call", "critique", venue, "--corpus", papers, "--format", "json"])
    #expect(critique.status == 0, "\(critique.errors)")
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/call-critique.schema.json"))
    #expect(try schema.violations(in: critique.output) == [])
    let text = try ProgramRun(["call", "critique", venue, "--corpus", papers])
    #expect(text.text.contains("What each topic would get:"))
    let none = try folder.file("none.yaml", "name: None\n")
    let refused = try ProgramRun(["call", "model", none, "--output", model + "2"])
    #expect(refused.status == 3)
    #expect(refused.errors.contains("has no topics to make a model for"))
  }

  @Test func `help of each call command has examples`() throws {
    for command in ["read", "check", "diff", "export", "model", "critique"] {
      let run = try ProgramRun(["call", command, "--help"])
      #expect(run.status == 0)
      #expect(run.text.contains("Example"))
    }
  }

  /// The file with its letters in one byte each, as its font's encoding has them.
  private static func latin(_ pdf: TinyPDF) -> Data {
    let text = String(decoding: pdf.data(), as: UTF8.self)
    return text.data(using: .windowsCP1252) ?? Data()
  }
}
