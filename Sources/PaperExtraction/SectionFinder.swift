import PDFLayout
import Papers

/// Finds headings by how they differ from the text: the style of headings whose words are known ("Introduction",
/// "References") is the style of all headings of the first level.
struct SectionFinder {
  /// A heading and the place of its line.
  struct Found {
    var section: Section
    /// The page's place in the list of pages, from 0.
    var pageIndex: Int
    /// The line's place on its page, from 0.
    var lineIndex: Int
    var letters: String
  }

  let measures: TextMeasures

  /// What a line looks like, to tell headings of one level from others.
  private struct Style: Hashable {
    var font: String
    var halfPoints: Int
    var isCapital: Bool
  }

  private struct Candidate {
    var number: HeadingNumber?
    var title: String
    var letters: String
    var style: Style
    var pageIndex: Int
    var lineIndex: Int
    var line: TextLine
    /// Whether size, weight or words tell a heading, not slanted letters alone.
    var isStrong: Bool
    /// Whether only its number and its words tell a heading.
    var isPlain: Bool
  }

  /// Words that are headings of the first level in any paper.
  private static let known: Set<String> = HeadingWords.introduction.union(HeadingWords.references).union([
    "conclusion", "conclusions", "relatedwork", "acknowledgments", "acknowledgements", "acknowledgment",
    "acknowledgement",
    "discussion", "evaluation", "experiments", "results", "appendix", "conclusionandfuturework",
    "conclusionsandfuturework",
    "preliminaries", "method", "methods", "methodology", "limitations", "appendices", "supplementarymaterial",
  ])

  /// Returns the headings in reading order.
  func headings(in pages: [PageLayout]) -> [Found] {
    let candidates = candidates(in: pages)
    var votes: [Style: Int] = [:]
    for candidate in candidates where Self.known.contains(candidate.letters) { votes[candidate.style, default: 0] += 1 }
    let first = votes.max { ($0.value, $0.key.halfPoints, $0.key.font) < ($1.value, $1.key.halfPoints, $1.key.font) }?
      .key
    var found: [Found] = []
    var hasRoman = false
    var isAfterBody = false
    for var candidate in candidates {
      if let number = candidate.number, number.isLetter {
        // "A Study of Notebooks" begins with an article, "A. Setup" with a number under "II".
        if hasRoman {
          candidate.number?.level = 2
        } else if !isAfterBody && !number.isMarked {
          candidate.number = nil
          candidate.title = candidate.line.text
        }
      }
      if candidate.number?.isRoman == true { hasRoman = true }
      if HeadingWords.references.contains(candidate.letters) || candidate.letters.hasPrefix("appendi") {
        isAfterBody = true
      }
      let level: Int
      if let number = candidate.number, number.level > 1 {
        level = number.level
      } else if let first, isLike(candidate.style, first) {
        level = 1
      } else if Self.known.contains(candidate.letters),
        candidate.number != nil || first == nil || HeadingWords.references.contains(candidate.letters)
          || candidate.letters.hasPrefix("acknowledg")
      {
        level = 1
      } else {
        continue
      }
      // The second line of a long heading.
      if candidate.number == nil, let last = found.last, last.pageIndex == candidate.pageIndex,
        last.lineIndex == candidate.lineIndex - 1, last.section.level == level,
        !Self.known.contains(candidate.letters)
      {
        let above = pages[last.pageIndex].lines[last.lineIndex]
        if above.column == candidate.line.column,
          candidate.line.box.top - above.box.bottom < 0.7 * candidate.line.fontSize
        {
          found[found.count - 1].section.title += " " + candidate.title
          found[found.count - 1].lineIndex = candidate.lineIndex
          continue
        }
      }
      found.append(
        Found(
          section: Section(
            number: candidate.number?.text, title: TextMending.mended(candidate.title), level: level,
            position: PagePosition(
              page: pages[candidate.pageIndex].number, column: candidate.line.column, y: candidate.line.box.top)),
          pageIndex: candidate.pageIndex, lineIndex: candidate.lineIndex, letters: candidate.letters))
    }
    return found
  }

  private func isLike(_ style: Style, _ first: Style) -> Bool {
    style.font == first.font && abs(style.halfPoints - first.halfPoints) <= 1 && style.isCapital == first.isCapital
  }

  private func candidates(in pages: [PageLayout]) -> [Candidate] {
    var candidates: [Candidate] = []
    for (pageIndex, page) in pages.enumerated() {
      for (lineIndex, line) in page.lines.enumerated() {
        guard line.text.utf8.count <= 120, line.box.height < 60 else { continue }
        guard let candidate = candidate(line, pageIndex: pageIndex, lineIndex: lineIndex) else { continue }
        // A number at the start of a line of slanted text is no heading's.
        if !candidate.isStrong, lineIndex > 0, goesOn(from: page.lines[lineIndex - 1], to: line) { continue }
        if candidate.isPlain, !standsApart(at: lineIndex, on: page) { continue }
        candidates.append(candidate)
      }
    }
    return candidates
  }

  /// Whether the words that matter begin with capitals, as in "Threats to Validity".
  private func isInTitleCase(_ title: String) -> Bool {
    let words = title.split(separator: " ").filter { $0.count > 3 || $0.first?.isUppercase == true }
    return !words.isEmpty && wordCount(title) <= 9 && words.allSatisfy { $0.first?.isUppercase == true }
      && title.last?.isPunctuation != true
  }

  /// Whether there is room above and below a line that its neighbours in the column leave.
  private func standsApart(at index: Int, on page: PageLayout) -> Bool {
    let line = page.lines[index]
    let size = line.fontSize
    let isApart =
      index == 0 || page.lines[index - 1].box.top > line.box.top
      || line.box.top - page.lines[index - 1].box.bottom > 0.35 * size
    let isFollowed =
      index + 1 < page.lines.count && page.lines[index + 1].box.top > line.box.top
      && page.lines[index + 1].box.top - line.box.bottom > 0.1 * size
    return isApart && isFollowed
  }

