extension CallDocument {
  /// The call with lines in bold and short lines that end in a colon turned into the headings that they are.
  var withPseudoHeadings: CallDocument {
    var document = self
    for index in blocks.indices where blocks[index].kind == .paragraph {
      let text = blocks[index].text
      guard Self.canBeHeading(text), index + 1 < blocks.count else { continue }
      if text.isAllStrong {
        document.blocks[index] = Block(kind: .heading(level: 7), text: text)
      } else if text.text.hasSuffix(":"), blocks[index + 1].isItem || blocks[index + 1].isRow,
        text.text.split(separator: " ").count <= 7
      {
        document.blocks[index] = Block(kind: .heading(level: 8), text: text)
      }
    }
    return document
  }

  private static func canBeHeading(_ text: MarkedText) -> Bool {
    let words = text.text.split(separator: " ").count
    return words <= 12 && !text.text.contains("\n") && !text.text.hasSuffix(".") && !text.text.hasSuffix(";")
      && DateGrammar.dates(in: text.text).isEmpty && !text.text.contains("@")
  }
}

extension CallDocument {
  /// The call with paragraphs that are lists inside taken apart: lines that open with a bullet, and lines after one that
  /// ends in a colon.
  var withListsInParagraphs: CallDocument {
    var document = self
    document.blocks = blocks.indices.flatMap { index -> [Block] in
      let block = blocks[index]
      if let blocks = Self.linesUnderItem(block) { return blocks }
      guard block.kind == .paragraph else { return [block] }
      if index > 0, blocks[index - 1].text.text.hasSuffix(":"), let lines = Self.unmarked(block.text) { return [lines] }
      if let blocks = Self.runTogether(block.text) { return blocks }
      // Markdown joins lines whose bullets it does not know.
      let fileLines = block.text.fileLines
      let areBulleted = fileLines.count >= 3 && fileLines.dropFirst().allSatisfy { Self.bullet.matches($0.text) }
      let lines = areBulleted && block.text.lines.count == 1 ? fileLines : block.text.lines
      if let blocks = Self.sideBySide(lines) { return blocks }
      let bulleted = lines.indices.filter { Self.bullet.matches(lines[$0].text) }
      if let first = bulleted.first, bulleted.count >= 2, bulleted.count * 2 >= lines.count - first {
        var blocks = first > 0 ? [Self.joined(lines[..<first])] : []
        for index in first..<lines.count {
          let skipped = Self.bullet.first(in: lines[index].text)?.range.upperBound ?? 0
          let words = lines[index].part(skipped..<lines[index].count)
          blocks.append(
            Block(kind: bulleted.contains(index) ? .item(depth: 1, isNumbered: false) : .paragraph, text: words))
        }
        return blocks
      }
      // "Topics include:" over lines that are each a label and its explanation.
      if let lead = lines.indices.dropLast(2).first(where: { lines[$0].text.hasSuffix(":") }),
        lines[(lead + 1)...].allSatisfy({ Self.labelled.matches($0.text) })
      {
        return [Self.joined(lines[...lead]), Self.joined(lines[(lead + 1)...])]
      }
      if let blocks = Self.entriesBelowLead(lines) { return blocks }
      if lines.count >= 4, lines[0].text.hasSuffix(":"), lines.dropFirst().allSatisfy({ $0.count < 160 }) {
        return [Block(kind: .paragraph, text: lines[0]), Self.joined(lines[1...])]
      }
      return [block]
    }
    document.takeBulletedParagraphs()
    document.nestUnderNumbers()
    return document
  }

