/// Why a file of records cannot be read or written.
public enum InterchangeError: Error, Equatable, CustomStringConvertible {
  /// The file does not exist, is a folder, or may not be read.
  case cannotOpen(path: String, reason: String)
  /// Reading stopped in the middle, such as in a damaged `.gz`.
  case cannotRead(path: String, reason: String)
  /// The file cannot be written.
  case cannotWrite(path: String, reason: String)
  /// Whoever reads our standard output has gone, as in `papertriage ... | head`.
  case readerGone
  /// A line is longer than any record.
  case lineTooLong(path: String, line: Int, limit: Int)
  /// The file is larger than what is read at once.
  case tooLarge(path: String, limit: Int)
  /// A line does not hold a JSON object.
  case notJSON(path: String, line: Int)
  /// The file is neither JSON, NDJSON nor CSV.
  case malformedCSV(path: String, reason: String)
  /// The file has no records.
  case empty(path: String)
  /// A record lacks what it must have.
  case missingField(path: String, line: Int, field: String)
  /// Two records have the same id.
  case repeatedID(path: String, line: Int, id: String, firstLine: Int)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason): "\(path): cannot be opened: \(reason)."
    case .cannotRead(let path, let reason): "\(path): reading stopped: \(reason). Is the file complete?"
    case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)."
    case .readerGone: "Nobody reads the output any more."
    case .lineTooLong(let path, let line, let limit):
      "\(path), line \(line): is longer than \(limit) bytes; expected one JSON object or CSV record a line."
    case .tooLarge(let path, let limit):
      "\(path): is larger than \(limit) bytes. Give it as NDJSON, one object a line, which has no limit."
    case .notJSON(let path, let line):
      "\(path), line \(line): is not a JSON object. Each line of NDJSON is one object in braces."
    case .malformedCSV(let path, let reason):
      "\(path): is not JSON, NDJSON or CSV with a header line: \(reason)."
    case .empty(let path): "\(path): has no records."
    case .missingField(let path, let line, let field):
      "\(path), line \(line): has no '\(field)', which each record needs."
    case .repeatedID(let path, let line, let id, let firstLine):
      "\(path), line \(line): the id '\(id)' stands on line \(firstLine) already; each record needs its own."
    }
  }
}
