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

  @Test func `pictures are kept with their reading, told by their submission, and go with it`() throws {
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    func keep(_ content: String, _ page: FirstPage?) throws {
      var reading = PDFReading(paper: Paper(file: "a.pdf", pageCount: 1))
      reading.firstPage = page
      try workspace.keep([(content: content, reading: .success(reading))], extractor: "1")
    }
    try keep("a", FirstPage(full: Data([1, 2, 3]), blind: Data([4])))
    try keep("b", .notDrawn)
    try keep("c", nil)
    #expect(try workspace.drawnPages(extractor: "1") == ["a", "b"])
    #expect(try workspace.drawnPages(extractor: "2") == [])
    // A reading's key may hold more than the file's content.
    let rows = ["a", "b", "c"].map { row($0, content: "file " + $0, reading: $0) }
    try workspace.replaceSubmissions(rows, isComplete: true)
    #expect(try workspace.pictureSizes(.full) == [0: 3, 1: 0])
    #expect(try workspace.pictureSizes(.blind) == [0: 1, 1: 0])
    #expect(try workspace.picture(.full, ofSubmissionAt: 0) == Data([1, 2, 3]))
    #expect(try workspace.picture(.blind, ofSubmissionAt: 1) == nil)
    try workspace.replaceSubmissions([rows[2]], isComplete: false)
    #expect(try workspace.drawnPages(extractor: "1") == ["a", "b"], "a stopped run says nothing about the rest")
    try workspace.replaceSubmissions([rows[1], rows[2]], isComplete: true)
    #expect(try workspace.drawnPages(extractor: "1") == ["b"])
  }

  private func row(_ id: String, content: String, reading: String? = nil) -> SubmissionRow {
    let prediction = TopicPrediction(
      topics: [LabelScore(id: "a", probability: Probability(0.9), assigned: true)], groups: [],
      scope: Scope(verdict: .inScope, probability: Probability(1)), reviewReasons: [])
    return SubmissionRow(
      Assessment(
        id: PaperID(rawValue: id), file: "\(id).pdf", reading: .success(Paper(file: "\(id).pdf", pageCount: 6)),
        title: "T", abstract: "A", prediction: prediction, findings: [], decision: TriageDecision(reasons: [])),
      content: content, reading: reading)
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

  private func unnumbered(_ file: String, key: String) -> SubmissionRow {
    SubmissionRow(
      Assessment(
        id: nil, file: file, fileKey: key, reading: .success(Paper(file: file, pageCount: 6)), title: "T",
        abstract: "A", prediction: nil, findings: [], decision: TriageDecision(reasons: [.noText])), content: "c")
  }

  @Test func `a paper without an id keeps its marks when its path is typed in another way`() throws {
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    try workspace.replaceSubmissions([unnumbered("in/x.pdf", key: "x.pdf")], isComplete: true)
    try workspace.append([Mark(paper: "x.pdf", content: .reviewed)])
    let changes = try workspace.replaceSubmissions([unnumbered("/abs/in/x.pdf", key: "x.pdf")], isComplete: true)
    #expect(changes?.isEmpty == true)
    #expect(try workspace.assessments().map(\.decision.isReviewed) == [true])
  }

  @Test func `marks and changes of a version that knew papers by their paths hold when the path is typed as then`()
    throws
  {
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    try workspace.replaceSubmissions([unnumbered("in/x.pdf", key: "in/x.pdf")], isComplete: true)
    try workspace.append([Mark(paper: "in/x.pdf", content: .reviewed)])
    let changes = try workspace.replaceSubmissions([unnumbered("in/x.pdf", key: "x.pdf")], isComplete: true)
    #expect(changes?.isEmpty == true)
    #expect(try workspace.assessments().map(\.decision.isReviewed) == [true])
  }

  @Test func `a mark means the paper with that key, not another one with that path`() throws {
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    try workspace.replaceSubmissions(
      [unnumbered("a/x.pdf", key: "x.pdf"), unnumbered("b/a/x.pdf", key: "a/x.pdf")], isComplete: true)
    try workspace.append([Mark(paper: "a/x.pdf", content: .reviewed)])
    #expect(try workspace.assessments().map(\.decision.isReviewed) == [false, true])
  }

  @Test func `settings come back as they were`() throws {
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    #expect(try workspace.setting([Int].self, "s") == nil)
    try workspace.keep([1, 2], asSetting: "s")
    #expect(try workspace.setting([Int].self, "s") == [1, 2])
  }
}
