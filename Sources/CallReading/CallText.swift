import Foundation

/// Tells what a file is by its content and decodes it.
enum CallText {
  enum Format: Equatable { case html, markdown, plain }

  /// Returns the text of a file in UTF-8, UTF-16 with a mark, or else Windows-1252; `nil` if it is no text.
  static func decoded(_ bytes: Data) -> String? {
    let text: String?
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      text = String(data: bytes, encoding: .utf16)
    } else if bytes.contains(0) {
      text =
        String(data: bytes, encoding: .utf16LittleEndian).flatMap { isMostlyLatin($0) ? $0 : nil }
        ?? String(data: bytes, encoding: .utf16BigEndian).flatMap { isMostlyLatin($0) ? $0 : nil }
    } else if let utf8 = String(validating: bytes, as: UTF8.self) {
      text = utf8
    } else {
      text = String(data: bytes, encoding: .windowsCP1252) ?? String(data: bytes, encoding: .isoLatin1)
    }
    guard let text, !text.isEmpty else { return text }
    let sample = text.unicodeScalars.prefix(20_000)
    let controls = sample.count {
      $0.value < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0.value) || $0.value == 0xFFFD
    }
    guard controls * 50 <= sample.count else { return nil }
    return withPlainLineBreaks(text).withoutLigatures.withoutMojibake
  }

  /// Whether UTF-16 without a mark was read in the right order of bytes: its letters and blanks are Latin ones.
  private static func isMostlyLatin(_ text: String) -> Bool {
    let sample = text.unicodeScalars.prefix(2_000)
    return !sample.isEmpty && sample.count { $0.value > 0 && $0.value < 0x250 } * 10 >= sample.count * 9
  }

  /// The text with one kind of line break and without marks of byte order.
  private static func withPlainLineBreaks(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0D || $0 == 0x0C || $0 == 0xEF }) else { return text }
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{FEFF}": continue
      case "\n" where isAfterReturn: break
      case "\r", "\u{0C}": scalars.append("\n")
      default: scalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return String(scalars)
  }

  private static let venueKey = Pattern(
    #"(?m)^(name|topics|groups|page_limit|anonymity|deadlines|file_types|notes):(\s|$)"#)

  /// Whether the text is the YAML that `call read` writes.
  static func isVenueFile(_ text: String) -> Bool {
    text.utf8.count < 1_000_000 && Set(venueKey.all(in: text).compactMap { $0.groups[0]?.lowercased() }).count >= 4
  }

  private static let htmlTag = Pattern(
    #"<!doctype\s+html|<html\b|<body\b|<(p|div|ul|li|table|h[1-6]|section|article|br)\b[^>]*>"#)
  private static let markdownSign = Pattern(
    #"(?m)^#{1,6}\s+\S|^\s*[*-] +\*\*|\]\((https?:|mailto:|/)|^\*\*.+\*\*\s*$|^---\n[^#]*?^---$"#)

  private static let headingAlone = Pattern(#"(?m)(?:\A|\n[ \t]*\n)#{1,4} +[A-Z][^\n#]{2,80}$"#)

  /// Returns what the text is: by its tags HTML, by the ending of its name or its signs Markdown.
  static func format(of text: String, name: String) -> Format {
    let name = name.lowercased()
    let start = String(text.prefix(4_000))
    let isMarkdownName = [".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"].contains { name.hasSuffix($0) }
    let isHTMLName = [".html", ".htm", ".xhtml", ".php", ".shtml"].contains { name.hasSuffix($0) }
    let begins = start.drop(while: \.isWhitespace).lowercased()
    if begins.hasPrefix("<!doctype html") || begins.hasPrefix("<html") { return .html }
    if isMarkdownName { return .markdown }
    let tags = htmlTag.all(in: String(text.prefix(60_000))).count
    if isHTMLName, tags > 0 { return .html }
    if tags >= 8 { return .html }
    if !name.hasSuffix(".txt"), markdownSign.all(in: start).count >= 2 { return .markdown }
    // A `#` before a line may be anything in plain text; several headings with a line free above them are Markdown.
    if headingAlone.all(in: text).count >= 3 { return .markdown }
    return .plain
  }
}

extension String {
  /// The text with the ligatures of print, which copied calls are full of, as the letters that they stand for.
  fileprivate var withoutLigatures: String {
    guard utf8.contains(0xEF) else { return self }
    let letters = ["\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl"]
    return letters.reduce(self) { $0.replacing($1.key, with: $1.value) }
  }
}

extension String {
  /// The text with the punctuation restored that a page got when its UTF-8 was once taken for Windows-1252.
  fileprivate var withoutMojibake: String {
    guard contains("\u{C2}") || contains("\u{E2}\u{20AC}") else { return self }
    let marks = [
      ("\u{E2}\u{20AC}\u{2122}", "’"), ("\u{E2}\u{20AC}\u{2DC}", "‘"), ("\u{E2}\u{20AC}\u{153}", "“"),
      ("\u{E2}\u{20AC}\u{9D}", "”"), ("\u{E2}\u{20AC}\u{201C}", "–"), ("\u{E2}\u{20AC}\u{201D}", "—"),
      ("\u{E2}\u{20AC}\u{A2}", "•"), ("\u{E2}\u{20AC}\u{A6}", "…"), ("\u{C2}\u{B7}", "·"), ("\u{C2}\u{A0}", " "),
    ]
    let restored = marks.reduce(self) { $0.replacing($1.0, with: $1.1) }
    return strayMark.replacing(restored, with: "")
  }
}

/// What is left of a blank that does not break: a letter alone, or after the end of a sentence.
private let strayMark = Pattern("(?<=[\\s.,;:!?)]|^)\u{C2}(?=\\s|$)")
