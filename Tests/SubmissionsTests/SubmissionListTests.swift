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

  @Test func `the members of a zip are listed by their safe names, and what leads out of it is told`() throws {
    // Made by Python's zipfile: b/two.pdf, a/one.pdf, ../evil.pdf, readme.txt, each holding "%PDF-1.5 <name>".
    let path = try folder.file("s.zip", ZipFixture.fourMembers)
    let list = SubmissionList(paths: [path])
    #expect(names(list) == ["s.zip!/a/one.pdf", "s.zip!/b/two.pdf"])
    #expect(list.otherFileCount == 1)
    #expect(list.unreadable.map(\.path) == [path + "!/../evil.pdf"])
  }

  @Test func `members that may be papers and cannot be read are told one by one, and the others go on`() throws {
    let path = try folder.file("s.zip", ZipFixture.oddMembers)
    let list = SubmissionList(paths: [path])
    #expect(names(list) == ["s.zip!/a.pdf", "s.zip!/a (2).pdf", "s.zip!/abs/z.pdf"])
    #expect(list.files.map(\.key) == ["a.pdf", "a (2).pdf", "abs/z.pdf"])
    #expect(list.files.map(\.givenName).prefix(2) == [path + "!/a.pdf", path + "!/a.pdf"])
    let told = list.unreadable.map { $0.path.replacing(path, with: "") }
    #expect(told == ["!/../x.pdf", "!/../../y.pdf", "!/inner.zip", "!/link.pdf"])
    #expect(Set(list.unreadable.map(\.sentence)).count == 3)
    #expect(list.otherFileCount == 2)
  }

  @Test func `a damaged zip is told`() throws {
    let path = try folder.file("s.zip", ZipFixture.fourMembers.prefix(100))
    let list = SubmissionList(paths: [path])
    #expect(list.unreadable.map(\.path) == [path])
  }

  @Test func `a name that is no UTF-8 is told with its folder, and the rest goes on`() throws {
    let made = try ProgramRun.shell(
      #"""
      mkdir sub $'M\xfcller' && for name in sub/$'Bj\xf6rn paper38.pdf' $'M\xfcller/17.pdf' good.pdf $'h\xf6r'
      do printf '%%PDF-1.5' >"$name"; done
      printf 'words' >$'n\xf6te.txt'; printf '%%PDF-1.5' >$'.hidden\xf6.pdf'
      """#, in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    let list = SubmissionList(paths: [folder.path])
    #expect(names(list) == ["good.pdf"])
    let told = list.unreadable.map { $0.path.replacing(folder.path + "/", with: "") }
    #expect(told == ["M\u{FFFD}ller", "h\u{FFFD}r", "sub/Bj\u{FFFD}rn paper38.pdf"])
    #expect(list.unreadable.allSatisfy { $0.sentence.contains("not valid UTF-8") && $0.sentence.contains("Rename it") })
    #expect(list.otherFileCount == 1)
    // As the system hands it over when the user gives it.
    let given = SubmissionList(paths: [folder.path + "/sub/Bj\u{FFFD}rn paper38.pdf"])
    #expect(given.unreadable.map(\.sentence) == [list.unreadable[0].sentence])
  }

  @Test func `a link to a folder is followed when the user names it`() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: true)
    _ = try folder.file("in/a.pdf", "%PDF-1.5")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: folder.path + "/in")
    #expect(names(SubmissionList(paths: [folder.path + "/link"])) == ["link/a.pdf"])
  }
}