  private static let labelled = Pattern(#"^\p{Lu}[^.:;?!]{2,70}:\s+\S"#)
  private static let inlineBullet = Pattern(#"\s[*•▪●◦‣]\s+(?=\S)|(?:\s|(?<=:))[•▪●◦‣■](?=\S)"#)

  /// Lines below an announcement that Markdown joins, though each is an item whose bullet the author left out.
  private static func unmarked(_ text: MarkedText) -> Block? {
    let lines = text.fileLines
    guard text.lines.count == 1, lines.count >= 4 else { return nil }
    let areItems = lines.allSatisfy {
      $0.text.first.map { $0.isUppercase || $0.isNumber } ?? false && !$0.text.hasSuffix(".")
        && $0.text.split(separator: " ").count <= 12
    }
    return areItems ? joined(lines[...]) : nil
  }

  /// An item over short lines of its own, as the items below it that they are.
  private static func linesUnderItem(_ block: Block) -> [Block]? {
    guard case .item(let depth, _) = block.kind, block.text.text.contains("\n") else { return nil }
    let lines = block.text.lines
    let areNames = lines.allSatisfy { line in
      line.text.split(separator: " ").count <= 12 && line.text.last.map { !".:;?!,".contains($0) } ?? false
        && line.text.first.map { $0.isUppercase } ?? false
        && !line.text.contains(where: \.isNumber) && !TopicWords.instruction.matches(line.text)
    }
    guard lines.count >= 3, areNames else { return nil }
    return [Block(kind: block.kind, text: lines[0])]
      + lines[1...].map { Block(kind: .item(depth: depth + 1, isNumbered: false), text: $0) }
  }

  /// Short lines below one that ends in a colon, with the text before and the sentences after them.
  private static func entriesBelowLead(_ lines: [MarkedText]) -> [Block]? {
    func isEntry(_ line: MarkedText) -> Bool {
      line.text.split(separator: " ").count <= 16 && line.text.last.map { !".:?!".contains($0) } ?? false
        && !line.text.contains("@") && !line.text.lowercased().hasPrefix("please ")
    }
    guard let lead = lines.indices.first(where: { lines[$0].text.hasSuffix(":") }) else { return nil }
    let end = lines[(lead + 1)...].firstIndex { !isEntry($0) } ?? lines.count
    let announces = TopicWords.strongLead.matches(lines[lead].text) || TopicWords.openEnded.matches(lines[lead].text)
    guard end - lead > 3, lead > 0 || end < lines.count,
      end == lines.count || announces
        || lines[end].text.hasSuffix(".") && lines[end].text.split(separator: " ").count > 8
    else { return nil }
    let rest = end < lines.count ? [joined(lines[end...])] : []
    return [joined(lines[...lead]), joined(lines[(lead + 1)..<end])] + rest
  }

  private static let divider = Pattern(#"\s+[|·•¦]\s+"#)

  /// Items that stand side by side, "Kites | Strings | Winds", with the line before them as their label.
  private static func sideBySide(_ lines: [MarkedText]) -> [Block]? {
    guard let last = lines.last, lines.count <= 2, last.count < 2_000, !last.text.hasPrefix("|") else { return nil }
    let dividers = divider.all(in: last.text)
    guard dividers.count >= 2,
      Set(dividers.map { last.part($0.range.lowerBound..<$0.range.upperBound + 1).text.first })
        .count == 1, DateGrammar.dates(in: last.text).isEmpty, !isMenu.matches(last.text)
    else { return nil }
    let starts = [0] + dividers.map(\.range.upperBound)
    let ends = dividers.map(\.range.lowerBound) + [last.count]
    let items = zip(starts, ends).map { last.part($0..<$1) }
    guard items.allSatisfy({ !$0.isEmpty && $0.text.split(separator: " ").count <= 16 }) else { return nil }
    return lines.dropLast().map { Block(kind: .paragraph, text: $0) }
      + items.map { Block(kind: .item(depth: 1, isNumbered: false), text: $0) }
  }

  /// Links in a row, as at the head or foot of a page.
  private static let isMenu = Pattern(
    #"\b(home|contact|about|register|registration|login|imprint|privacy policy|faq)\b"#)

  /// A list whose line breaks were lost, "the following topics: * Kites * Strings * Winds", with the words before it.
  private static func runTogether(_ text: MarkedText) -> [Block]? {
    let bullets = inlineBullet.all(in: text.text)
    guard bullets.count >= 3, let first = bullets.first, text.lines.count <= 2 else { return nil }
    var before = text.part(0..<first.range.lowerBound)
    let own = bullet.first(in: before.text)?.range.upperBound
    if let own { before = before.part(own..<before.count) }
    var blocks = [Block(kind: own == nil ? .paragraph : .item(depth: 1, isNumbered: false), text: before)]
    for (index, bullet) in bullets.enumerated() {
      let end = index + 1 < bullets.count ? bullets[index + 1].range.lowerBound : text.count
      blocks.append(Block(kind: .item(depth: 1, isNumbered: false), text: text.part(bullet.range.upperBound..<end)))
    }
    return blocks
  }

  /// Puts bullets under the numbered item before them if that announces them: Markdown wants three blanks before such a
  /// bullet, and authors give two.
  private mutating func nestUnderNumbers() {
    var owner: Int?
    for index in blocks.indices {
      guard case .item(let depth, let isNumbered) = blocks[index].kind else {
        owner = nil
        continue
      }
      if isNumbered {
        owner = blocks[index].text.text.hasSuffix(":") ? depth : nil
      } else if let owner, depth >= owner {
        let isUnder = index > 0 && blocks[index - 1].itemDepth != nil
        if isUnder { blocks[index] = Block(kind: .item(depth: depth + 1, isNumbered: false), text: blocks[index].text) }
      }
    }
  }

  /// Turns paragraphs in a row that each open with a bullet into items, under the item that announces them if there is
  /// one.
  private mutating func takeBulletedParagraphs() {
    func isBulleted(_ index: Int) -> Bool {
      blocks.indices.contains(index) && blocks[index].kind == .paragraph && blocks[index].text.lines.count == 1
        && Self.bullet.matches(blocks[index].text.text)
    }
    var start = 0
    while start < blocks.count {
      var end = start
      while isBulleted(end) { end += 1 }
      if end - start >= 2 {
        let before = start > 0 ? blocks[start - 1] : nil
        let depth = before.flatMap { $0.text.text.hasSuffix(":") ? $0.itemDepth : nil } ?? 0
        for index in start..<end {
          let text = blocks[index].text
          let skipped = Self.bullet.first(in: text.text)?.range.upperBound ?? 0
          blocks[index] = Block(
            kind: .item(depth: depth + 1, isNumbered: false), text: text.part(skipped..<text.count))
        }
      }
      start = max(end, start + 1)
    }
  }

  private static let bullet = Pattern(
    #"^\s*(([•●○▪■◦‣∙·➢►▶▸➤➔→⇒✓✔»❖◆*+–-]|[-=]>|(?-i:o)|\d{1,2}[.)]|\(?[a-z]\)|\(\d{1,2}\))\s+|[•●▪■◦‣➢►▶](?=\w))"#)

  private static func joined(_ lines: ArraySlice<MarkedText>) -> Block {
    var text = MarkedText()
    for line in lines { text.append(line, after: "\n") }
    return Block(kind: .paragraph, text: text)
  }
}
