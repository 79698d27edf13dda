import PDFLayout
import Papers

/// Finds the abstract: the text under or after its heading, or without one the first paragraph between the authors
/// and the introduction. It ends at the next heading, at keywords, or where size, width or distance change.
struct AbstractFinder {
  /// An abstract and where it stands.
  struct Found {
    var text: String
    /// The page's place in the list of pages.
    var pageIndex: Int
    /// The top of the heading, or of the first line without one.
    var top: Double
    var lines: [TextLine]
    var hasHeading: Bool
    /// Whether beginning and end look as they should.
    var isCertain: Bool
  }

  let measures: TextMeasures
  let pages: [PageLayout]
  let headings: [SectionFinder.Found]
  let mending: TextMending

  /// Where an abstract's heading stands.
  struct Heading {
    var pageIndex: Int
    var line: TextLine
    /// The text after it on its line; `nil` if it stands alone.
    var rest: String?
  }

  // MARK: Heading

  /// Returns the heading on the first pages, if there is one.
  ///
  /// "Summary" is one only before the introduction: at the end of a short paper it is a section.
  func heading() -> Heading? {
    for (pageIndex, page) in pages.prefix(3).enumerated() {
      var isInText = pageIndex > 0 && headings.contains { $0.pageIndex < pageIndex && isIntroduction($0) }
      for (lineIndex, line) in page.lines.enumerated() where line.direction == .horizontal {
        if headings.contains(where: { $0.pageIndex == pageIndex && $0.lineIndex == lineIndex && isIntroduction($0) }) {
          isInText = true
        }
        let text = line.text
        guard let first = text.utf8.first, first | 0x20 == 0x61 || first | 0x20 == 0x73 || first | 0x20 == 0x65 else {
          continue
        }
        let (number, title) = HeadingNumber.split(text)
        let letters = title.lettersOnly
        if text.utf8.count <= 40, HeadingWords.abstract.contains(letters),
          letters == "abstract" || (number == nil && !isInText)
        {
          return Heading(pageIndex: pageIndex, line: line, rest: nil)
        }
        if let runIn = RunInHeading(line, words: isInText ? ["abstract"] : ["abstract", "summary"]) {
          return Heading(pageIndex: pageIndex, line: line, rest: runIn.rest)
        }
      }
    }
    return nil
  }

  private func isIntroduction(_ heading: SectionFinder.Found) -> Bool {
    HeadingWords.introduction.contains(heading.letters)
  }

  // MARK: Abstract

  /// Returns the abstract under a heading.
  func abstract(under heading: Heading) -> Found? {
    let page = pages[heading.pageIndex]
    if let rest = heading.rest {
      return found(
        from: heading.line, firstText: rest, pageIndex: heading.pageIndex, top: heading.line.box.top, hasHeading: true)
    }
    let below = page.lines.filter { line in
      line.direction == .horizontal && line.box.centerY > heading.line.box.centerY + 0.4 * heading.line.box.height
        && line.box.top - heading.line.box.bottom < 6 * measures.leading
        && (line.box.horizontalOverlap(with: heading.line.box) > 0
          || (line.column == heading.line.column && !line.spansColumns && !heading.line.spansColumns))
    }
    // Beside the abstract may stand the keywords: a line right below the heading goes before one that is not.
    let candidates = below.filter { line in
      line.box.horizontalOverlap(with: heading.line.box) > 0
        || !below.contains {
          $0.box.horizontalOverlap(with: heading.line.box) > 0
            && $0.box.verticalOverlap(with: line.box) > 0.3 * line.box.height
        }
    }
    guard let first = candidates.filter({ !beginsNotes($0) }).min(by: { $0.box.centerY < $1.box.centerY }) else {
      return nil
    }
    return found(
      from: first, firstText: first.textWithoutFootnoteMarks, pageIndex: heading.pageIndex, top: heading.line.box.top,
      hasHeading: true)
  }

  /// Returns the first long paragraph below the title and above the first heading.
  func abstractWithoutHeading(below title: (pageIndex: Int, box: Box)?) -> Found? {
    let pageIndex = title?.pageIndex ?? 0
    guard pageIndex < pages.count else { return nil }
    let page = pages[pageIndex]
    let top = title?.box.bottom ?? 0
    let introduction = headings.first { $0.pageIndex == pageIndex && $0.section.position.y > top }.map {
      page.lines[$0.lineIndex]
    }
    let lines = Prose.withoutCaptions(page.lines).filter {
      $0.direction == .horizontal && $0.box.top > top - 2
        && $0.box.bottom < (introduction?.box.top ?? page.height) + 2
        && $0.column <= introduction?.column ?? 2 && $0.fontSize > measures.bodySize * 0.75
        && !Prose.isDate($0.text)
    }
    // Before an introduction even a short paragraph is the abstract.
    let leastWords = introduction == nil ? 40 : 22
    for block in TextBlock.blocks(of: lines) where block.lines.count >= 3 && wordCount(block.text) >= leastWords {
      // The names above the abstract may stand in the same block.
      guard let start = block.lines.indices.first(where: { beginsProse(at: $0, in: block.lines) }),
        block.lines.count - start >= 3
      else { continue }
      let first = block.lines[start]
      guard Prose.isSentences(block.lines[start...].map(\.text).joined(separator: " ")) else { continue }
      guard
        var found = found(
          from: first, firstText: first.textWithoutFootnoteMarks, pageIndex: pageIndex, top: first.box.top,
          hasHeading: false)
      else { continue }
      if introduction == nil { found.isCertain = false }
      return found
    }
    return nil
  }