  /// Whether a line stands right under one of the same style, as lines of one paragraph do.
  private func goesOn(from above: TextLine, to line: TextLine) -> Bool {
    let (left, right) = (above.mainRun, line.mainRun)
    return left.font == right.font && abs(left.fontSize - right.fontSize) < 0.2
      && line.box.top - above.box.bottom < 0.35 * right.fontSize && line.box.top > above.box.top
      && line.box.horizontalOverlap(with: above.box) > 0
  }

  private func candidate(_ line: TextLine, pageIndex: Int, lineIndex: Int) -> Candidate? {
    let text = line.text
    guard let first = text.utf8.first, first < 0x80, isLetterByte(first) || (first >= 0x30 && first <= 0x39) else {
      return nil
    }
    let (number, title) = HeadingNumber.split(text)
    let letters = lowerLetters(of: title)
    guard letters.utf8.count >= 3,
      title.utf8.first.map({ $0 >= 0x80 || ($0 >= 0x41 && $0 <= 0x5A) || Self.known.contains(letters) }) == true
    else { return nil }
    guard !text.hasSuffix(",") && !text.hasSuffix(";") else { return nil }
    let main = line.runs.last { $0.text.utf8.count >= 3 } ?? line.mainRun
    let isCapital = !title.utf8.contains { $0 >= 0x61 && $0 <= 0x7A }
    let size = line.largestSize
    let isLarge = size > measures.bodySize + 0.7
    let isBold = line.boldShare > 0.7
    // Small capitals have two sizes of capitals in one word.
    let isSmallCapitals =
      main.font.isSmallCapitals && main.font.name != measures.bodyFont
      || isCapital && line.runs.contains { !$0.followsSpace && abs($0.fontSize - size) > 0.5 }
    let isOther = main.font.name != measures.bodyFont && main.font.isItalic
    let isKnown = Self.known.contains(letters)
    let isStrong =
      isLarge || isBold || isSmallCapitals || (isCapital && letters.utf8.count >= 4 && (number != nil || isKnown))
      || (isKnown && HeadingWords.references.contains(letters))
    // Word processors and small capitals without a font of their own give headings in the text's own letters.
    let isPlain = !isStrong && !isOther
    if isPlain {
      guard let number, number.isMarked || number.isRoman, number.level == 1, isInTitleCase(title) else { return nil }
    }
    guard isStrong || number != nil else { return nil }
    guard size > measures.bodySize - 1.2 else { return nil }
    // A bold sentence is not a heading.
    guard !title.hasSuffix(".") || wordCount(title) <= 6 else { return nil }
    return Candidate(
      number: number, title: title.hasSuffix(".") || title.hasSuffix(":") ? String(title.dropLast()) : title,
      letters: letters,
      style: Style(font: main.font.name, halfPoints: Int((size * 2).rounded()), isCapital: isCapital),
      pageIndex: pageIndex, lineIndex: lineIndex, line: line, isStrong: isStrong,
      isPlain: isPlain)
  }
}

/// The number before a heading, such as `3.1`, `IV` or `A`.
struct HeadingNumber: Hashable {
  /// The number without a dot at its end.
  var text: String
  /// 1 for `3`, 2 for `3.1`.
  var level: Int
  /// Whether a dot or the word "Appendix" shows that it is a number.
  var isMarked = false

  /// Whether it is one letter that is no Roman number.
  var isLetter: Bool { text.utf8.count == 1 && text.utf8.allSatisfy(isLetterByte) && !isRoman }

  /// Whether it is a Roman number.
  var isRoman: Bool { text.utf8.allSatisfy { [0x49, 0x56, 0x58].contains($0) } }

  /// Splits a line into number and title; without a number, the title is the line.
  static func split(_ text: String) -> (number: HeadingNumber?, title: String) {
    guard let blank = text.utf8.firstIndex(of: 0x20) else { return (nil, text) }
    var head = text[..<blank]
    var rest = text[text.utf8.index(after: blank)...]
    var isMarked = false
    if head == "Appendix" || head == "APPENDIX", let next = rest.utf8.firstIndex(of: 0x20) {
      let letter = rest[..<next]
      if letter.utf8.filter(isLetterByte).count == 1 {
        head = letter
        isMarked = true
        rest = rest[rest.utf8.index(after: next)...]
      }
    }
    var body = head
    while let last = body.utf8.last, last == 0x2E || last == 0x3A || last == 0x29 { body.removeLast() }
    guard !body.isEmpty, body.utf8.count <= 8 else { return (nil, text) }
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = parts.enumerated().allSatisfy { index, part in
      let bytes = Array(part.utf8)
      if bytes.isEmpty { return false }
      if bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return bytes.count <= 2 }
      if index == 0, bytes.allSatisfy({ [0x49, 0x56, 0x58].contains($0) }) { return true }
      return index == 0 && bytes.count == 1 && bytes[0] >= 0x41 && bytes[0] <= 0x5A
        && (body.utf8.count < head.utf8.count || parts.count > 1 || bytes[0] != 0x41
          || rest.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } == true)
    }
    guard isNumber else { return (nil, text) }
    while let mark = rest.unicodeScalars.first, mark == " " || mark == "\u{2013}" || mark == "\u{2014}" {
      rest.removeFirst()
    }
    return (
      HeadingNumber(text: String(body), level: parts.count, isMarked: isMarked || body.utf8.count < head.utf8.count),
      String(rest)
    )
  }
}
