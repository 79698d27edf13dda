/// Turns the entries of a list into topics: punctuation that ends an item is dropped, nesting becomes parents.
enum TopicItems {
  /// Returns the topics of a list.
  static func topics(of run: ListRun, parent: String?) -> [TopicFinder.Found] {
    if run.entries.contains(where: { !$0.cells.isEmpty }) { return rows(run, parent) }
    let explained = explainedOnly(run)
    let isCounted = run.entries.count >= 2 && run.entries.allSatisfy { counter.matches($0.text) }
    var topics: [TopicFinder.Found] = []
    var ancestors: [(depth: Int, name: String, givesExamples: Bool)] = []
    for (index, entry) in run.entries.enumerated() {
      ancestors.removeAll { $0.depth >= entry.depth }
      let next = index + 1 < run.entries.count ? run.entries[index + 1] : nil
      let hasChildren = next.map { $0.depth > entry.depth } ?? false
      if explained, entry.depth > run.entries[0].depth { continue }
      // What stands under "Rules in current standards, including:" alone are examples of that topic; "kites in all
      // fields, such as:" is a group, and so are several that end alike.
      if ancestors.contains(where: \.givesExamples) { continue }
      let name = cleaned(isCounted ? counter.replacing(entry.text, with: "") : entry.text)
      guard name.contains(where: \.isLetter), !isRemainder(name) else { continue }
      if hasChildren, !explained {
        let givesExamples = exampleEnding.matches(entry.text) && !run.hasGroups(at: entry.depth, ending: exampleEnding)
        if !givesExamples {
          ancestors.append((entry.depth, labelOf(name), false))
          continue
        }
        ancestors.append((entry.depth, name, true))
      }
      topics.append(.init(name: name, parent: ancestors.last { !$0.givesExamples }?.name ?? parent, line: entry.line))
    }
    return topics
  }

  /// Whether each outer item has exactly one below it, which says in a sentence what it is.
  private static func explainedOnly(_ run: ListRun) -> Bool {
    guard let outer = run.entries.first?.depth, run.entries.count >= 4, run.entries.count.isMultiple(of: 2) else {
      return false
    }
    return run.entries.enumerated().allSatisfy { index, entry in
      index.isMultiple(of: 2)
        ? entry.depth == outer && entry.text.split(separator: " ").count <= 10
        : entry.depth > outer && isExplanation(entry.text)
    }
  }

  /// Whether words say what the item above them is: a sentence, or one that goes on with it in lower case.
  private static func isExplanation(_ text: String) -> Bool {
    let words = text.split(separator: " ").count
    return text.hasSuffix(".") || words >= 12 || words >= 5 && text.first?.isLowercase == true
  }

  /// The cells of a table: of one column its rows, of two columns a group and its topics, otherwise every cell.
  private static func rows(_ run: ListRun, _ parent: String?) -> [TopicFinder.Found] {
    let columns = run.entries.map(\.cells.count).max() ?? 0
    let header = run.entries.first { $0.isHeader }?.cells ?? []
    let rows = run.entries.filter { !$0.isHeader && !$0.cells.isEmpty }
    let explains = header.count == 2 && explanation.matches(header[1])
    // Of two columns the first names groups if the second lists several things in any row.
    let hasGroups = columns == 2 && !explains && rows.contains { $0.cells.count == 2 && split($0.cells[1]).count >= 2 }
    var topics: [TopicFinder.Found] = []
    for row in rows {
      let cells = row.cells.map(cleaned)
      if hasGroups, cells.count == 2 {
        topics += split(row.cells[1]).map { .init(name: $0, parent: cells[0], line: row.line) }
        continue
      }
      for cell in explains ? Array(cells.prefix(1)) : cells where cell.contains(where: \.isLetter) {
        topics.append(.init(name: cell, parent: parent, line: row.line))
      }
    }
    return topics
  }

