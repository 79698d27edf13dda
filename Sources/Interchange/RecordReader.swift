import Foundation
import SwiftCSV

/// Reads records from JSON, NDJSON or CSV, told apart by their first byte, gunzipped if need be.
public enum RecordReader {
  /// The largest JSON array or CSV file that is read, in bytes; NDJSON streams and has no limit.
  public static let largestDocument = 500_000_000

  /// Calls `body` with each record of a file, or of standard input for `-`, in the file's order.
  ///
  /// - Throws: ``InterchangeError`` naming file and line, and whatever `body` throws.
  public static func forEachRecord(in path: String, _ body: (Record) throws -> Void) throws {
    var lines = try LineReader(path)
    let name = path == "-" ? "standard input" : path
    switch try lines.firstSignificantByte() {
    case nil: throw InterchangeError.empty(path: name)
    case UInt8(ascii: "{"): try readLines(&lines, name: name, body)
    case UInt8(ascii: "["): try readArray(lines.rest(limit: largestDocument), name: name, body)
    default: try readCSV(lines.rest(limit: largestDocument), name: name, body)
    }
  }

  private static func readLines(_ lines: inout LineReader, name: String, _ body: (Record) throws -> Void) throws {
    while let line = try lines.next() {
      guard line.bytes.contains(where: { $0 > 0x20 }) else { continue }
      if let values = line.bytes.withUnsafeBufferPointer(FlatObject.values(of:)) {
        try body(Record(folded: values, file: name, line: line.number))
        continue
      }
      if let object = object(from: line.bytes) {
        try body(Record(object, file: name, line: line.number))
        continue
      }
      // A single indented object is JSON too, such as HotCRP's export of one paper.
      guard line.number == 1 else { throw InterchangeError.notJSON(path: name, line: line.number) }
      let whole = line.bytes + [UInt8(ascii: "\n")] + (try lines.rest(limit: largestDocument))
      guard let object = object(from: whole[...]) else { throw InterchangeError.notJSON(path: name, line: 1) }
      try body(Record(object, file: name, line: 1))
      return
    }
  }

  private static func readArray(
    _ bytes: ArraySlice<UInt8>, name: String, _ body: (Record) throws -> Void
  ) throws {
    guard let items = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [Any] else {
      // The parser's own message may quote the text, so it is not passed on.
      throw InterchangeError.notJSON(path: name, line: 1)
    }
    for (index, item) in items.enumerated() {
      guard let object = item as? [String: Any] else {
        throw InterchangeError.notJSON(path: name, line: index + 1)
      }
      try body(Record(object, file: name, line: index + 1))
    }
  }

  private static func readCSV(_ bytes: ArraySlice<UInt8>, name: String, _ body: (Record) throws -> Void) throws {
    guard !bytes.contains(0) else {
      throw InterchangeError.malformedCSV(path: name, reason: "it holds zero bytes, as only binary files do")
    }
    let withoutMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    // Exports of CMT are seen in the code page of western Windows.
    let text =
      String(bytes: withoutMark, encoding: .utf8) ?? String(bytes: withoutMark, encoding: .windowsCP1252) ?? ""
    let header = text.prefix { !$0.isNewline }
    let delimiter: CSVDelimiter =
      header.contains("\t") ? .tab : header.contains(";") && !header.contains(",") ? .semicolon : .comma
    let rows: [[String]]
    do {
      rows = try EnumeratedCSV(string: text, delimiter: delimiter, loadColumns: false).rows
    } catch {
      throw InterchangeError.malformedCSV(path: name, reason: "a quotation mark stands where none may be")
    }
    let columns = try EnumeratedCSV(string: String(header) + "\n", delimiter: delimiter, loadColumns: false).header
    guard columns.count > 1 else {
      throw InterchangeError.malformedCSV(path: name, reason: "its first line names fewer than two columns")
    }
    for (index, row) in rows.enumerated() where row.contains(where: { !$0.isEmpty }) {
      let values = Dictionary(zip(columns, row.map { $0 as Any }), uniquingKeysWith: { first, _ in first })
      try body(Record(values, file: name, line: index + 2))
    }
  }

  private static func object(from bytes: ArraySlice<UInt8>) -> [String: Any]? {
    // The parser's own error may quote the text; the caller says file and line instead.
    try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
  }
}
