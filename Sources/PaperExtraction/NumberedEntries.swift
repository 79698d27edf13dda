import PDFLayout
import Papers

/// A bibliography without a heading: lines that begin with [1], [2], [3] and so on, one after the other.
struct NumberedEntries {
  /// A line by its page and its place there, both from 0.
  struct Place: Hashable {
    var pageIndex: Int
    var lineIndex: Int
  }

  /// Where the first entry begins.
  let first: Place
  /// Where the last entry begins.
  let last: Place

  /// Fewer entries may be a list in the text.
  private static let leastCount = 5

  /// Finds the longest such list; `nil` if there is none.
  init?(in pages: [PageLayout]) {
    var best: (first: Place, last: Place, count: Int)?
    var current: (first: Place, last: Place, count: Int)?
    for (pageIndex, page) in pages.enumerated() {
      for (lineIndex, line) in page.lines.enumerated() where line.direction == .horizontal {
        guard let number = NumberedEntries.number(of: line.text) else { continue }
        let place = Place(pageIndex: pageIndex, lineIndex: lineIndex)
        if let open = current, number == open.count + 1 {
          current = (open.first, place, number)
        } else if number == 1 {
          current = (place, place, 1)
        }
        if let open = current, open.count > best?.count ?? 0 { best = open }
      }
    }
    guard let best, best.count >= NumberedEntries.leastCount else { return nil }
    first = best.first
    last = best.last
  }

  /// The number in brackets at the start of a line.
  private static func number(of text: String) -> Int? {
    guard text.utf8.first == 0x5B, let end = text.firstIndex(of: "]") else { return nil }
    let digits = text[text.index(after: text.startIndex)..<end]
    guard digits.utf8.count <= 3, text.index(after: end) < text.endIndex else { return nil }
    return Int(digits)
  }
}
