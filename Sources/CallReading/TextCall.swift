import Foundation

extension CallDocument {
  /// Reads plain text: bullets, numbers, indentation, underlined headings and wrapped lines are told by their look.
  static func text(_ text: String) -> CallDocument {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return plainLines(withoutQuoting(lines).map { emphasis.replacing($0, with: "") })
  }

  /// The underscores around emphasized words: "papers of __up to 10 pages__".
  private static let emphasis = Pattern(#"(?<![\w/.@-])_{1,2}(?=[^\W_])|(?<=[^\W_])_{1,2}(?![\w/.@-])"#)
  private static let quoting = Pattern(#"^\s*(>\s?)+"#)

  /// Lines without the marks of a mail that was forwarded, if most have them.
  private static func withoutQuoting(_ lines: [String]) -> [String] {
    let written = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    guard written.count(where: { quoting.matches($0) }) * 2 > written.count else { return lines }
    return lines.map { quoting.replacing($0, with: "") }
  }

  /// Reads the lines of a text or of a PDF.
  static func plainLines(_ lines: [String]) -> CallDocument {
    var reader = TextBlockReader(lines: lines.map { TextLine($0) })
    return CallDocument(title: nil, blocks: reader.blocks())
  }
}

/// A line of plain text: how far it is indented and what mark it opens with.
private struct TextLine {
  enum Mark: Equatable { case bullet, number, none }

  let indent: Int
  let mark: Mark
  /// The words after the mark.
  let words: String
  /// The column at which the words begin.
  let wordColumn: Int
  /// The column after the last word.
  let end: Int

  private static let bullet = Pattern(
    #"^\s*([•●○▪▫■□◦‣⁃∙·➢➤➔→⇒►▶▸✓✔❖◆◇❑❏»]|[-=]>\s|\.\s{2,}(?=(?-i:\p{Lu}))|[-*+–—o]\s|\uF0B7|\uF0A7|\(?[ivx]{1,4}\)\s|\(?[a-z]\)\s)\s*"#
  )
  private static let number = Pattern(#"^\s*(\(?\d{1,2}[.)]|\[\d{1,2}\]|T?\d{1,2}\.\d{1,2}\.?)\s+"#)

  init(_ raw: String) {
    let line = raw.replacing("\t", with: "    ").replacing("\r", with: "").replacing("\u{A0}", with: " ")
    let isBlank = line.allSatisfy(\.isWhitespace)
    indent = isBlank ? 0 : line.prefix { $0 == " " }.count
    if let match = Self.bullet.first(in: line), !Self.isAllPunctuation(line) {
      mark = .bullet
      words = String(decoding: Array(line.utf16)[match.range.upperBound...], as: UTF16.self)
      wordColumn = match.range.upperBound
    } else if let match = Self.number.first(in: line) {
      mark = .number
      words = String(decoding: Array(line.utf16)[match.range.upperBound...], as: UTF16.self)
      wordColumn = match.range.upperBound
    } else {
      mark = .none
      words = line.trimmingCharacters(in: .whitespaces)
      wordColumn = indent
    }
    end = line.replacing(Self.trailing, with: "").count
  }

  private static nonisolated(unsafe) let trailing = /\s+$/

  private static func isAllPunctuation(_ line: String) -> Bool {
    let line = line.trimmingCharacters(in: .whitespaces)
    return line.count > 2 && line.allSatisfy { "=-_*~#+.".contains($0) }
  }

  var isBlank: Bool { mark == .none && words.isEmpty }

  /// Whether it only draws a line.
  var isRule: Bool {
    let characters = Set(words.replacing(" ", with: ""))
    return mark == .none && words.count >= 3 && characters.count <= 2
      && characters.allSatisfy { "=-_*~#+.".contains($0) }
  }

  var wordCount: Int { words.split(separator: " ").count }
}

/// Puts lines together to blocks.
private struct TextBlockReader {
  let lines: [TextLine]
  /// The width to which the text is wrapped.
  private let width: Int
  private let bulletedHeadings: Set<Int>
  private var result: [CallDocument.Block] = []
  private var bulletIndents: [Int] = []

  init(lines: [TextLine]) {
    self.lines = lines
    let ends = lines.filter { !$0.isBlank && !$0.isRule }.map(\.end).sorted()
    // Nine lines of ten end before it; a single overlong line says nothing about wrapping.
    bulletedHeadings = Self.bulletedHeadings(in: lines)
    width = ends.isEmpty ? 80 : max(40, ends[min(ends.count - 1, ends.count * 9 / 10)])
  }

  mutating func blocks() -> [CallDocument.Block] {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank || line.isRule {
        index += 1
      } else if isBulletedHeading(index) {
        bulletIndents = []
        result.append(.init(kind: .heading(level: 3), text: MarkedText(line.words, line: index + 1).trimmed))
        index += 1
      } else if line.mark != .none, !isNumberedHeading(index) {
        index = readItem(index)
      } else if let level = headingLevel(index) {
        bulletIndents = []
        result.append(
          .init(kind: .heading(level: level), text: MarkedText(line.words, line: index + 1).trimmed))
        index += 1
      } else {
        index = readParagraph(index)
      }
    }
    return result
  }

  // MARK: Items

  private mutating func readItem(_ first: Int) -> Int {
    let line = lines[first]
    while let last = bulletIndents.last, last > line.indent { bulletIndents.removeLast() }
    if bulletIndents.last != line.indent { bulletIndents.append(line.indent) }
    var text = MarkedText(line.words, line: first + 1)
    var index = first + 1
    if text.isEmpty {
      // A bullet that came loose from its words.
      while index < lines.count, lines[index].isBlank { index += 1 }
      if index < lines.count, lines[index].mark == .none {
        text.append(lines[index].words, line: index + 1)
        index += 1
      }
    }
    while index < lines.count {
      if continuesItem(index, after: first) {
        join(&text, index)
        index += 1
      } else if let next = resumption(from: index, of: text) {
        text.append(" " + lines[next].words, line: next + 1)
        index = next + 1
      } else {
        break
      }
    }
    let kind = CallDocument.Block.Kind.item(depth: bulletIndents.count, isNumbered: line.mark == .number)
    if !text.isEmpty { result.append(.init(kind: kind, text: struckMarks(text).trimmed)) }
    return index
  }

  private func continuesItem(_ index: Int, after first: Int) -> Bool {
    let line = lines[index]
    if line.isBlank || line.isRule || line.mark != .none { return false }
    let item = lines[first]
    if line.indent > item.indent { return true }
    // Words under a bullet at the same column go on with it only if the line before was full.
    return isFull(index - 1, before: line) && line.indent == item.indent
  }

  /// Where an item goes on after a gap, as at the break between two columns: it did not end, and what follows begins
  /// in the middle of a sentence.
  private func resumption(from index: Int, of text: MarkedText) -> Int? {
    guard let last = text.text.last, last.isLetter || last == "," || last == "-", text.count > 30 else { return nil }
    guard let next = (index..<min(index + 3, lines.count)).first(where: { !lines[$0].isBlank }) else { return nil }
    guard lines[next].mark == .none, !lines[next].isRule, lines[next].words.first?.isLowercase == true else {
      return nil
    }
    return next
  }

  // MARK: Headings

  private func isNumberedHeading(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.mark == .number, line.indent <= 2, line.wordCount <= 8, !line.words.hasSuffix(".") else { return false }
    guard isBlankOrEdge(index - 1), isBlankOrEdge(index + 1) else { return false }
    // In a list the next text line is an item too.
    let next = lines[(index + 1)...].first { !$0.isBlank }
    let previous = lines[..<index].last { !$0.isBlank }
    return next.map { $0.mark != .number } ?? false && previous.map { $0.mark != .number } ?? true
  }

  /// Whether a bullet opens a heading, as "* Important dates" does where every section begins so.
  private func isBulletedHeading(_ index: Int) -> Bool {
    bulletedHeadings.count >= 3 && bulletedHeadings.contains(index)
  }

  /// Lines with a bullet at the left that stand apart, of few words, each over a text or a list of another kind.
  private static func bulletedHeadings(in lines: [TextLine]) -> Set<Int> {
    func isBlank(_ index: Int) -> Bool { !lines.indices.contains(index) || lines[index].isBlank || lines[index].isRule }
    return Set(
      lines.indices.filter { index in
        let line = lines[index]
        guard line.mark == .bullet, line.indent <= 1, line.wordCount <= 6, isBlank(index - 1), isBlank(index + 1),
          line.words.first?.isUppercase == true, line.words.last.map({ $0.isLetter || $0 == ":" }) ?? false,
          let next = lines[(index + 1)...].first(where: { !$0.isBlank && !$0.isRule })
        else { return false }
        return next.mark != .bullet && next.indent <= line.wordColumn
      })
  }

  private func headingLevel(_ index: Int) -> Int? {
    let line = lines[index]
    guard line.mark == .none || isNumberedHeading(index), line.wordCount <= 14 else { return nil }
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    if let next, next.isRule, line.wordCount <= 12 {
      return next.words.hasPrefix("=") || next.words.hasPrefix("#") || next.words.hasPrefix("*") ? 1 : 2
    }
    if line.words.hasPrefix("#") { return nil }
    let isOverDeeper =
      line.wordCount <= 12 && isBlankOrEdge(index - 1) && isBlankOrEdge(index + 1)
      && index + 2 < lines.count && lines[index + 2].mark == .none && lines[index + 2].indent > line.indent
    guard line.wordCount <= 9 || isOverDeeper, !Self.hasDate.matches(line.words) else { return nil }
    let isCapitals = line.words.contains(where: \.isLetter) && line.words == line.words.uppercased()
    // A word in capitals with a colon right over a list is that list's label.
    let isLabel = line.words.hasSuffix(":") && !isBlankOrEdge(index + 1)
    if isCapitals, isBlankOrEdge(index - 1), line.words.count > 3, !isLabel { return 3 }
    // A line that begins in lower case ends the sentence of the line before.
    if line.words.hasSuffix(":"), isBlankOrEdge(index - 1) || line.words.first?.isLowercase == false,
      !isTextLine(index + 1) || isBlankOrEdge(index - 1), line.wordCount <= 8,
      isBlankOrEdge(index + 1) || (next?.mark ?? .none) != .none || (next?.indent ?? 0) > line.indent
    {
      return 6 + min(line.indent, 20) / 10
    }
    guard let initial = line.words.first, initial.isUppercase || initial.isNumber,
      line.words.last.map({ !".,;?!".contains($0) }) ?? false
    else { return nil }
    // A short line works as a heading when it stands apart and longer text, a list or deeper lines follow.
    guard isBlankOrEdge(index - 1) || lines[index - 1].mark != .none || precededByItem(index) else { return nil }
    guard let after = lines[(index + 1)...].first(where: { !$0.isBlank && !$0.isRule }) else { return nil }
    let level = 4 + min(line.indent, 8) / 4
    if after.mark != .none { return level }
    guard isBlankOrEdge(index + 1) else { return nil }
    return after.wordCount > 9 || after.end > width * 7 / 10 ? level : nil
  }

  /// Whether the line before belongs to an item that reaches further left than nothing: an item's last wrapped line.
  private func precededByItem(_ index: Int) -> Bool {
    var index = index - 1
    let indent = lines[index + 1].indent
    while index >= 0, !lines[index].isBlank {
      if lines[index].mark != .none { return lines[index].indent >= indent }
      index -= 1
    }
    return false
  }

  private static let hasDate = Pattern(
    #"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\b\d{1,2}(st|nd|rd|th)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|@|https?:"#
  )

  private func isBlankOrEdge(_ index: Int) -> Bool {
    !lines.indices.contains(index) || lines[index].isBlank || lines[index].isRule
  }

  private func isTextLine(_ index: Int) -> Bool { !isBlankOrEdge(index) && lines[index].mark == .none }

  // MARK: Paragraphs

  private mutating func readParagraph(_ first: Int) -> Int {
    if lines[first].indent < (bulletIndents.first ?? 0) || !isContinuationOfList(first) { bulletIndents = [] }
    var end = first + 1
    while end < lines.count, !lines[end].isBlank, !lines[end].isRule, lines[end].mark == .none,
      headingLevel(end) == nil
    { end += 1 }
    if readHangingEntries(first..<end) { return end }
    let isList = isListOfLines(first..<end)
    var text = MarkedText(Self.withoutHashes(lines[first].words), line: first + 1)
    for index in first + 1..<end {
      if !isList {
        join(&text, index)
      } else if lines[index].indent > lines[first].indent {
        text.append(" " + lines[index].words, line: index + 1)
      } else {
        text.appendBreak()
        text.append(lines[index].words, line: index + 1)
      }
    }
    result.append(.init(kind: .paragraph, text: struckMarks(text).trimmed))
    return end
  }

  /// Reads short lines, each over deeper ones that say what it means, as items: "Sails" over "of all kinds of cloth".
  private mutating func readHangingEntries(_ range: Range<Int>) -> Bool {
    let indent = lines[range.lowerBound].indent
    let terms = range.filter { lines[$0].indent == indent }
    let areTerms = terms.allSatisfy { index in
      lines[index].wordCount <= 8 && lines[index].words.last.map { $0.isLetter || $0 == ")" || $0 == ":" } ?? false
        && lines[index].words.first?.isLowercase == false
        && index + 1 < range.upperBound && lines[index + 1].indent > indent
    }
    guard terms.count >= 3, areTerms, range.allSatisfy({ lines[$0].indent >= indent }) else { return false }
    for (number, index) in terms.enumerated() {
      let end = number + 1 < terms.count ? terms[number + 1] : range.upperBound
      var text = MarkedText(lines[index].words.trimmingSuffix { $0 == ":" } + ":", line: index + 1)
      for line in index + 1..<end { text.append(" " + lines[line].words, line: line + 1) }
      result.append(.init(kind: .item(depth: 1, isNumbered: false), text: struckMarks(text).trimmed))
    }
    return true
  }

  /// Whether each line stands for itself: every line that is not indented further begins as a sentence or a name does,
  /// and hardly one ends as a sentence does. Running text begins a line so once in six or seven.
  private func isListOfLines(_ range: Range<Int>) -> Bool {
    let own = range.filter { lines[$0].indent <= lines[range.lowerBound].indent }
    guard own.count >= 4, own.allSatisfy({ lines[$0].indent == lines[range.lowerBound].indent }) else { return false }
    if isAnnounced(range.lowerBound), areBrokenByHand(range) { return true }
    let opens = own.allSatisfy {
      lines[$0].words.first { $0.isLetter || $0.isNumber }.map { $0.isUppercase || $0.isNumber } ?? false
    }
    let stops = range.dropLast().count { lines[$0].words.hasSuffix(".") && !lines[$0].words.hasSuffix("etc.") }
    return opens && stops * 4 <= own.count
  }

  /// Whether the text before a line ends by announcing something.
  private func isAnnounced(_ first: Int) -> Bool {
    lines[..<first].last { !$0.isBlank && !$0.isRule }?.words.hasSuffix(":") ?? false
  }

  /// Whether most lines end where the next one's first word would have fitted into the widest of them.
  private func areBrokenByHand(_ range: Range<Int>) -> Bool {
    let widest = range.map { lines[$0].end }.max() ?? 0
    let short = range.dropLast().count { lines[$0].end + 1 + lines[$0 + 1].words.prefix { $0 != " " }.count <= widest }
    let stops = range.dropLast().count { lines[$0].words.hasSuffix(".") }
    return short * 2 >= range.count - 1 && stops * 4 <= range.count
  }

  private func isContinuationOfList(_ index: Int) -> Bool { lines[index].indent > (bulletIndents.first ?? 0) }

  private static func withoutHashes(_ words: String) -> String {
    words.trimmingCharacters(in: CharacterSet(charactersIn: "# "))
  }

  /// Adds a line to the text before it: after a full line it goes on, otherwise the author broke the line.
  private func join(_ text: inout MarkedText, _ index: Int) {
    let line = lines[index]
    if isFull(index - 1, before: line) {
      // A word broken at the end of a line keeps its hyphen, which may be its own.
      let isBroken = text.text.hasSuffix("-") && line.words.first?.isLowercase == true
      text.append((isBroken ? "" : " ") + line.words, line: index + 1)
    } else {
      text.appendBreak()
      text.append(line.words, line: index + 1)
    }
  }

  private static let opensWithLabel = Pattern(
    #"^(when|where|what|who|date|dates|location|place|venue|website|web ?site|url|web|contact|e-?mail|submission|deadline|workshop|conference|call for papers)\s*:\s"#
  )
  /// The widest column, in characters, to which texts are wrapped by hand or by a mail program.
  private static let widestWrapped = 140

  /// Whether the next line's first word would not have fitted on a line.
  private func isFull(_ index: Int, before next: TextLine) -> Bool {
    let firstWord = next.words.prefix { $0 != " " }.count
    let line = lines[index]
    // "When: November 11" begins a line of its own, however long the line before it is.
    if Self.opensWithLabel.matches(next.words) { return false }
    // Nobody wraps at such a length: each line is a paragraph, unless the next goes on in lower case.
    if line.end > Self.widestWrapped { return next.words.first?.isLowercase == true }
    if line.end + 1 + firstWord > width - width / 12 { return true }
    // A paragraph narrower than the rest, such as a quotation or an item far to the right.
    guard !next.words.isEmpty, let last = line.words.last, next.words.first?.isLowercase == true else { return false }
    // An enumeration goes on after the semicolon at the end of a line that has others inside.
    if last == ";" { return line.words.dropLast().contains("; ") }
    return !".:?!".contains(last) && line.wordCount > 3
  }

  /// Turns the `~~` of Markdown that nobody rendered into struck text.
  private func struckMarks(_ text: MarkedText) -> MarkedText {
    guard text.text.contains("~~") else { return text }
    var marked = MarkedText()
    var isStruck = false
    for (index, line) in text.lines.enumerated() {
      if index > 0 { marked.appendBreak() }
      for (number, part) in line.text.components(separatedBy: "~~").enumerated() {
        if number > 0 { isStruck.toggle() }
        marked.append(part, line: line.line(at: 0), isStruck: isStruck)
      }
    }
    return marked
  }
}