  private static let explanation = Pattern(#"\b(examples?|descriptions?|details?|explanations?|notes?|chairs?)\b"#)
  private static let counter = Pattern(#"^\s*\d{1,2}[.)]\s+(?=\S)"#)
  private static let exampleEnding = Pattern(#"(includ\w+|e\.g\.,?|for example|for instance)\W*$"#)
  private static let remainder = Pattern(
    #"^\W*(and )?(others?|etc|more|any other (topics?|areas?|issues|subjects)|(any )?other (topics?|areas?|issues|subjects)\b.*\b(related|relevant|interest)\b.*|(and|or) many (more|other)( \w+){0,3}( topics| areas)?|and more|other (topics|areas)( of interest)?|many others|miscellaneous|(the|this) (above )?list( above)?\b.*\b(exhaustive|exclusive|complete|limit\w*)\b.*)\W*$"#
  )

  /// "Submarines are out of scope" names no topic.
  private static let outOfScope = Pattern(
    #"\b(is|are|falls?|lies?) (not (within|in|part of|covered by)|outside|out of|beyond)( of)?( the| our)? (scope|call|workshop|conference)\b"#
  )

  /// Whether an item only says that there is more, or what is not wanted.
  private static func isRemainder(_ name: String) -> Bool { remainder.matches(name) || outOfScope.matches(name) }

  private static let groupTail = Pattern(
    #"[,;]?\s*(which\s+|that\s+)?(includ\w+|comprising|covering|such as|like)[,(\s]*((but|are|is|and)\s+)*(not\s+limited\s+to)?\)?\s*:?\s*$"#
  )

  private static func labelOf(_ name: String) -> String {
    let words = name.trimmingSuffix { ":;,- ".contains($0) }
    let label = groupTail.replacing(words, with: "")
    return label.isEmpty ? words : label
  }

  private static let ending = Pattern(#"(\s*[,;.]\s*(and|or)?|\s+(and|or|&)|\s*[,;.:])\s*$"#)
  private static let exampleTail = Pattern(#"[,;:]?\s*(including|such as|e\.g\.,?|for example)\s*:?\s*$"#)

  /// What a link was called that told more of the item.
  private static let linkTail = Pattern(#"[,;]\s*\(?(link|url|website)\)?\s*[.,;]*$"#)
  /// What counts the items: "(a) ", "(iv) ", "(3) ", "III. ".
  private static let letter = Pattern(#"^\s*(\(([a-z]|[ivx]{1,4}|\d{1,2})\)|(?-i:[IVX]{1,4})\.)\s+(?=\S)"#)

  /// A picture before or after an item's words, with its variants and joiners.
  private static let pictogram = Pattern(anyOf: [
    #"^[\p{So}\uFE0F\u200D\x{1F3FB}-\x{1F3FF}]++[\p{So}\uFE0F\u200D\x{1F3FB}-\x{1F3FF}\s]*+(?=\S)"#,
    #"\s?(?<![\p{So}\uFE0F\u200D])(?![©®™°])[\p{So}\uFE0F\u200D]++$"#,
  ])

  /// An item without what counts it, and without the comma, semicolon, full stop or "and" that only ends it.
  static func cleaned(_ text: String) -> String {
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    words = pictogram.replacing(words, with: "")
    words = exampleTail.replacing(words, with: "")
    words = letter.replacing(words, with: "")
    words = linkTail.replacing(words, with: "")
    while let first = words.first, "•·-–—*:;,. ".contains(first) { words.removeFirst() }
    // An ellipsis belongs to the item, and so does the point of an abbreviation.
    for _ in 0..<3 where !words.hasSuffix("...") && !words.hasSuffix("etc.") && !words.hasSuffix("e.g.") {
      words = ending.replacing(words, with: "")
    }
    return words
  }

  /// Cuts at semicolons, else at commas, outside parentheses.
  static func split(_ text: String) -> [String] {
    let lines = pieces(text, at: "\n")
    if lines.count >= 2 { return lines.map(cleaned).filter { $0.contains(where: \.isLetter) } }
    let slashes = text.components(separatedBy: " / ")
    if slashes.count >= 4 { return slashes.map(cleaned).filter { $0.contains(where: \.isLetter) } }
    let semicolons = pieces(text, at: ";")
    return (semicolons.count >= 2 ? semicolons : pieces(text, at: ",")).map(cleaned).filter {
      $0.contains(where: \.isLetter)
    }
  }

  private static let junction = Pattern(#"^(and|or|as well as)\b,?\s+(?=\S)"#)

  /// Cuts an enumeration in a sentence: "a, b, and c" is three.
  static func enumerated(_ text: String) -> [String] {
    let parts = split(text)
    guard parts.count >= 2, let last = parts.last else { return [] }
    var items = parts.map { junction.replacing($0, with: "") }
    if !junction.matches(last), pieces(text, at: ";").count < 2,
      let range = last.range(of: " and ")
    {
      // "x, y and z": the last comma was left out.
      items.removeLast()
      items.append(String(last[..<range.lowerBound]))
      items.append(String(last[range.upperBound...]))
    }
    return items.map(cleaned).filter { !$0.isEmpty && !isRemainder($0) }
  }

  private static let joins: Set = [
    "a", "an", "and", "as", "at", "between", "by", "for", "from", "in", "into", "of", "on", "or", "over", "the",
    "through",
    "to", "under", "using", "via", "with", "within", "&", "/",
  ]

  /// Cuts a list whose bullets and line breaks were lost at the capital letters that begin its items: "Kites in rain
  /// Strings of hemp" is two. Returns nothing unless all that comes out can be an item.
  static func runOn(_ text: String) -> [String] {
    guard !text.contains(where: { ".;:!?".contains($0) }) else { return [] }
    var items: [[Substring]] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      let follows = items.last?.last.map { joins.contains($0.lowercased()) || $0.first?.isUppercase == true } ?? false
      if word.first?.isUppercase == true, !follows || items.isEmpty {
        items.append([word])
      } else if items.isEmpty {
        return []
      } else {
        items[items.count - 1].append(word)
      }
    }
    guard items.count >= 4, items.allSatisfy({ (2...12).contains($0.count) }) else { return [] }
    return items.map { cleaned($0.joined(separator: " ")) }
  }

  private static func pieces(_ text: String, at separator: Character) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var depth = 0
    for character in text {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
      if character == separator, depth == 0 {
        pieces.append(piece)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    pieces.append(piece)
    return pieces
  }
}
