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
    return hasCommonWords(pages) ? nil : .unreadableText
  }

  /// Whether Latin letters make words that every text has: a font whose codes are numbers of its shapes gives letters
  /// too, as in "7KH VFKHGXOHU".
  private static func hasCommonWords(_ pages: [PageLayout]) -> Bool {
    var common = 0
    var all = 0
    var latin = 0
    var letters = 0
    for page in pages.prefix(6) {
      for line in page.lines where line.direction == .horizontal {
        for scalar in line.text.unicodeScalars where scalar.properties.isAlphabetic {
          letters += 1
          if scalar.value < 0x250 { latin += 1 }
        }
        for word in line.text.split(separator: " ") {
          let word = word.lettersOnly
          guard word.utf8.count >= 2 else { continue }
          all += 1
          if commonWords.contains(word) { common += 1 }
        }
      }
    }
    // Text in other scripts has no blanks, or other words.
    guard all >= 150, latin * 10 > letters * 8 else { return true }
    return Double(common) > leastCommonShare * Double(all)
  }

  /// 0.02: English papers have 15% or more, tables of contents 5%; of shifted letters next to nothing is left.
  private static let leastCommonShare = 0.02

  /// The commonest words of the languages that papers are written in.
  private static let commonWords: Set<String> = [
    "the", "of", "and", "to", "in", "is", "for", "that", "we", "with", "on", "are", "by", "this", "as",
    "de", "la", "le", "les", "et", "des", "une", "est", "que", "pour", "en", "el", "los", "las", "una", "para", "del",
    "der", "die", "das", "und", "von", "mit", "den", "ist", "che", "di", "il", "per", "della", "do", "da", "os", "em",
    "van", "het", "een", "och", "att", "som", "og", "na", "nie", "se", "ve", "bir",
  ]
}
