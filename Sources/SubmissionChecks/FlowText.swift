import Foundation
import PDFLayout
import Papers

/// The text of a paper in reading order, words broken at line ends mended, in small letters, for searching. Each place
/// leads back to its line.
struct FlowText: Sendable {
  /// A found phrase.
  struct Match: Sendable {
    /// Where it stands.
    var place: Answer.Place
    /// The sentence around it, as it is printed.
    var sentence: String
    /// The part of the paper.
    var part: PaperParts.Part
    /// Where it begins in ``FlowText/bytes``.
    var offset: Int
  }

  /// The text; letters outside ASCII are kept as they are.
  let bytes: [UInt8]
  private let printed: [UInt8]
  private struct Start: Sendable {
    var offset: Int
    var page: Int
    var box: Box
    var part: PaperParts.Part
  }
  private let starts: [Start]

  /// Takes the text of the paper without heads and feet, or of these alone.
  init(layout: DocumentLayout, parts: PaperParts, ofFurniture: Bool = false) {
    var printed: [UInt8] = []
    var starts: [Start] = []
    for (pageIndex, page) in layout.pages.enumerated() {
      for (lineIndex, line) in page.lines.enumerated() {
        let part = parts.parts[pageIndex][lineIndex]
        guard (part == .furniture) == ofFurniture else { continue }
        let endsBroken = printed.last == 0x2D && printed.dropLast().last.map { $0 >= 0x61 && $0 <= 0x7A } == true
        if endsBroken, line.text.utf8.first.map({ $0 >= 0x61 && $0 <= 0x7A }) == true {
          printed.removeLast()
        } else if !printed.isEmpty {
          printed.append(0x20)
        }
        starts.append(Start(offset: printed.count, page: page.number, box: line.box, part: part))
        printed += line.text.utf8
      }
    }
    self.printed = printed
    self.starts = starts
    bytes = printed.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
  }

  /// Returns all places of a phrase in small letters; a word is found as a whole only.
  func matches(of phrase: String) -> [Match] {
    let phrase = Array(phrase.utf8)
    guard let first = phrase.first, bytes.count >= phrase.count else { return [] }
    var matches: [Match] = []
    var index = 0
    while index <= bytes.count - phrase.count {
      if bytes[index] == first, bytes[index..<(index + phrase.count)].elementsEqual(phrase),
        index == 0 || !isLetter(bytes[index - 1])
      {
        matches.append(match(at: index))
        index += phrase.count
      } else {
        index += 1
      }
    }
    return matches
  }

  /// Whether a stretch stands in quotation marks: one opens at most 300 letters before it and closes after it.
  func isQuoted(_ range: Range<Int>) -> Bool {
    let before = String(decoding: printed[max(range.lowerBound - 300, 0)..<range.lowerBound], as: UTF8.self)
    let after = String(
      decoding: printed[range.upperBound..<min(range.upperBound + 400, printed.count)], as: UTF8.self)
    for (opening, closing) in [("\u{201C}", "\u{201D}"), ("\u{2018}", "\u{2019}"), ("``", "''"), ("\u{AB}", "\u{BB}")] {
      guard let open = before.range(of: opening, options: .backwards) else { continue }
      if before.range(of: closing, range: open.upperBound..<before.endIndex) == nil, after.contains(closing) {
        return true
      }
    }
    // Straight marks open and close alike.
    let count = before.count { $0 == "\"" }
    return count % 2 == 1 && after.contains("\"")
  }

  /// Returns the text from a place on, in small letters.
  func text(from offset: Int, count: Int) -> String {
    String(decoding: bytes[min(offset, bytes.count)..<min(offset + count, bytes.count)], as: UTF8.self)
  }

  /// Whether a word in a capital letter stands at the beginning of a line or after a sentence.
  func beginsSentence(at offset: Int) -> Bool {
    guard offset < printed.count, printed[offset] >= 0x41, printed[offset] <= 0x5A else { return false }
    return starts.contains { $0.offset == offset } || (offset >= 2 && isStop(offset - 2))
  }

  /// Returns the place and the sentence around an offset.
  func match(at offset: Int) -> Match {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle].offset <= offset { low = middle } else { high = middle }
    }
    let start = starts[low]
    return Match(
      place: Answer.Place(page: start.page, box: start.box), sentence: sentence(around: offset), part: start.part,
      offset: offset)
  }

  private func sentence(around offset: Int) -> String {
    var from = offset
    while from > 0, offset - from < 120, !isStop(from - 1) { from -= 1 }
    var to = offset
    while to < printed.count, to - offset < 240, !isStop(to) { to += 1 }
    // Never in the midst of a letter of several bytes.
    while from < to, printed[from] & 0xC0 == 0x80 { from += 1 }
    while to < printed.count, printed[to] & 0xC0 == 0x80 { to += 1 }
    var text = printed[from..<min(to + 1, printed.count)]
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a sentence ends here: a stop before a blank.
  private func isStop(_ index: Int) -> Bool {
    [0x2E, 0x3F, 0x21].contains(printed[index]) && (index + 1 >= printed.count || printed[index + 1] == 0x20)
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) }
}
