import PDFLayout
import Papers

/// Where the body ends, which pages the bibliography touches, and where an appendix begins.
struct DocumentParts {
  /// The last line that is neither bibliography nor appendix.
  let bodyEnd: PagePosition?
  /// The pages of the bibliography.
  let references: PageSpan?

  init(pages: [PageLayout], headings: [SectionFinder.Found]) {
    let bibliography = headings.firstIndex { HeadingWords.references.contains($0.letters) && $0.section.level == 1 }
    let appendix = headings.firstIndex { found in
      found.section.level == 1 && found.pageIndex > 0
        && (found.letters.hasPrefix("appendi") || found.letters.hasPrefix("supplementa") || found.section.number == "A")
    }
    guard let bibliography else {
      let entries = NumberedEntries(in: pages)
      references = entries.map { PageSpan(from: pages[$0.first.pageIndex].number, to: pages[$0.last.pageIndex].number) }
      if let first = entries?.first, appendix.map({ headings[$0].pageIndex > first.pageIndex }) ?? true {
        bodyEnd = DocumentParts.lastLine(before: first.lineIndex, onPage: first.pageIndex, in: pages)
      } else if let appendix {
        bodyEnd = DocumentParts.lastLine(before: headings[appendix], in: pages)
      } else {
        bodyEnd = DocumentParts.lastLine(in: pages)
      }
      return
    }
    bodyEnd = DocumentParts.lastLine(before: headings[min(bibliography, appendix ?? bibliography)], in: pages)
    let start = headings[bibliography]
    let next = headings[(bibliography + 1)...].first { $0.section.level == 1 }
    let last: Int
    if let next, let position = DocumentParts.lastLine(before: next, in: pages) {
      last = max(position.page, start.section.position.page)
    } else {
      last = pages.last { !$0.lines.isEmpty }?.number ?? start.section.position.page
    }
    references = PageSpan(from: start.section.position.page, to: last)
  }

  private static func lastLine(before heading: SectionFinder.Found, in pages: [PageLayout]) -> PagePosition? {
    // A heading of two lines is known by its last one.
    let lines = pages[heading.pageIndex].lines
    let first = lines.firstIndex {
      abs($0.box.top - heading.section.position.y) < 0.02 && $0.column == heading.section.position.column
    }
    return lastLine(before: first ?? heading.lineIndex, onPage: heading.pageIndex, in: pages)
  }

  private static func lastLine(before lineIndex: Int, onPage pageIndex: Int, in pages: [PageLayout]) -> PagePosition? {
    if let line = pages[pageIndex].lines[..<lineIndex].last(where: { $0.direction == .horizontal }) {
      return PagePosition(page: pages[pageIndex].number, column: line.column, y: line.box.bottom)
    }
    return lastLine(in: Array(pages[..<pageIndex]))
  }

  private static func lastLine(in pages: [PageLayout]) -> PagePosition? {
    for page in pages.reversed() {
      if let line = page.lines.last(where: { $0.direction == .horizontal }) {
        return PagePosition(page: page.number, column: line.column, y: line.box.bottom)
      }
    }
    return nil
  }
}
