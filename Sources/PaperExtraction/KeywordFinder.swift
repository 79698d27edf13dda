import PDFLayout
import Papers

/// Finds the authors' own keywords: the list after "Keywords", "Index Terms" and the like on the first pages.
struct KeywordFinder {
  let mending: TextMending

  /// Returns the keywords in order.
  func keywords(in pages: [PageLayout], headings: [SectionFinder.Found]) -> [String] {
    for (pageIndex, page) in pages.prefix(2).enumerated() {
      for (index, line) in page.lines.enumerated() where line.direction == .horizontal {
        guard let first = line.text.utf8.first, [0x6B, 0x69, 0x61].contains(first | 0x20) else { continue }
        var texts: [String]
        if let runIn = RunInHeading(line, words: HeadingWords.keywords) {
          texts = [runIn.rest]
        } else if HeadingWords.keywords.contains(line.letters) {
          texts = []
        } else {
          continue
        }
        var last = line
        // The list's own size, which is not that of a heading on a line of its own.
        var size = texts.isEmpty ? nil : line.runs.last?.fontSize
        for next in page.lines[(index + 1)...].prefix(8) {
          let isHeading = headings.contains { $0.pageIndex == pageIndex && page.lines[$0.lineIndex] == next }
          let step = next.box.bottom - last.box.bottom
          guard !isHeading, step > 0, step < 1.5 * max(next.fontSize, 8) || texts.isEmpty,
            size.map({ abs(next.fontSize - $0) < 0.6 }) ?? true,
            next.box.horizontalOverlap(with: line.box) > 0,
            !HeadingWords.afterAbstract.contains(where: next.letters.hasPrefix)
          else { break }
          if let text = texts.last, text.hasSuffix(".") { break }
          texts.append(next.text)
          size = size ?? next.fontSize
          last = next
        }
        let list = split(mending.paragraph(texts))
        if !list.isEmpty { return list }
      }
    }
    return []
  }

  private func split(_ text: String) -> [String] {
    let separators: Set<Character> =
      text.contains(";")
      ? [";"] : text.contains("\u{B7}") ? ["\u{B7}"] : text.contains("\u{2022}") ? ["\u{2022}"] : [","]
    return text.split(whereSeparator: separators.contains).prefix(30).compactMap { part in
      var word = part.trimmingPrefix(while: { $0 == " " })[...]
      while let last = word.last, last == " " || last == "." { word.removeLast() }
      if word.hasPrefix("and ") { word = word.dropFirst(4) }
      return word.isEmpty || word.utf8.count > 80 ? nil : String(word)
    }
  }
}
