import Foundation

/// One object of a JSON file or one row of a CSV file, with its keys folded so that `Paper ID` is `paper_id`.
public struct Record: @unchecked Sendable {
  // Unchecked: the values are immutable property-list types made by JSONSerialization or FlatObject and never mutated.
  private let values: [String: Any]
  /// The file it comes from, for messages.
  public let file: String
  /// The line it begins on; in CSV the number of the row, the header being row 1.
  public let line: Int

  init(_ values: [String: Any], file: String, line: Int) {
    var folded: [String: Any] = [:]
    for (key, value) in values { folded[Self.folded(key)] = value }
    self.init(folded: folded, file: file, line: line)
  }

  /// Takes values under keys that are folded already.
  init(folded values: [String: Any], file: String, line: Int) {
    self.values = values
    self.file = file
    self.line = line
  }

  /// The names of its fields, folded.
  public var keys: some Collection<String> { values.keys }

  /// Returns a text or number as text; `nil` if the field is missing, null or blank.
  public func text(_ key: String) -> String? {
    switch values[key] {
    case let text as String: Self.trimmed(text)
    case let number as Int: String(number)
    case let number as NSNumber: number.stringValue
    default: nil
    }
  }

  /// Returns a list: of a JSON array its texts (objects give their `name`, or given and family name), of a text its
  /// parts between semicolons or line feeds; `nil` if the field is missing or null.
  public func list(_ key: String) -> [String]? {
    switch values[key] {
    case let items as [Any]: items.compactMap(Self.name(of:))
    case let text as String:
      text.split(whereSeparator: { $0 == ";" || $0.isNewline }).compactMap { Self.trimmed(String($0)) }
    default: nil
    }
  }

  /// Returns a text.
  ///
  /// - Throws: ``InterchangeError/missingField(path:line:field:)``.
  public func requiredText(_ key: String) throws(InterchangeError) -> String {
    guard let text = text(key) else { throw .missingField(path: file, line: line, field: key) }
    return text
  }

  private static func name(of item: Any) -> String? {
    if let text = item as? String { return trimmed(text) }
    guard let object = item as? [String: Any] else { return nil }
    if let name = object["name"] as? String { return trimmed(name) }
    let given = object["given_name"] ?? object["first"]
    let family = object["family_name"] ?? object["last"]
    return trimmed([given, family].compactMap { $0 as? String }.joined(separator: " "))
  }

  private static func trimmed(_ text: String) -> String? {
    // Foundation's way through UTF-16 takes a fifth of the time of `classify`, and few texts need trimming.
    let isInk = { (byte: UInt8?) in byte.map { $0 > 0x20 && $0 < 0x7F } ?? false }
    if isInk(text.utf8.first), isInk(text.utf8.last) { return text }
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? nil : text
  }

  private static func folded(_ key: String) -> String {
    key.trimmingCharacters(in: .whitespaces).lowercased().replacing(" ", with: "_")
  }
}
