import Interchange
import Papers
import Submissions
import TestSupport
import Testing

struct SubmissionMetadataTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a file's entry is found by its name, else by the id in its name`() throws {
    let path = try folder.file("m.csv", "file,id,title\nnotes.pdf,5,Five\n,12,Twelve\nother.pdf,13,Thirteen\n")
    let metadata = try SubmissionMetadata(path: path)
    #expect(metadata.entry(forPath: "in/notes.pdf")?.title == "Five")
    #expect(metadata.entry(forPath: "in/x-paper12.pdf")?.title == "Twelve")
    #expect(metadata.entry(forPath: "in/x-paper13.pdf") == nil)
    #expect(metadata.entry(forPath: "in/unknown.pdf") == nil)
  }

  @Test func `an export of HotCRP is understood`() throws {
    let json = """
      [{"object": "paper", "pid": 12, "title": "T", "authors": [{"given_name": "A", "family_name": "B"}],
        "topics": ["Inference"]}]
      """
    let entry = try SubmissionMetadata(path: folder.file("m.json", json)).entry(forPath: "c-paper12.pdf")
    #expect(entry?.id == PaperID(rawValue: "12"))
    #expect(entry?.authors == ["A B"])
    #expect(entry?.topics == ["Inference"])
  }

  @Test func `an id given twice or not at all is refused with its line`() throws {
    let twice = try folder.file("a.csv", "id,title\n1,A\n1,B\n")
    #expect(throws: InterchangeError.repeatedID(path: twice, line: 3, id: "1", firstLine: 2)) {
      try SubmissionMetadata(path: twice)
    }
    let none = try folder.file("b.csv", "title,file\nA,a.pdf\n")
    #expect(throws: InterchangeError.missingField(path: none, line: 2, field: "id")) {
      try SubmissionMetadata(path: none)
    }
  }
}
