import Foundation
import Interchange
import TestSupport
import Testing

struct RecordReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func records(_ name: String, _ text: String) throws -> [Record] {
    var records: [Record] = []
    try RecordReader.forEachRecord(in: folder.file(name, text)) { records.append($0) }
    return records
  }

  @Test func `NDJSON gives a record a line with its line number`() throws {
    let records = try records("a", "{\"id\": 7, \"title\": \" A \"}\n\n{\"id\":\"b\"}")
    #expect(records.map { $0.text("id") } == ["7", "b"])
    #expect(records.map(\.line) == [1, 3])
    #expect(records[0].text("title") == "A")
    #expect(records[1].text("title") == nil)
  }

  @Test func `a JSON array and a single indented object are read too`() throws {
    #expect(try records("a", "[{\"pid\": 1}, {\"pid\": 2}]").map { $0.text("pid") } == ["1", "2"])
    #expect(try records("b", "{\n  \"pid\": 3\n}\n").map { $0.text("pid") } == ["3"])
  }

  @Test func `authors given as objects become names`() throws {
    let text = "{\"authors\": [{\"given_name\": \"Ann\", \"family_name\": \"Ng\"}, {\"name\": \"Bo Li\"}, \"Cy\"]}"
    #expect(try records("a", text)[0].list("authors") == ["Ann Ng", "Bo Li", "Cy"])
  }

  @Test func `CSV keeps quoted commas and line feeds and folds its column names`() throws {
    let records = try records("a.csv", "Paper ID,Title,Topics\r\n12,\"A, \"\"B\"\"\nC\",x; y\r\n")
    #expect(records.count == 1)
    #expect(records[0].text("paper_id") == "12")
    #expect(records[0].text("title") == "A, \"B\"\nC")
    #expect(records[0].list("topics") == ["x", "y"])
    #expect(records[0].line == 2)
  }

  @Test func `tabs, semicolons, a byte order mark and western Windows letters are understood`() throws {
    #expect(try records("a", "\u{FEFF}id\ttitle\n1\tx\n")[0].text("id") == "1")
    #expect(try records("b", "id;title\n1;x\n")[0].text("title") == "x")
    let path = try folder.file("c", Data([0x69, 0x64, 0x2C, 0x74, 0x0A, 0x31, 0x2C, 0xE9, 0x0A]))
    try RecordReader.forEachRecord(in: path) { #expect($0.text("t") == "é") }
  }

  @Test func `a gzip file reads as what is inside`() throws {
    let path = folder.path + "/a.ndjson.gz"
    let writer = try RowWriter(path)
    try writer.write(Data("{\"id\":\"1\"}\n".utf8))
    try writer.finish()
    #expect(try Data(contentsOf: URL(filePath: path)).starts(with: [0x1F, 0x8B]))
    var ids: [String?] = []
    try RecordReader.forEachRecord(in: path) { ids.append($0.text("id")) }
    #expect(ids == ["1"])
  }

  @Test func `a gzip file cut short is refused`() throws {
    let whole = folder.path + "/a.gz"
    let writer = try RowWriter(whole)
    for number in 0..<20_000 { try writer.write(Data("{\"id\":\"\(number &* 2_654_435_761)\"}\n".utf8)) }
    try writer.finish()
    let bytes = try Data(contentsOf: URL(filePath: whole))
    let cut = try folder.file("cut.gz", bytes.prefix(bytes.count / 2))
    #expect(throws: InterchangeError.self) { try RecordReader.forEachRecord(in: cut) { _ in } }
  }

  @Test(arguments: [
    ("{\"id\": 1}\nnonsense\n", 2), ("{broken\n", 1), ("[{\"id\": 1}, 5]", 2), ("[1", 1),
  ])
  func `what is not a JSON object is refused with its line`(text: String, line: Int) throws {
    let path = try folder.file("a", text)
    #expect(throws: InterchangeError.notJSON(path: path, line: line)) {
      try RecordReader.forEachRecord(in: path) { _ in }
    }
  }

  @Test func `an empty file, a missing file, a folder and a binary file are refused`() throws {
    let empty = try folder.file("empty", "")
    #expect(throws: InterchangeError.empty(path: empty)) { try RecordReader.forEachRecord(in: empty) { _ in } }
    let binary = try folder.file("binary", Data([0x7F, 0x45, 0, 1, 2]))
    #expect(throws: InterchangeError.self) { try RecordReader.forEachRecord(in: binary) { _ in } }
    #expect(throws: InterchangeError.cannotOpen(path: "/nowhere", reason: "no such file or directory")) {
      try RecordReader.forEachRecord(in: "/nowhere") { _ in }
    }
    #expect(throws: InterchangeError.cannotOpen(path: folder.path, reason: "it is a folder")) {
      try RecordReader.forEachRecord(in: folder.path) { _ in }
    }
  }
}
