import Glibc
import PDFLayout

/// What most of a document's text looks like; headings and notes are told by how they differ from it.
struct TextMeasures: Hashable, Sendable {
  /// The size that most letters have, in points.
  var bodySize: Double
  /// The font that most letters of that size have.
  var bodyFont: String
  /// The usual distance from one line to the next, in points.
  var leading: Double

  /// Measures a document.
  init(of pages: [PageLayout]) {
    var sizes: [Int: Int] = [:]
    var fonts: [String: Int] = [:]
    for page in pages {
      for line in page.lines where line.direction == .horizontal {
        for run in line.runs { sizes[Int((run.fontSize * 5).rounded()), default: 0] += run.text.utf8.count }
      }
    }
    // Of equals the larger: a short paper may have as many notes as text.
    let size = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 50
    let bodySize = Double(size) / 5
    self.bodySize = bodySize
    var gaps: [Double] = []
    for page in pages {
      var last: TextLine?
      for line in page.lines where line.direction == .horizontal {
        let run = line.mainRun
        guard abs(run.fontSize - bodySize) < 0.3 else { continue }
        fonts[run.font.name, default: 0] += run.text.utf8.count
        if let last, last.column == line.column, line.box.top > last.box.top, gaps.count < 4000 {
          gaps.append(line.box.bottom - last.box.bottom)
        }
        last = line
      }
    }
    bodyFont = fonts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? ""
    let plausible = gaps.filter { $0 > bodySize * 0.8 && $0 < bodySize * 2.5 }.sorted()
    leading = plausible.isEmpty ? bodySize * 1.2 : plausible[plausible.count / 2]
  }

  /// Makes measures from known values.
  init(bodySize: Double, bodyFont: String, leading: Double) {
    self.bodySize = bodySize
    self.bodyFont = bodyFont
    self.leading = leading
  }
}

extension TextLine {
  /// The largest size of a run that holds a letter: a title in small capitals has two sizes.
  var largestSize: Double {
    var largest = 0.0
    let main = mainRun
    for run in runs where run.fontSize > largest && run.text.utf8.contains(where: isLetterByte) {
      // A paragraph's first letter may be as high as two lines.
      if run.fontSize > 1.7 * main.fontSize, run.text.utf8.count <= 2 { continue }
      largest = run.fontSize
    }
    return largest > 0 ? largest : fontSize
  }

  /// The text without the raised numbers and signs of footnotes, which follow a word or a full stop. An exponent follows
  /// a short run in another font.
  var textWithoutFootnoteMarks: String {
    guard runs.count > 1 else { return text }
    let main = mainRun
    var kept: [TextRun] = []
    for run in runs {
      let isRaised = run.fontSize < 0.82 * main.fontSize && run.box.bottom < main.box.bottom - 0.12 * main.fontSize
      if isRaised, run.text.utf8.count <= 3, !run.text.utf8.contains(where: { $0 < 0x80 && isLetterByte($0) }),
        let before = kept.last, before.font == main.font, before.text.utf8.count >= 3, !endsInUnit(before.text),
        let last = before.text.utf8.last, isLetterByte(last) || [0x2E, 0x2C, 0x3A, 0x3B, 0x29].contains(last)
      {
        continue
      }
      kept.append(run)
    }
    return kept.isEmpty ? text : TextLine(runs: kept).text
  }

  /// Whether a text ends in a word of one or two small letters, as in "1.9 mm", whose raised number is an exponent.
  private func endsInUnit(_ text: String) -> Bool {
    guard let word = text.split(separator: " ").last else { return false }
    return word.utf8.count <= 2 && word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }

  /// The line's letters in lower case, nothing else: "1. A BSTRACT" gives "abstract".
  var letters: String { lowerLetters(of: text) }
}

/// Returns the ASCII letters of a text in lower case, nothing else.
func lowerLetters(of text: some StringProtocol) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    let lower = byte | 0x20
    if lower >= 0x61 && lower <= 0x7A && byte < 0x80 { bytes.append(lower) }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Whether a byte of UTF-8 is an ASCII letter or part of a longer scalar.
func isLetterByte(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return byte >= 0x80 || (lower >= 0x61 && lower <= 0x7A)
}

/// Returns the number of words in a text.
func wordCount(_ text: some StringProtocol) -> Int {
  var count = 0
  var isInWord = false
  for byte in text.utf8 {
    let isBlank = byte == 0x20
    if !isBlank && !isInWord { count += 1 }
    isInWord = !isBlank
  }
  return count
}
