import Foundation
import Papers
import Submissions
import TestSupport
import Testing

struct SubmissionContentsTests {
  @Test func `a zip's member is a file in memory while it is used, and hashes as its bytes`() throws {
    let folder = try TemporaryFolder()
    let zip = try folder.file("s.zip", ZipFixture.fourMembers)
    let plain = try folder.file("one.pdf", "%PDF-1.5 a/one.pdf")
    let contents = SubmissionContents()
    let list = SubmissionList(paths: [zip, plain])
    let member = list.files[0]
    #expect(member.name.hasSuffix("a/one.pdf"))
    #expect(try contents.hash(of: member) == contents.hash(of: list.files[2]))
    var opened: (any OpenedFile)? = try contents.open(member)
    let path = try #require(opened?.path)
    #expect(FileManager.default.contents(atPath: path) == Data("%PDF-1.5 a/one.pdf".utf8))
    opened = nil
    #expect(FileManager.default.contents(atPath: path) == nil)
  }

  @Test func `a file that vanished is told`() throws {
    let file = SubmissionFile(name: "gone.pdf", location: .file(path: "/nowhere/gone.pdf"))
    #expect(throws: PDFFailure.self) { try SubmissionContents().hash(of: file) }
  }
}
