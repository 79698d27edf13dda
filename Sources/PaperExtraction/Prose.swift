import PDFLayout
import Papers

/// Tells running text from what else stands on a title page: names and addresses, tables of contents, captions, dates.
enum Prose {
  /// Whether a text is made of sentences: most of their words begin with a small letter, while names, addresses and
  /// headings begin with capitals, and tables of contents are made of dots and numbers.
  ///
  /// English prose has 70 to 95% words in small letters, blocks of authors with their universities below 30%.
  static func isSentences(_ text: some StringProtocol) -> Bool {
    var small = 0
    var all = 0
    for word in text.split(separator: " ") {
      guard let first = word.unicodeScalars.first else { continue }
      all += 1
      if first.properties.isLowercase { small += 1 }
    }
    return all >= 5 && Double(small) > 0.42 * Double(all)
  }

  /// Whether a line begins the words under a figure or over a table.
  static func beginsCaption(_ text: String) -> Bool {
    var rest = text[...]
    guard
      let word = ["Figure", "FIGURE", "Fig.", "FIG.", "Table", "TABLE", "Fig", "Listing"].first(where: rest.hasPrefix)
    else { return false }
    rest = rest.dropFirst(word.count).drop { $0 == " " || $0 == "\u{A0}" }
    guard let digit = rest.first, digit.isNumber || "IVX".contains(digit) else { return false }
    // "Figure 1 shows" is a sentence.
    let mark = rest.drop { $0.isNumber || "IVX".contains($0) }.first
    return mark == nil || mark == ":" || mark == "." || mark == "|" || mark == "\u{2014}" || mark == "\u{2013}"
  }

  /// Returns lines without captions; `lines` in any order.
  static func withoutCaptions(_ lines: [TextLine]) -> [TextLine] {
    guard lines.contains(where: { beginsCaption($0.text) }) else { return lines }
    let sorted = lines.sorted { $0.box.centerY < $1.box.centerY }
    var captions: Set<Int> = []
    for (start, line) in sorted.enumerated() where beginsCaption(line.text) {
      captions.insert(start)
      var last = line
      for (index, next) in sorted.enumerated().dropFirst(start + 1) {
        guard next.box.horizontalOverlap(with: last.box) > 0 else { continue }
        let look = line.runs.last ?? line.mainRun
        guard next.box.top - last.box.bottom < 0.5 * last.fontSize, abs(next.fontSize - look.fontSize) < 0.3,
          next.mainRun.font.name == look.font.name || next.mainRun.font.name == line.mainRun.font.name
        else { break }
        captions.insert(index)
        last = next
      }
    }
    return sorted.indices.filter { !captions.contains($0) }.map { sorted[$0] }
  }

  /// Whether a line says when the paper came in, as in "(Dated: May 2, 2023)".
  static func isDate(_ text: String) -> Bool {
    let letters = text.prefix(24).lettersOnly
    return text.utf8.count < 90
      && ["dated", "received", "accepted", "submitted", "revised", "published"].contains(where: letters.hasPrefix)
      && text.contains { $0.isNumber }
  }
}
