/// Tells texts that machines read, or wrote, from texts that people read: no call is a program, a table of records or a log.
enum SourceSigns {
  /// The most of a text that is looked at, in UTF-16 units.
  private static let sample = 60_000

  // A call may quote the one line that chooses the class.
  private static let latex = Pattern(#"\\begin\{document\}"#)
  private static let latexClass = Pattern(#"(?m)^\s*\\documentclass\b"#)
  private static let latexCommand = Pattern(#"(?m)^\s*\\[a-zA-Z]{4,}"#)
  private static let codeLine = Pattern(anyOf: [
    #"^\s*(//|/\*|\*/|#\s*(include|define|ifdef|endif|!/)|import\s+[\w.{]+.*[;'"]\s*$|package\s+[\w.]+;|def\s+\w+\(|fn\s+\w+|func\s+\w+|class\s+\w+.*[:{]\s*$|return\b.*[;)]\s*$|@@ |diff --git|[+-]{3} [ab]/)"#,
    #"[{}]\s*[;,]?\s*$"#,
    #"\)\s*;\s*$"#,
    #"\b\w+\s*=\s*\S.*;\s*$"#,
  ])
  private static let stamped = Pattern(
    #"^\W*\d{2,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ]\d{1,2}:\d{2}:\d{2}|^\W*[A-Z][a-z]{2} +\d{1,2} \d{2}:\d{2}:\d{2}"#)
  private static let message = Pattern(#"(?m)^From \S+@\S+ .*\d{2}:\d{2}"#)

  /// What a site's generator fills in is neither prose nor program.
  /// Nor is how a page looks and moves.
  private static let generated = Pattern(
    #"(?s:<(style|script)\b.*?</\1>)|\{%[^\n]*?%\}|\{\{[^\n]*?\}\}|\{[:.#][^}\n]*\}"#)

  /// Returns what a text is, if it is no prose: "LaTeX source", "source code", "a table of records", "a log",
  /// "a mailbox with several messages".
  static func kind(of text: String) -> String? {
    let start = generated.replacing(String(text.prefix(sample)), with: "")
    if latex.matches(start) || latexClass.matches(start) && latexCommand.all(in: start).count >= 4 {
      return "LaTeX source"
    }
    if message.all(in: start).count >= 3 { return "a mailbox with several messages" }
    let lines = start.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    if lines.count >= 20, lines.count(where: { stamped.matches(String($0.prefix(60))) }) * 5 >= lines.count * 4 {
      return "a log"
    }
    if isTable(lines) { return "a table of records" }
    let code = lines.prefix(1_500).count { codeLine.matches(String($0.prefix(400))) }
    if lines.count >= 8, code * 4 >= min(lines.count, 1_500) { return "source code" }
    return isDense(start) ? "source code" : nil
  }

  /// Whether nearly all lines have the same number of separators, four or more.
  private static func isTable(_ lines: [String]) -> Bool {
    guard lines.count >= 20 else { return false }
    for separator: Character in [",", "\t", ";"] {
      // Commas in quotes are part of a field.
      let counts = lines.prefix(400).map { line in
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(0) {
          $0 + ($1.offset % 2 == 0 ? $1.element.count { $0 == separator } : 0)
        }
      }
      let usual = Dictionary(grouping: counts, by: \.self).max { $0.value.count < $1.value.count }
      if let usual, usual.key >= 4, usual.value.count * 10 >= counts.count * 9 { return true }
    }
    return false
  }

  /// Whether braces and equal signs are as frequent as in programs without line breaks; drawn lines do not count.
  private static func isDense(_ text: String) -> Bool {
    let drawn = Pattern(#"={3,}"#).replacing(text, with: "")
    let marks = drawn.utf8.count { $0 == 0x7B || $0 == 0x7D || $0 == 0x3D }
    return drawn.utf8.count > 2_000 && marks * 50 >= drawn.utf8.count
  }
}
