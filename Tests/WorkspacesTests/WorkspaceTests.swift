import Foundation
import Papers
import TestSupport
import Testing
import Triage
import Workspaces

struct WorkspaceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `what was kept is there after opening again, for the same extractor only`() throws {
    let path = folder.path + "/w.sqlite"
    let paper = Paper(file: "a.pdf", title: "T", pageCount: 3, warnings: [.noAbstract])
    let finding = Finding(id: "i", rule: "length.pages", verdict: .pass, message: "m")
    let reading = PDFReading(paper: paper, findings: [finding])
    let failure = PDFFailure(kind: .damaged, sentence: "s")
    try Workspace(path: path).keep(
      [(content: "aa", reading: .success(reading)), (content: "bb", reading: .failure(failure))], extractor: "1")
    let again = try Workspace(path: path)
    let readings = try again.readings(extractor: "1")
    var expected = reading
    expected.paper.file = ""
    #expect(readings == ["aa": .success(expected), "bb": .failure(failure)])
    #expect(try again.readings(extractor: "2").isEmpty)
  }

  @Test func `the file is readable by its owner only`() throws {
    let path = folder.path + "/w.sqlite"
    _ = try Workspace(path: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a file that is no database is refused`() throws {
    let path = try folder.file("w.sqlite", String(repeating: "not a database ", count: 100))
    #expect(throws: WorkspaceError.cannotOpen(path: path, reason: "it is not an SQLite database")) {
      try Workspace(path: path)
    }
  }

  private func row(_ id: String, content: String) -> SubmissionRow {
    let prediction = TopicPrediction(
      topics: [LabelScore(id: "a", probability: Probability(0.9), assigned: true)], groups: [],
      scope: Scope(verdict: .inScope, probability: Probability(1)), reviewReasons: [])
    return SubmissionRow(
      Assessment(
        id: PaperID(rawValue: id), file: "\(id).pdf", reading: .success(Paper(file: "\(id).pdf", pageCount: 6)),
        title: "T", abstract: "A", prediction: prediction, findings: [], decision: TriageDecision(reasons: [])),
      content: content)
  }

  @Test func `a second run says what is different from the last complete one`() throws {
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    #expect(try workspace.replaceSubmissions([row("1", content: "a")], isComplete: true) == nil)
    #expect(try workspace.replaceSubmissions([], isComplete: false) == nil)
    let changes = try workspace.replaceSubmissions(
      [row("1", content: "b"), row("2", content: "c")], isComplete: true)
    #expect(changes?.changed == ["1"])
    #expect(changes?.added == ["2"])
  }

  @Test func `marks survive a second run, and undoing is an entry of its own`() throws {
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    try workspace.replaceSubmissions([row("1", content: "a")], isComplete: true)
    let mark = Mark(paper: "1", content: .removeTopic("a"))
    try workspace.append([mark])
    try workspace.replaceSubmissions([row("1", content: "b")], isComplete: true)
    #expect(try workspace.assessments().map { $0.prediction?.primary } == [nil])
    #expect(try workspace.undoLastMark() == mark)
    #expect(try workspace.assessments().map { $0.prediction?.primary } == ["a"])
    #expect(try workspace.undoLastMark() == nil)
    #expect(try workspace.markLog().map(\.isUndone) == [true])
  }

  @Test func `settings come back as they were`() throws {
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    #expect(try workspace.setting([Int].self, "s") == nil)
    try workspace.keep([1, 2], asSetting: "s")
    #expect(try workspace.setting([Int].self, "s") == [1, 2])
  }
}
