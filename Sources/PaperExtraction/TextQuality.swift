import PDFLayout
import Papers

/// Tells whether the text layer is there and spells words.
enum TextQuality {
  /// Returns what is wrong with the text as a whole; `nil` if nothing.
  static func doubt(about pages: [PageLayout]) -> ExtractionWarning? {
    var letters = 0
    var odd = 0
    var words = 0
    for page in pages.prefix(6) {
      for line in page.lines where line.direction == .horizontal {
        words += wordCount(line.text)
        for scalar in line.text.unicodeScalars where scalar != " " {
          switch scalar.value {
          case 0x41...0x5A, 0x61...0x7A: letters += 1
          // Private letters, replacements and control codes: a font without a usable encoding.
          case 0..<0x20, 0x7F..<0xA0, 0xFFFD, 0xE000...0xF8FF, 0xF0000...0x10FFFF: odd += 1
          default: if scalar.properties.isAlphabetic { letters += 1 }
          }
        }
      }
    }
    if letters + odd < 40 { return .noTextLayer }
    if odd * 4 > letters { return .unreadableText }
    // English has four to six letters a word; a broken encoding has none or far too many.
    if letters > 1000 && words * 20 < letters { return .unreadableText }
    return nil
  }
}
