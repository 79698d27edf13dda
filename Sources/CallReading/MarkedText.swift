/// A piece of a call's text that remembers what was struck out, what was set in bold, and on which line of the file
/// each part of it stands.
///
/// Blanks are collapsed; a line feed is a break that the author made. Offsets count UTF-16 units.
public struct MarkedText: Hashable, Sendable {
  /// Where a line of the file begins in the text.
  struct LineMark: Hashable, Sendable {
    let offset: Int
    let line: Int
  }

  /// The words.
  public private(set) var text: String = ""
  /// The parts that are struck out.
  public private(set) var struck: [Range<Int>] = []
  /// The parts in bold.
  private(set) var strong: [Range<Int>] = []
  private var lineMarks: [LineMark] = []
  private(set) var count = 0

  /// Makes an empty text.
  init() {}

  /// Makes a text without marks.
  init(_ text: String, line: Int) {
    append(text, line: line)
  }

  var isEmpty: Bool { count == 0 }

  /// Returns the file's line on which the character at an offset stands.
  func line(at offset: Int) -> Int {
    lineMarks.last { $0.offset <= offset }?.line ?? lineMarks.first?.line ?? 0
  }

  /// Whether most of a range is struck out.
  func isStruck(_ range: Range<Int>) -> Bool {
    covered(range, by: struck) * 2 > range.count
  }

  /// Whether the text is bold from its first to its last letter.
  var isAllStrong: Bool {
    !isEmpty && covered(0..<count, by: strong) * 10 >= count * 9
  }

  private func covered(_ range: Range<Int>, by marks: [Range<Int>]) -> Int {
    marks.reduce(0) { $0 + $1.clamped(to: range).count }
  }

  /// Adds words, collapsing blanks; a line feed in them is a blank that begins the file's next line.
  mutating func append(_ words: String, line: Int, isStruck: Bool = false, isStrong: Bool = false) {
    var line = line
    var pending = ""
    var start = count
    var needsMark = true
    func flushMarks(_ end: Int, _ marks: inout [Range<Int>], _ isOn: Bool) {
      guard isOn, end > start else { return }
      if let last = marks.last, last.upperBound >= start - 1 {
        marks[marks.count - 1] = last.lowerBound..<end
      } else {
        marks.append(start..<end)
      }
    }
    var endsInBlank = text.isEmpty || text.last == " " || text.last == "\n"
    let wasEmpty = text.isEmpty
    for character in words {
      if character.isNewline { line += 1 }
      if character.isWhitespace {
        if !endsInBlank {
          pending.append(" ")
          endsInBlank = true
        }
        if character.isNewline { needsMark = true }
        continue
      }
      if character == "\u{AD}" || character == "\u{200B}" || character == "\u{FEFF}" { continue }
      if needsMark {
        let offset = count + pending.utf16.count
        if lineMarks.last?.line != line { lineMarks.append(LineMark(offset: offset, line: line)) }
        needsMark = false
      }
      pending.append(character)
      endsInBlank = false
    }
    if wasEmpty { start = 0 }
    text += pending
    count += pending.utf16.count
    flushMarks(count, &struck, isStruck)
    flushMarks(count, &strong, isStrong)
  }

  /// Adds a break that the author made.
  mutating func appendBreak() {
    guard !isEmpty, text.last != "\n" else { return }
    if text.last == " " {
      text.removeLast()
      count -= 1
    }
    text += "\n"
    count += 1
  }

  /// Adds the break between two cells of a table's row.
  mutating func appendCellBreak() {
    if text.last == " " {
      text.removeLast()
      count -= 1
    }
    text += "\t"
    count += 1
  }

  /// Adds another text after a separator.
  mutating func append(_ other: MarkedText, after separator: String) {
    if !isEmpty {
      text += separator
      count += separator.utf16.count
    }
    let shift = count
    text += other.text
    count += other.count
    struck += other.struck.map { $0.lowerBound + shift..<$0.upperBound + shift }
    strong += other.strong.map { $0.lowerBound + shift..<$0.upperBound + shift }
    lineMarks += other.lineMarks.map { LineMark(offset: $0.offset + shift, line: $0.line) }
  }

  /// Returns a part with its marks, without blanks at its ends.
  func part(_ range: Range<Int>) -> MarkedText {
    let units = Array(text.utf16)
    var lower = max(0, range.lowerBound)
    var upper = min(units.count, range.upperBound)
    let blanks: Set<UInt16> = [0x20, 0x0A, 0x09]
    while lower < upper, blanks.contains(units[lower]) { lower += 1 }
    while upper > lower, blanks.contains(units[upper - 1]) { upper -= 1 }
    var part = MarkedText()
    guard lower < upper else { return part }
    part.text = String(decoding: units[lower..<upper], as: UTF16.self)
    part.count = upper - lower
    part.struck = Self.clamped(struck, lower..<upper)
    part.strong = Self.clamped(strong, lower..<upper)
    part.lineMarks =
      [LineMark(offset: 0, line: line(at: lower))]
      + lineMarks.filter { $0.offset > lower && $0.offset < upper }.map {
        LineMark(offset: $0.offset - lower, line: $0.line)
      }
    return part
  }

  /// The parts that stand on lines of their own in the file, whether the author broke them or the format joined them.
  var fileLines: [MarkedText] {
    let starts = lineMarks.map(\.offset)
    return zip(starts, starts.dropFirst() + [count]).map { part($0..<$1) }.filter { !$0.isEmpty }
  }

  /// The text with blanks for what is struck out of a date: "March ~~5~~ 12" is the 12th of March.
  var withoutStruckDays: String {
    guard !struck.isEmpty else { return text }
    var units = Array(text.utf16)
    for range in struck where range.upperBound <= units.count {
      let words = String(decoding: units[range], as: UTF16.self)
      guard words.contains(where: \.isNumber), DateGrammar.dates(in: words).isEmpty else { continue }
      for offset in range { units[offset] = 0x20 }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The text without blanks at its ends.
  var trimmed: MarkedText { part(0..<count) }

  /// The lines that the author made.
  var lines: [MarkedText] { parts(between: 0x0A) }

  /// The cells of a table's row; one cell if it is no row.
  var cells: [MarkedText] { parts(between: 0x09, keepsEmpty: true) }

  private func parts(between separator: UInt16, keepsEmpty: Bool = false) -> [MarkedText] {
    var parts: [MarkedText] = []
    var start = 0
    for (offset, unit) in (Array(text.utf16) + [separator]).enumerated() where unit == separator {
      let piece = part(start..<offset)
      if keepsEmpty || !piece.isEmpty { parts.append(piece) }
      start = offset + 1
    }
    return parts
  }

  private static func clamped(_ marks: [Range<Int>], _ range: Range<Int>) -> [Range<Int>] {
    marks.compactMap { mark in
      let part = mark.clamped(to: range)
      return part.isEmpty ? nil : part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound
    }
  }
}