  /// Whether a line is running text, or begins it and goes on in the next line with a small letter.
  private func beginsProse(at index: Int, in lines: [TextLine]) -> Bool {
    let text = lines[index].text
    guard !text.contains("@") else { return false }
    if Prose.isSentences(text) { return true }
    let goesOn = index + 1 < lines.count && lines[index + 1].text.unicodeScalars.first?.properties.isLowercase == true
    return goesOn && Prose.isSentences(text + " " + lines[index + 1].text) && !text.contains(", ")
  }

  // MARK: Extent

  private func found(
    from first: TextLine, firstText: String, pageIndex: Int, top: Double, hasHeading: Bool
  ) -> Found? {
    var extent = Extent(first: first, size: bodyRun(of: first).fontSize)
    var texts = [firstText]
    var lines = [first]
    var page = pageIndex
    var column = first.column
    var candidates = below(first, on: page)
    // At the foot of a column the text may go on at the head of the next one.
    for _ in 0..<3 {
      let isEnded = collect(candidates, into: &extent, texts: &texts, lines: &lines, pageIndex: page)
      if isEnded || endsSentence(texts) { break }
      let next: [TextLine]
      let right = pages[page].lines.filter {
        $0.column == 2 && $0.direction == .horizontal && $0.box.top > top - 250
      }
      if column == 1, !first.spansColumns, !right.isEmpty {
        // Columns begin at one height under a title across the page; else the title stands in the left one.
        let beside = right.filter { $0.box.top > top - 30 }
        next = beside.isEmpty ? right : beside
        column = 2
      } else if page + 1 < pages.count {
        page += 1
        column = 1
        next = pages[page].lines.filter { $0.direction == .horizontal && $0.column == 1 }
      } else {
        break
      }
      // A heading before text of the abstract's size shows that it has ended.
      guard
        let start = next.first(where: { abs(bodyRun(of: $0).fontSize - extent.size) < 0.35 || isStop($0, on: page) }),
        !isStop(start, on: page)
      else { break }
      extent.restart(at: start)
      texts.append(start.textWithoutFootnoteMarks)
      lines.append(start)
      candidates = below(start, on: page)
    }
    let text = mending.paragraph(texts).trimmingHeadingMarks()
    guard wordCount(text) >= 5 else { return nil }
    return Found(
      text: text, pageIndex: pageIndex, top: top, lines: lines, hasHeading: hasHeading, isCertain: isPlausible(text))
  }

  /// The part of a page that an abstract has taken so far.
  private struct Extent {
    var left: Double
    var right: Double
    var size: Double
    var leading: Double
    var first: TextLine
    var last: TextLine
    var count = 1

    init(first: TextLine, size: Double) {
      left = first.box.left
      right = first.box.right
      self.size = size
      leading = size * 1.25
      self.first = first
      last = first
    }

    mutating func restart(at line: TextLine) {
      left = line.box.left
      right = line.box.right
      last = line
      count = 1
    }

    mutating func append(_ line: TextLine) {
      let step = line.box.bottom - last.box.bottom
      if count >= 1, step > size * 0.7, step < size * 2 { leading = count == 1 ? step : min(leading, step) }
      left = min(left, line.box.left)
      right = max(right, line.box.right)
      last = line
      count += 1
    }
  }

