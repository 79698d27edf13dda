import PDFLayout
import Papers

/// What is covered in the picture of a first page for readers who must not learn who the authors are.
///
/// The title is shown, and the text from the abstract on. Covered are everything above the title, everything between
/// title and abstract, the margins, and from the abstract on whatever may tell: notes, small text that is no caption,
/// lines with addresses, links or an author's name, the places of findings for chairs, marks laid over the page, text
/// that is hidden or not horizontal. Where title or abstract is not certain there is no mask and no picture.
public struct FirstPageMask {
  /// The areas in the order in which they are to be covered.
  public private(set) var areas: [CoveredArea] = []

  /// Pictures larger than this share of the page may hold the text itself, as scans do.
  private static let largestImageShare = 0.5
  /// A picture of this share of the page at the foot of a column is a figure, not a licence's logo.
  private static let leastFigureShare = 0.03

  /// How far letters may reach out of their boxes, in points: fonts give their own heights, some too small.
  private static let reach = 2.5

  private let page: PageLayout
  private let front: FrontMatter
  private let telling: TellingText
  private let title: TitleFinder.Found
  private let abstract: AbstractFinder.Found
  /// The extent of the text from left to right.
  private let left, right: Double

  /// Decides what to cover; `nil` if that is not certain.
  ///
  /// - Parameters:
  ///   - document: The layout of the paper, with facts.
  ///   - paper: What was read from it.
  ///   - findings: What checks found in it.
  ///   - authors: The names that the submission system knows.
  public init?(document: DocumentLayout, paper: Paper, findings: [Finding], authors: [String]) {
    guard let page = document.pages.first, page.number == 1, page.isReliable, !page.isPicture, page.facts != nil,
      TextQuality.doubt(about: document.pages) == nil
    else { return nil }
    let front = FrontMatter(of: document)
    guard !front.isSupplement, let title = front.title?.found, front.title?.pageIndex == 0, title.isCertain,
      !title.lines.dropFirst().contains(where: TellingText.namesPersons),
      let abstract = front.abstract, abstract.isCertain, abstract.hasHeading, abstract.pageIndex == 0,
      abstract.top > title.box.bottom - 2
    else { return nil }
    let area = page.width * page.height
    guard !page.imageBoxes.contains(where: { $0.width * $0.height > Self.largestImageShare * area }) else { return nil }
    let text = front.pages[0].lines.filter { line in
      line.direction == .horizontal && line.box.centerY > abstract.top && line.text.utf8.count >= 12
        && (line.fontSize > front.measures.bodySize - 0.6 || abstract.lines.contains(line))
    }
    guard let left = text.map(\.box.left).min(), let right = text.map(\.box.right).max() else { return nil }
    self.page = page
    self.front = front
    self.title = title
    self.abstract = abstract
    self.left = left
    self.right = right
    let secret = findings.filter { $0.visibility == .chair }
    telling = TellingText(authors: paper.authors + authors, findings: secret)
    // Authors that stand in no line above the abstract stand where nothing is known to be harmless.
    let frontLines = page.lines.filter { line in
      line.box.centerY < abstract.top && !title.lines.contains { stands(line, in: $0) }
    }
    guard paper.authors.isEmpty || frontLines.contains(where: telling.tells) else { return nil }
    coverHead()
    for column in columns() { cover(column) }
    guard coverPlaces(of: secret) else { return nil }
  }

  private mutating func cover(_ box: Box, with cover: CoveredArea.Cover = .block) {
    areas.append(CoveredArea(box, with: cover))
  }

  /// Covers a line or paragraph with the ink that stands out of its letters' boxes.
  private mutating func cover(text box: Box) {
    cover(Box(left: box.left - 2, top: box.top - Self.reach, right: box.right + 2, bottom: box.bottom + Self.reach))
  }

  // MARK: From the top to the abstract

