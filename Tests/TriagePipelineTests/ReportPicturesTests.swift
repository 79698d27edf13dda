import Foundation
import Papers
import Reports
import TestSupport
import Testing
import Triage
import Workspaces

@testable import TriagePipeline

struct ReportPicturesTests {
  private let folder: TemporaryFolder
  private let results: ResultFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    results = try ResultFolder(folder.path)
    workspace = try Workspace(path: results.workspacePath)
    try results.makeSubfolder("chair")
  }

  /// Puts papers of these ids into the workspace, each with pictures of 300 bytes.
  private func assessments(_ ids: [String?]) throws -> [Assessment] {
    let assessments = ids.enumerated().map { index, id in
      Assessment(
        id: id.map(PaperID.init(rawValue:)), file: "hypatia-\(index).pdf",
        reading: .success(Paper(file: "hypatia.pdf", pageCount: 1)), title: nil, abstract: nil, prediction: nil,
        findings: [], decision: TriageDecision(reasons: []))
    }
    for index in ids.indices {
      var reading = PDFReading(paper: Paper(file: "a.pdf", pageCount: 1))
      reading.firstPage = FirstPage(full: Data(repeating: 1, count: 300), blind: Data(repeating: 2, count: 300))
      try workspace.keep([(content: "\(index)", reading: .success(reading))], extractor: "1")
    }
    let rows = assessments.enumerated().map { SubmissionRow($1, content: nil, reading: "\($0)") }
    try workspace.replaceSubmissions(rows, isComplete: true)
    return assessments
  }

  private func files(_ name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name)) ?? []).sorted()
  }

  private func write(_ assessments: [Assessment], limit: Int) throws -> [Int: PagePicture] {
    let pictures = ReportPictures(workspace: workspace, folder: results, isWanted: true, embeddedLimit: limit)
    let blind = try pictures.pictures(of: assessments, for: .blind)
    _ = try pictures.pictures(of: assessments, for: .chair)
    try pictures.removeOthers()
    return blind
  }

  @Test func `pictures lie in the report as long as all together have room there`() throws {
    let papers = try assessments(["1", "2"])
    let pictures = try write(papers, limit: 800)
    #expect(pictures[0] == PagePicture(.png(Data(repeating: 2, count: 300)), authorBlock: .masked))
    #expect(files("pages") == [])
  }

  @Test func `beyond that they lie beside it, named by the paper's number and never by its file`() throws {
    let papers = try assessments(["12", nil, "../x", "A-7"])
    let pictures = try write(papers, limit: 1_599)
    let names = ["paper-12.png", "paper-A-7.png", "row-2.png", "row-3.png"]
    #expect(files("pages") == names && files("chair/pages") == names)
    #expect(pictures[2]?.content == .file(named: "row-3.png"))
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/pages/row-3.png")) == Data(repeating: 2, count: 300))
    #expect(
      try Data(contentsOf: URL(filePath: folder.path + "/chair/pages/row-3.png")) == Data(repeating: 1, count: 300))
  }

  @Test func `files of papers that are gone are removed, and no others`() throws {
    _ = try write(assessments(["1", "2", "3"]), limit: 0)
    _ = try folder.file("pages/mine.txt", "a chair's")
    _ = try write(assessments(["2"]), limit: 0)
    #expect(files("pages") == ["mine.txt", "paper-2.png"] && files("chair/pages") == ["paper-2.png"])
    _ = try write(assessments(["2"]), limit: 1_000)
    #expect(files("pages") == ["mine.txt"] && files("chair") == [])
  }
}
