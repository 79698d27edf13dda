import Foundation
import Papers
import TestSupport
import Testing
import Workspaces

struct WorkspaceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `what was kept is there after opening again, for the same extractor only`() throws {
    let path = folder.path + "/w.sqlite"
    let paper = Paper(file: "a.pdf", title: "T", pageCount: 3, warnings: [.noAbstract])
    let failure = PDFFailure(kind: .damaged, sentence: "s")
    try Workspace(path: path).keep(
      [(content: "aa", reading: .success(paper)), (content: "bb", reading: .failure(failure))], extractor: "1")
    let again = try Workspace(path: path)
    let readings = try again.readings(extractor: "1")
    var expected = paper
    expected.file = ""
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
}
