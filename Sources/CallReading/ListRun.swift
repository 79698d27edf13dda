/// A run of list-like blocks: items, rows of a table, or lines that look like a list without bullets.
struct ListRun: Sendable {
  /// An entry with its depth, 1 being the outermost.
  struct Entry: Hashable, Sendable {
    let text: String
    let depth: Int
    let line: Int
    /// For a row of a table, its cells.
    let cells: [String]
    /// Whether it is the header of a table.
    let isHeader: Bool
    /// Whether it begins with words in bold.
    let beginsStrong: Bool
  }

  /// The blocks.
  let range: Range<Int>
  let entries: [Entry]
  /// Whether nothing but the layout makes it a list.
  let isLoose: Bool

  /// Whether every entry is a label and its explanation: "Light sails: ways to make them lighter".
  var isLabelled: Bool {
    entries.count >= 2
      && entries.allSatisfy { Self.labelled.matches($0.text) && !TopicWords.instruction.matches(Self.label($0.text)) }
  }

  private static let labelled = Pattern(#"^\W{0,2}\p{Lu}[^.:;?!\n]{2,70}:\s+\S"#)
  private static let notSubject = Pattern(
    #"^\W*(when|where|what|who|why|how|note|important|update|news|contact|website|web|url|e-?mail|venue|location|place|dates?)\b"#
  )

  private static func label(_ text: String) -> String { String(text.prefix { $0 != ":" }) }

  private static func isLabelledLine(_ text: String) -> Bool {
    labelled.matches(text) && !notSubject.matches(text) && label(text).split(separator: " ").count <= 8
      && DateGrammar.dates(in: text).isEmpty
  }

  var line: Int { entries.first?.line ?? 0 }

  /// Whether most of the items of a depth have items below them, and two at least of these end in the same way.
  func hasGroups(at depth: Int, ending: Pattern) -> Bool {
    let items = entries.indices.filter { entries[$0].depth == depth }
    let groups = items.filter { $0 + 1 < entries.count && entries[$0 + 1].depth > depth }
    return groups.count * 2 > items.count && groups.count { ending.matches(entries[$0].text) } >= 2
  }

  /// Returns all runs of a call.
  static func runs(in document: CallDocument) -> [ListRun] {
    var runs: [ListRun] = []
    var index = 0
    let blocks = document.blocks
    while index < blocks.count {
      let start = index
      if blocks[index].isItem {
        while index < blocks.count, blocks[index].isItem { index += 1 }
        runs.append(ListRun(range: start..<index, entries: blocks[start..<index].map(entry), isLoose: false))
      } else if blocks[index].isRow {
        while index < blocks.count, blocks[index].isRow { index += 1 }
        runs.append(ListRun(range: start..<index, entries: blocks[start..<index].map(entry), isLoose: false))
      } else if !TopicWords.namesTopics(blocks[index].text.text), let end = looseEnd(blocks, from: index) {
        index = end
        var entries = blocks[start..<end].flatMap { block in
          block.text.lines.map {
            Entry(text: $0.text, depth: 1, line: $0.line(at: 0), cells: [], isHeader: false, beginsStrong: false)
          }
        }
        // The heading of what comes next may stand right below the last line.
        if entries.count >= 4, let last = entries.last?.text, last.split(separator: " ").count <= 4,
          TopicWords.endOfTopics.matches(last), !last.contains(":")
        {
          entries.removeLast()
        }
        runs.append(ListRun(range: start..<end, entries: entries, isLoose: true))
      } else {
        index += 1
      }
    }
    return runs
  }

  /// An item's words; a first line in bold, or one above a sentence, is a label of what stands on the lines below it.
  private static func labelledText(of block: CallDocument.Block) -> String {
    let text = block.text.text
    if block.isItem, let strong = block.text.strong.first, strong.lowerBound == 0, strong.count <= 90 {
      let units = Array(text.utf16)
      let label = String(decoding: units[strong], as: UTF16.self)
      let rest = String(decoding: units[strong.upperBound...], as: UTF16.self)
      if label.hasSuffix("."), rest.contains(where: \.isLetter) { return label.dropLast() + ":" + rest }
    }
    guard block.isItem, let end = text.firstIndex(of: "\n"), let last = text[..<end].last,
      last.isLetter || last.isNumber || last == ")"
    else { return text }
    let strong = block.text.strong.first
    let isStrong = strong.map { $0.lowerBound == 0 && text[..<end].utf16.count <= $0.upperBound + 1 } ?? false
    let rest = text[end...].dropFirst()
    let isOverSentence =
      text[..<end].split(separator: " ").count <= 12 && rest.hasSuffix(".") && rest.first?.isUppercase == true
      && rest.split(separator: " ").count >= 8
    return isStrong || isOverSentence ? text[..<end] + ":" + text[end...] : text
  }

  private static func entry(_ block: CallDocument.Block) -> Entry {
    Entry(
      text: labelledText(of: block).replacing("\n", with: " ").replacing("\t", with: " "), depth: block.itemDepth ?? 1,
      line: block.line, cells: block.isRow ? block.text.cells.map(\.text) : [],
      isHeader: block.kind == .row(isHeader: true),
      beginsStrong: block.text.strong.first?.lowerBound == 0)
  }

  /// Where a list without bullets ends: paragraphs that end in semicolons, one paragraph of short lines, or a row of
  /// short paragraphs.
  private static func looseEnd(_ blocks: [CallDocument.Block], from start: Int) -> Int? {
    guard blocks[start].kind == .paragraph || blocks[start].kind == .preformatted else { return nil }
    var end = start
    while end < blocks.count, blocks[end].kind == .paragraph, blocks[end].text.text.hasSuffix(";") { end += 1 }
    if end - start >= 2 {
      if end < blocks.count, blocks[end].kind == .paragraph, blocks[end].text.count < 400 { end += 1 }
      return end
    }
    let lines = blocks[start].text.lines
    if lines.count >= 3, lines.dropLast().allSatisfy({ isItemLine($0.text) }),
      lines.last.map({ isItemLine($0.text.trimmingSuffix { $0 == "." }) }) ?? false,
      lines.count(where: { isShortLine($0.text) }) * 2 > lines.count
    {
      return start + 1
    }
    if lines.count >= 2, lines.allSatisfy({ isLabelledLine($0.text) }) { return start + 1 }
    end = start
    while end < blocks.count, blocks[end].kind == .paragraph, blocks[end].text.lines.count == 1,
      isLabelledLine(blocks[end].text.text)
    { end += 1 }
    if end - start >= 2 { return end }
    end = start
    while end < blocks.count, blocks[end].kind == .paragraph, blocks[end].text.lines.count == 1,
      isShortLine(blocks[end].text.text), !opensDates(blocks[end].text.text)
    { end += 1 }
    if end - start >= 3 { return end }
    // Paragraphs that each begin with a label in bold.
    end = start
    while end < blocks.count, blocks[end].kind == .paragraph, let first = blocks[end].text.strong.first,
      first.lowerBound == 0, first.count > 3, first.count < 90, blocks[end].text.count > first.count
    { end += 1 }
    return end - start >= 3 ? end : nil
  }

  /// Whether a line can be an item: short, or a long enumeration among short ones.
  private static func isItemLine(_ text: String) -> Bool {
    isShortLine(text)
      || text.contains(",") && isShortLine(String(text.prefix { $0 != "," }))
        && (!text.hasSuffix(".") || text.hasSuffix("etc."))
  }

  private static let datesLabel = Pattern(#"^\W*(important|key|relevant) (dates|deadlines)\W*$"#)

  /// Whether a line is a date or stands over dates.
  private static func opensDates(_ text: String) -> Bool {
    datesLabel.matches(text) || text.contains(where: \.isNumber) && !DateGrammar.dates(in: text).isEmpty
  }

  private static func isShortLine(_ text: String) -> Bool {
    let words = text.split(separator: " ").count
    return words <= 16 && (!text.hasSuffix(".") || text.hasSuffix("etc.")) && !text.hasSuffix(":") && text.count > 2
  }

  /// Whether all entries are short noun phrases: several, of few words each, none telling authors what to do.
  var areSubjects: Bool {
    entries.count >= 4
      && entries.allSatisfy {
        $0.text.split(separator: " ").count <= 7 && !TopicWords.instruction.matches($0.text)
          && !TopicWords.paperKind.matches($0.text)
      }
  }

  /// Whether the entries are questions.
  var areQuestions: Bool {
    entries.count >= 2 && entries.count { $0.text.hasSuffix("?") } * 3 >= entries.count * 2
  }

  /// Whether every entry is counted as an area or a track: "Track 1: Sails".
  var areNumberedAreas: Bool { entries.count >= 2 && entries.allSatisfy { TopicWords.numberedArea.matches($0.text) } }

  /// Whether some entry names a kind of paper, such as full ones or demonstrations.
  var namesKinds: Bool {
    entries.contains { TopicWords.paperKind.matches($0.text) || TopicWords.kindAlone.matches($0.text) }
      || entries.contains { !PageNumbers.all(in: $0.text).isEmpty }
  }

  /// How much the entries look like topics: noun phrases, not people, dates, addresses or instructions.
  var shapeScore: Int {
    guard !entries.isEmpty else { return -10 }
    var people = 0
    var dates = 0
    var instructions = 0
    var kinds = 0
    var words = 0
    for entry in entries {
      if TopicWords.person.matches(entry.text) { people += 1 }
      if !DateGrammar.dates(in: entry.text).isEmpty { dates += 1 }
      // "Who should be accountable?" tells nobody what to do.
      if TopicWords.instruction.matches(entry.text), !entry.text.hasSuffix("?") { instructions += 1 }
      if TopicWords.paperKind.matches(entry.text) || TopicWords.kindAlone.matches(entry.text) { kinds += 1 }
      words += entry.text.split(separator: " ").count
    }
    let count = entries.count
    var score = count >= 3 ? 1 : count == 1 ? -2 : 0
    if people * 3 >= count { score -= 8 }
    if dates * 4 >= count { score -= 8 }
    if instructions * 2 >= count { score -= 6 } else if instructions * 4 >= count { score -= 3 }
    if kinds * 2 >= count { score -= 5 }
    if words > count * 70 { score -= 2 }
    return score
  }
}