  private mutating func coverHead() {
    let (width, height) = (page.width, page.height)
    let top = title.box.top
    // Letters may reach out of their boxes, above as well as below, but nothing else is shown with them.
    let size = title.lines[0].largestSize
    let above = page.lines.map(\.box.bottom).filter { $0 < top + 1 }.max() ?? 0
    cover(Box(left: 0, top: 0, right: width, bottom: max(above, top - 0.25 * size)), with: .paper)
    cover(Box(left: 0, top: 0, right: left - 4, bottom: height), with: .paper)
    cover(Box(left: right + 4, top: 0, right: width, bottom: height), with: .paper)
    let ends = (left: title.lines.map(\.box.left).min() ?? 0, right: title.lines.map(\.box.right).max() ?? width)
    cover(Box(left: 0, top: top - 2, right: ends.left - 3, bottom: title.box.bottom), with: .paper)
    cover(Box(left: ends.right + 3, top: top - 2, right: width, bottom: title.box.bottom), with: .paper)
    let next = page.lines.map(\.box.top).filter { $0 > title.box.bottom - 1 }.min() ?? abstract.top
    let bottom = max(title.box.bottom, min(title.box.bottom + 0.15 * size, next - 2))
    // The band ends below the last author's letters, but leaves the abstract's heading if there is room.
    let last = page.lines.map(\.box.bottom).filter { $0 < abstract.top + 1 }.max() ?? bottom
    let end = min(abstract.top, max(last + Self.reach, abstract.top - 0.4 * front.measures.bodySize))
    cover(Box(left: 0, top: bottom, right: width, bottom: end), with: .paper)
    if end - bottom > 8 { cover(Box(left: left, top: bottom + 2, right: right, bottom: end)) }
    for line in title.lines where telling.tells(line) { cover(text: line.box) }
    for line in page.lines
    where line.box.centerY < abstract.top && !title.lines.contains(where: { stands(line, in: $0) }) {
      cover(line.box, with: line.box.centerY < top ? .paper : .block)
    }
    // A logo that hangs from the head into the text.
    for image in page.imageBoxes where image.top < abstract.top { cover(image) }
  }

  // MARK: From the abstract on

  /// A column from the abstract's top down.
  private struct Column {
    var left, right: Double
    var lines: [TextLine]
  }

  private func columns() -> [Column] {
    let lines = front.pages[0].lines.filter { $0.box.centerY > abstract.top - 1 }
    let second = lines.filter { $0.column == 2 && !$0.spansColumns }
    guard let start = second.map(\.box.left).min() else {
      return [Column(left: 0, right: page.width, lines: lines)]
    }
    let end = lines.filter { $0.column == 1 && !$0.spansColumns }.map(\.box.right).filter { $0 < start }.max() ?? start
    let gutter = (start + end) / 2
    return [
      Column(left: 0, right: gutter, lines: lines.filter { $0.column == 1 || $0.spansColumns }),
      Column(left: gutter, right: page.width, lines: lines.filter { $0.column == 2 || $0.spansColumns }),
    ]
  }

  private mutating func cover(_ column: Column) {
    var shownBottom = abstract.top
    var blocks: [Box] = []
    for block in TextBlock.blocks(of: column.lines) {
      if isCovered(block, in: column) {
        blocks.append(block.box)
        continue
      }
      var isInNote = false
      for line in block.lines {
        isInNote = isInNote || (telling.beginsNote(line) && !abstract.lines.contains(line))
        if isInNote || telling.tells(line) {
          blocks.append(line.box)
        } else {
          shownBottom = max(shownBottom, line.box.bottom)
        }
      }
    }
    let figures = page.imageBoxes.filter {
      $0.width * $0.height > Self.leastFigureShare * page.width * page.height && $0.top > abstract.top
        && $0.horizontalOverlap(with: Box(left: column.left, top: 0, right: column.right, bottom: 1)) > 0
    }
    shownBottom = max(shownBottom, figures.map(\.bottom).max() ?? 0)
    cover(Box(left: column.left, top: shownBottom + 2, right: column.right, bottom: page.height), with: .paper)
    for box in blocks { cover(text: box) }
  }

