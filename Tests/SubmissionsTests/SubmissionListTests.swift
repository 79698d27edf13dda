import Foundation
import Submissions
import TestSupport
import Testing

struct SubmissionListTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func names(_ list: SubmissionList) -> [String] {
    list.files.map { $0.name.replacing(folder.path + "/", with: "") }
  }

  @Test func `folders are walked in bytewise order and files told by their content`() throws {
    for sub in ["b", "a", ".hidden"] {
      try FileManager.default.createDirectory(atPath: folder.path + "/" + sub, withIntermediateDirectories: true)
      _ = try folder.file(sub + "/x.pdf", "%PDF-1.5")
    }
    _ = try folder.file("Z.pdf", "%PDF-1.5")
    _ = try folder.file("unnamed", "junk\n%PDF-1.4")
    _ = try folder.file("broken.pdf", "not a PDF")
    _ = try folder.file("notes.txt", "words")
    _ = try folder.file(".secret.pdf", "%PDF-1.5")
    let list = SubmissionList(paths: [folder.path + "/"])
    #expect(names(list) == ["Z.pdf", "a/x.pdf", "b/x.pdf", "broken.pdf", "unnamed"])
    #expect(list.otherFileCount == 1)
    #expect(list.unreadable.isEmpty)
  }

  @Test func `a file that the user names is taken whatever it holds`() throws {
    let path = try folder.file("notes.txt", "words")
    #expect(SubmissionList(paths: [path]).files.map(\.name) == [path])
  }

  @Test func `a path that leads nowhere is told and the others go on`() throws {
    let path = try folder.file("a.pdf", "%PDF-1.5")
    let list = SubmissionList(paths: ["/nowhere/at-all", path])
    #expect(list.unreadable.map(\.path) == ["/nowhere/at-all"])
    #expect(list.files.map(\.name) == [path])
  }

  @Test func `a link to a folder is not followed`() throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
    _ = try folder.file("a.pdf", "%PDF-1.5")
    #expect(names(SubmissionList(paths: [folder.path])) == ["a.pdf"])
  }

  @Test func `the members of a zip are listed by their safe names`() throws {
    // Made by Python's zipfile: b/two.pdf, a/one.pdf, ../evil.pdf, readme.txt, each holding "%PDF-1.5 <name>".
    let path = try folder.file("s.zip", ZipFixture.fourMembers)
    let list = SubmissionList(paths: [path])
    #expect(names(list) == ["s.zip!/a/one.pdf", "s.zip!/b/two.pdf"])
    #expect(list.otherFileCount == 1)
  }

  @Test func `a damaged zip is told`() throws {
    let path = try folder.file("s.zip", ZipFixture.fourMembers.prefix(100))
    let list = SubmissionList(paths: [path])
    #expect(list.unreadable.map(\.path) == [path])
  }
}
