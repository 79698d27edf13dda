import Foundation
import TestSupport
import Testing

@testable import Submissions

struct SubmissionKeysTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["one/sub", "two/sub"] {
      try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    for name in ["one/a.pdf", "one/sub/b.pdf", "two/sub/b.pdf"] { _ = try folder.file(name, "%PDF-1.5") }
    _ = try folder.file("one/s.zip", ZipFixture.fourMembers)
  }

  private func keys(_ paths: String...) -> [String] {
    SubmissionList(paths: paths.map { folder.path + "/" + $0 }).files.map(\.key)
  }

  @Test(arguments: ["one", "one/", "./one", "two/../one", "one/sub/.."])
  func `a folder's papers have the keys of their paths below it, however it was typed`(path: String) {
    #expect(keys(path) == ["a.pdf", "s.zip!/a/one.pdf", "s.zip!/b/two.pdf", "sub/b.pdf"])
  }

  @Test func `a file given by itself has its name, and a zip's members their paths in it`() {
    #expect(keys("one/sub/b.pdf", "one/s.zip") == ["b.pdf", "a/one.pdf", "b/two.pdf"])
  }

  @Test func `papers with the same key all get as many folders as tell them apart`() {
    #expect(keys("one/sub", "two/sub", "one/a.pdf") == ["one/sub/b.pdf", "two/sub/b.pdf", "a.pdf"])
    #expect(keys("two/sub", "one/sub") == ["two/sub/b.pdf", "one/sub/b.pdf"])
  }

  @Test func `a file given twice is numbered`() {
    let keys = keys("one/a.pdf", "one/a.pdf")
    #expect(keys[0].hasSuffix("/one/a.pdf") && keys[1].hasSuffix("/one/a (2).pdf"))
  }

  @Test func `a number that some file has already is passed over`() {
    #expect(
      SubmissionKeys.numbered(["a (2).pdf", "a.pdf", "a.pdf", "a.pdf", "x", "x"])
        == ["a (2).pdf", "a.pdf", "a (3).pdf", "a (4).pdf", "x", "x (2)"])
  }
}