  /// Adds lines until the abstract ends; returns whether an end was seen, rather than the foot of the column.
  private func collect(
    _ candidates: [TextLine], into extent: inout Extent, texts: inout [String], lines: inout [TextLine], pageIndex: Int
  ) -> Bool {
    for line in candidates {
      let overlap = line.box.horizontalOverlap(with: Box(left: extent.left, top: 0, right: extent.right, bottom: 1))
      // Text of another column.
      if overlap < 0.5 * min(line.box.width, extent.right - extent.left) { continue }
      // Beside the last line rather than below it: a formula's part.
      if line.box.centerY - extent.last.box.centerY < 0.35 * extent.size {
        // What a formula's root or fraction has torn off the line.
        if abs(bodyRun(of: line).fontSize - extent.size) < 0.2, line.box.left > extent.last.box.right - extent.size {
          texts.append(line.text)
          continue
        }
        // Letters of a picture laid over the text, which a clipping path hides.
        if line.text.utf8.count <= 12 || abs(bodyRun(of: line).fontSize - extent.size) > 0.35 { continue }
        return true
      }
      if isStop(line, on: pageIndex) { return true }
      // Under an abstract across the page the columns of the text begin.
      if extent.first.spansColumns, !line.spansColumns, hasTextBeside(line, on: pageIndex) { return true }
      if endsSentence(texts), listsNames(line, left: extent.left) { return true }
      let size = bodyRun(of: line).fontSize
      let isShort = line.text.utf8.count <= 12
      let step = line.box.bottom - extent.last.box.bottom
      // An address in another font at the end, as in "Code is at https://".
      let goesOn =
        !endsSentence(texts) && step < 1.5 * extent.leading && size < 1.25 * extent.size && size > 0.75 * extent.size
      if abs(size - extent.size) > 0.35 && !isShort && !goesOn { return size > extent.size || endsSentence(texts) }
      if step > 2.7 * extent.leading { return endsSentence(texts) }
      let tolerance = extent.count < 3 ? 40.0 : 14.0
      let isWider = line.box.left < extent.left - tolerance || line.box.right > extent.right + tolerance
      // A line that sticks out belongs to the abstract as long as its sentence does.
      let sticksOut = line.box.left > extent.left - 60 && line.box.right < extent.right + 60 && !endsSentence(texts)
      if isWider && !sticksOut && (extent.count >= 3 || step > 1.6 * extent.leading) { return true }
      if isShort && step > 1.6 * extent.leading && endsSentence(texts) { return true }
      extent.append(line)
      texts.append(line.textWithoutFootnoteMarks)
      lines.append(line)
      if texts.count > 90 { return true }
    }
    return false
  }

  private func below(_ line: TextLine, on page: Int) -> [TextLine] {
    pages[page].lines.filter { $0.direction == .horizontal && $0.box.centerY > line.box.centerY + 0.1 && $0 != line }
      .sorted { $0.box.centerY < $1.box.centerY }
  }

  /// Whether a line lists names, or begins with one away from the text's edge, as authors after an abstract do.
  private func listsNames(_ line: TextLine, left: Double) -> Bool {
    guard !Prose.isSentences(line.text) else { return false }
    let parts = PersonName.split(TextMending.mended(line.textWithoutFootnoteMarks))
    let names = parts.count(where: PersonName.isPlausible)
    if parts.count >= 3, names + 1 >= parts.count { return true }
    return line.box.left > left + 14 && parts.first.map(PersonName.isPlausible) == true
  }

  /// Whether a line of the other column stands beside a line.
  private func hasTextBeside(_ line: TextLine, on page: Int) -> Bool {
    pages[page].lines.contains {
      $0.direction == .horizontal && !$0.spansColumns && $0.column != line.column
        && $0.box.verticalOverlap(with: line.box) > 0.3 * line.box.height
    }
  }

  /// The run that tells the line's size: the last long one, so that a run-in heading does not count.
  private func bodyRun(of line: TextLine) -> TextRun { line.mainRun }

  /// Whether a line begins what comes after an abstract.
  private func isStop(_ line: TextLine, on pageIndex: Int) -> Bool {
    let isHeading = headings.contains { $0.pageIndex == pageIndex && pages[pageIndex].lines[$0.lineIndex] == line }
    if isHeading { return true }
    let title = HeadingNumber.split(line.text)
    if HeadingWords.introduction.contains(title.title.lettersOnly), line.text.utf8.count < 60 { return true }
    return beginsNotes(line)
  }

  /// Whether a line begins keywords or what else is printed about a paper.
  private func beginsNotes(_ line: TextLine) -> Bool {
    let letters = line.letters
    for word in HeadingWords.keywords + HeadingWords.afterAbstract where letters.hasPrefix(word) {
      // "Key terms of the contract are": a heading has a mark, or a style of its own.
      if HeadingWords.afterAbstract.contains(word) || letters == word { return true }
      if RunInHeading(line, words: [word]) != nil { return true }
    }
    return false
  }

  // MARK: Doubts

  private func endsSentence(_ texts: [String]) -> Bool {
    guard let last = texts.last?.unicodeScalars.last(where: { $0 != " " }) else { return false }
    return Self.ends.contains(last)
  }

  private static let ends: Set<Unicode.Scalar> = [".", "?", "!", ")", "\u{201D}", "\"", "]", "\u{2019}"]

  private func isPlausible(_ text: String) -> Bool {
    let words = wordCount(text)
    guard words >= 35, words <= 420, let first = text.unicodeScalars.first else { return false }
    let isAddress = text.split(separator: " ").last.map { $0.contains("/") || $0.contains("www.") } ?? false
    return !first.properties.isLowercase && (endsSentence([text]) || isAddress)
  }
}

extension StringProtocol {
  /// The ASCII letters in lower case, nothing else.
  var lettersOnly: String { lowerLetters(of: self) }
}

extension String {
  /// Without the marks that stand between a heading and its text.
  func trimmingHeadingMarks() -> String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, [" ", ":", ".", "-", "\u{2013}", "\u{2014}", "\u{2212}", "|"].contains(first) {
      scalars.removeFirst()
    }
    return String(scalars)
  }
}
