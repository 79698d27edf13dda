/// CSV for spreadsheets and submission systems, as in RFC 4180, safe to open in a spreadsheet.
public enum CSVText {
  /// Returns one row with its line feed.
  ///
  /// - Parameter fields: One text a column.
  public static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\n"
  }

  /// A spreadsheet takes a cell that begins so for a formula (OWASP, CSV Injection); an apostrophe before it says
  /// text.
  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"]

  private static func field(_ text: String) -> String {
    var text = String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
    if let first = text.unicodeScalars.first, formulaStarts.contains(first), Double(text) == nil {
      text = "'" + text
    }
    let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\t": true
    // Direction controls make a cell read as what it does not say.
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": false
    default: scalar.properties.generalCategory != .control
    }
  }
}