  /// Whether a paragraph is a note rather than text, caption or a figure's label.
  private func isCovered(_ block: TextBlock, in column: Column) -> Bool {
    guard let first = block.lines.first, !block.lines.contains(where: abstract.lines.contains) else { return false }
    if isFootnote(first) { return true }
    if isAcknowledged(first) { return true }
    guard block.size < front.measures.bodySize - 0.4 else { return false }
    if isCaption(first) || RunInHeading(first, words: HeadingWords.keywords) != nil { return false }
    let isLabel = block.box.width < 0.45 * (min(column.right, right) - max(column.left, left))
    return !isLabel || block.lines.contains(where: telling.isNote)
  }

  /// Whether a raised mark begins the line low on the page.
  private func isFootnote(_ line: TextLine) -> Bool {
    guard line.box.top > 0.6 * page.height, line.runs.count > 1 else { return false }
    let mark = line.runs[0]
    return mark.text.count <= 2 && mark.fontSize < 0.85 * line.fontSize
      && mark.box.centerY < line.runs[1].box.centerY - 0.5
  }

  private func isCaption(_ line: TextLine) -> Bool {
    let letters = line.letters
    return ["fig", "figure", "table", "tab", "algorithm", "listing"].contains { word in
      letters.hasPrefix(word) && line.text.prefix(word.count + 4).contains { $0.isNumber }
    }
  }

  /// Whether the line stands under a heading of thanks.
  private func isAcknowledged(_ line: TextLine) -> Bool {
    guard let place = front.pages[0].lines.firstIndex(of: line) else { return false }
    let heading = front.headings.last { $0.pageIndex == 0 && $0.lineIndex <= place }
    return heading.map { $0.letters.hasPrefix("acknowledg") || $0.letters.hasPrefix("funding") } ?? false
  }

  // MARK: Places

  /// Covers what is known by its place rather than its words; `false` if a place is too large to be one.
  private mutating func coverPlaces(of findings: [Finding]) -> Bool {
    var boxes = findings.filter { $0.page == 1 }.compactMap(\.box)
    boxes += page.facts?.links.map(\.box) ?? []
    boxes += page.facts?.annotations.map(\.box) ?? []
    boxes += page.facts?.formFields ?? []
    boxes += page.hiddenText.map(\.box)
    // Stamps, line numbers and heads are in no paragraph.
    let shown = front.pages[0].lines + title.lines
    for line in page.lines where line.box.bottom > abstract.top && !shown.contains(where: { stands(line, in: $0) }) {
      if line.direction == .horizontal {
        cover(
          Box(left: line.box.left - 1, top: line.box.top, right: line.box.right + 1, bottom: line.box.bottom),
          with: .paper)
      } else {
        boxes.append(line.box)
      }
    }
    let sheet = Box(left: 0, top: 0, right: page.width, bottom: page.height)
    boxes = boxes.filter { $0.horizontalOverlap(with: sheet) > 0 && $0.verticalOverlap(with: sheet) > 0 }
    for box in boxes where box.right > left - 4 && box.left < right + 4 && box.bottom > abstract.top - 4 {
      cover(text: box)
    }
    // A title that a finding or a link lies over is covered too.
    for box in boxes where title.box.horizontalOverlap(with: box) > 0 && title.box.verticalOverlap(with: box) > 0 {
      cover(text: box)
    }
    return !boxes.contains { $0.width * $0.height > Self.largestImageShare * page.width * page.height }
  }

  private func stands(_ line: TextLine, in other: TextLine) -> Bool {
    line.direction == other.direction && abs(line.box.centerY - other.box.centerY) < 1
      && line.box.horizontalOverlap(with: other.box) > 0.5 * min(line.box.width, other.box.width)
  }
}
