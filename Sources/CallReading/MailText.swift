import Foundation

/// A call that was saved as a mail: its header is dropped and quoted-printable undone.
enum MailText {
  private static let headerLine = Pattern(#"^[A-Za-z][A-Za-z0-9-]{1,40}:( |\t|$)"#)
  private static let isMail = Pattern(
    #"^(From \S+@|(Return-Path|Received|Delivered-To|Message-ID|X-[\w-]+|MIME-Version):)"#)
  private static let quotedPrintable = Pattern(#"(?m)^Content-Transfer-Encoding:\s*quoted-printable\b"#)
  private static let subject = Pattern(#"(?m)^Subject:[ \t]*(\S.*(?:\n[ \t]+\S.*)*)$"#)

  /// Returns the body under the mail's subject, with as many lines as the file has, so that places stay right; the text
  /// itself if it is no mail.
  static func body(of text: String) -> String {
    guard isMail.matches(String(text.prefix(200))) else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.firstIndex(where: \.isEmpty), end >= 3,
      lines[1..<end].allSatisfy({ $0.first?.isWhitespace == true || headerLine.matches(String($0.prefix(80))) })
    else { return text }
    let header = lines[..<end].joined(separator: "\n")
    var body = lines[end...].joined(separator: "\n")
    if quotedPrintable.matches(header) { body = withoutQuotedPrintable(body) }
    // A subject in an encoding of its own, `=?UTF-8?Q?...?=`, names nothing to a reader.
    let words = subject.first(in: header)?.groups[0]?.replacing("\n", with: " ") ?? ""
    let title = words.contains("=?") ? "" : words
    return title + String(repeating: "\n", count: end) + body
  }

  /// Undoes RFC 2045, 6.7: `=3D` is a character's byte, `=` at the end of a line joins it to the next. A joined line
  /// leaves its break further down, where the paragraph ends, so that lines keep their numbers.
  private static func withoutQuotedPrintable(_ text: String) -> String {
    var bytes: [UInt8] = []
    var heldBreaks = 0
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "="), index + 1 < source.count, source[index + 1] == UInt8(ascii: "\n") {
        heldBreaks += 1
        index += 2
      } else if byte == UInt8(ascii: "="), index + 2 < source.count,
        let value = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(byte)
        if byte == UInt8(ascii: "\n"), index + 1 < source.count, source[index + 1] == UInt8(ascii: "\n") {
          bytes += [UInt8](repeating: byte, count: heldBreaks)
          heldBreaks = 0
        }
        index += 1
      }
    }
    let data = Data(bytes)
    return String(validating: bytes, as: UTF8.self) ?? String(data: data, encoding: .windowsCP1252)
      ?? String(decoding: bytes, as: UTF8.self)
  }
}
