import PDFLayout
import Papers

/// Finds the authors' names between title and abstract.
///
/// The block is cut into cells, a name or a list of names, an affiliation, an address. Names have one style on a page;
/// where affiliations have the same style, their words and their place under a name tell them.
struct AuthorFinder {
  /// What a cell holds.
  private enum Kind {
    /// Names, and words that a line's end may have cut from one.
    case names([String])
    case affiliation
    case address
    case other
  }

  private struct Cell {
    var runs: [TextRun]
    var box: Box
    var font: String
    var size: Double
    var isBold: Bool
    var kind: Kind = .other
  }

  /// Returns the names in reading order; `nil` if the paper says that it does not name its authors.
  ///
  /// - Parameters:
  ///   - lines: Lines of the title's page.
  ///   - bottom: Where the abstract begins.
  func authors(in lines: [TextLine], title: TitleFinder.Found, above bottom: Double) -> [String]? {
    let titleLines = Set(title.lines.map(\.box))
    var cells: [Cell] = []
    for line in Prose.withoutCaptions(lines) where line.direction == .horizontal {
      guard line.box.centerY > title.box.centerY, line.box.bottom < bottom + 4, line.box.centerY < bottom,
        !titleLines.contains(line.box), !title.box.contains(x: line.box.centerX, y: line.box.centerY)
      else { continue }
      cells += self.cells(of: line)
    }
    cells.sort {
      abs($0.box.centerY - $1.box.centerY) > 3 ? $0.box.centerY < $1.box.centerY : $0.box.left < $1.box.left
    }
    var kept: [Cell] = []
    // "Jane Doe (Example University)": what stands in brackets may go on in the next line.
    var isInBrackets = false
    for var cell in cells {
      let letters = cell.runs.map(\.text).joined().lettersOnly
      if letters.hasPrefix("editor") || letters.hasPrefix("reviewedon") || letters.hasPrefix("receivedon") { break }
      if isAnonymous(letters) { return nil }
      cell.kind = kind(of: cell, isInBrackets: &isInBrackets)
      kept.append(cell)
    }
    return names(in: kept)
  }

  /// Returns the names between the abstract and the text, where some templates have them.
  func authors(in lines: [TextLine], below abstract: [TextLine], above bottom: Double) -> [String] {
    guard let last = abstract.last else { return [] }
    var cells: [Cell] = []
    var end = last.box.bottom
    var isInBrackets = false
    for line in lines.sorted(by: { $0.box.centerY < $1.box.centerY })
    where line.box.top > last.box.bottom - 2 && line.box.bottom < bottom {
      let letters = line.letters
      // A block of names keeps close to the abstract and has no sentences.
      guard line.box.top - end < 3 * line.fontSize, !Prose.isSentences(line.text),
        !(HeadingWords.keywords + HeadingWords.afterAbstract).contains(where: letters.hasPrefix)
      else { break }
      end = line.box.bottom
      for var cell in self.cells(of: line) {
        cell.kind = kind(of: cell, isInBrackets: &isInBrackets)
        cells.append(cell)
      }
    }
    return names(in: cells)
  }

  private func isAnonymous(_ letters: String) -> Bool {
    letters.hasPrefix("anonymous") || letters.hasPrefix("paperid") || letters.hasPrefix("submissionid")
      || letters.hasPrefix("papernumber") || letters.contains("doubleblind") || letters.hasPrefix("authornameswithheld")
      || letters.hasPrefix("anonymized") || letters.hasPrefix("anonymised")
  }

  // MARK: Cells

  private func cells(of line: TextLine) -> [Cell] {
    var cells: [Cell] = []
    var start = 0
    let runs = line.runs
    func close(_ end: Int) {
      let part = Array(runs[start..<end])
      guard let first = part.first else { return }
      let line = TextLine(runs: part)
      let main =
        part.filter { $0.fontSize > 0.85 * line.largestSize }.max { $0.text.utf8.count < $1.text.utf8.count } ?? first
      cells.append(
        Cell(
          runs: part, box: line.box, font: main.font.name, size: main.fontSize, isBold: main.font.isBold))
    }
    for index in runs.indices.dropFirst() {
      let gap = runs[index].box.left - runs[index - 1].box.right
      let isWide = gap > 0.85 * max(runs[index].fontSize, runs[index - 1].fontSize)
      let beginsAddress =
        runs[index].followsSpace && runs[index].text.contains("@") && runs[index].font != runs[index - 1].font
      if isWide || beginsAddress || changesStyle(from: runs[start..<index], to: runs[index]) {
        close(index)
        start = index
      }
    }
    close(runs.count)
    return cells
  }

  /// Whether what follows a name on its line is set otherwise: "JANE DOE, Example University".
  private func changesStyle(from before: ArraySlice<TextRun>, to right: TextRun) -> Bool {
    func letters(_ run: TextRun) -> Int { run.text.unicodeScalars.count { $0.properties.isAlphabetic } }
    // "Jane Doe, Member, IEEE" goes on with the next name.
    let isMembership = ["member", "fellow", "ieee"].contains(where: right.text.lettersOnly.contains)
    guard right.followsSpace, right.text.first?.isLetter == true, !isMembership, letters(right) >= 4,
      let left = before.last(where: { letters($0) >= 4 })
    else {
      return false
    }
    guard left.font.name != right.font.name else {
      // Small capitals have two sizes as well, but no small letters.
      return abs(left.fontSize - right.fontSize) > 1 && right.text.contains(where: \.isLowercase)
    }
    return abs(left.fontSize - right.fontSize) > 0.5 || before.last?.text.hasSuffix(",") == true
      || left.font.isBold != right.font.isBold || left.font.isItalic != right.font.isItalic
  }

  private func kind(of cell: Cell, isInBrackets: inout Bool) -> Kind {
    let brackets = cell.runs.flatMap { $0.text.filter { $0 == "(" || $0 == ")" } }
    let startsInBrackets = isInBrackets && brackets.first == ")"
    isInBrackets = brackets.last == "("
    let text = cell.runs.map { ($0.followsSpace ? " " : "") + $0.text }.joined()
    if text.contains("@") || text.contains("://") || text.contains("www.") || text.contains("{") { return .address }
    guard let first = cell.runs.first else { return .other }
    // "1 Some University": a raised mark comes before the affiliation it stands for.
    let isMark = first.fontSize < 0.85 * cell.size || !first.text.unicodeScalars.contains { $0.properties.isAlphabetic }
    if isMark && cell.runs.count > 1 && first.text.utf8.count <= 6 { return .affiliation }
    if let letter = text.unicodeScalars.first(where: { $0 != " " }), letter.properties.numericType != nil {
      return .affiliation
    }
    let parts = parts(of: cell, startsInBrackets: startsInBrackets)
    let names = parts.filter(PersonName.isPlausible)
    let fragments = parts.filter { !PersonName.isPlausible($0) && PersonName.isFragment($0) }.count
    if !parts.isEmpty && names.count + fragments == parts.count && fragments <= max(names.count, 1) {
      return .names(parts)
    }
    let others = parts.count - names.count
    let hasAffiliation = parts.contains(where: PersonName.isAffiliation)
    if names.count >= 2 && !hasAffiliation && names.count >= 2 * others { return .names(parts) }
    // "Jane Doe, Example University": the name comes first.
    if let first = parts.first, PersonName.isPlausible(first), hasAffiliation, parts.count >= 2,
      !PersonName.isPlace(first),
      !parts.dropFirst().contains(where: PersonName.isPlausible)
        || parts.dropFirst().first.map(PersonName.isAffiliation) == true
    {
      return .names([first])
    }
    return hasAffiliation ? .affiliation : .other
  }

  /// The cell's text cut at commas, "and", raised marks and symbols.
  private func parts(of cell: Cell, startsInBrackets: Bool) -> [String] {
    var text = ""
    for run in cell.runs {
      let isRaised = run.fontSize < 0.85 * cell.size && run.text.utf8.count <= 24
      let hasLetter = run.text.unicodeScalars.contains { $0.properties.isAlphabetic }
      if isRaised {
        // Small capitals are smaller too, but go on with the word.
        if hasLetter && !run.followsSpace && run.text.utf8.count > 2
          && !run.text.unicodeScalars.contains(where: { $0.properties.numericType != nil })
        {
          text += run.text
        } else {
          text += ","
        }
      } else if !hasLetter && !run.text.unicodeScalars.contains(where: { [".", "'", "\u{2019}", "-"].contains($0) }) {
        text += ","
      } else {
        text += (run.followsSpace ? " " : "") + run.text
      }
    }
    return PersonName.split(withoutBrackets(TextMending.mended(text), startsInBrackets: startsInBrackets))
  }

  /// A list of names without the organisations in brackets behind them; short names in brackets stay.
  private func withoutBrackets(_ text: String, startsInBrackets: Bool) -> String {
    guard text.contains("(") || startsInBrackets else { return text }
    var result = ""
    var inner = ""
    var isInside = startsInBrackets
    for character in text {
      switch character {
      case "(" where !isInside:
        isInside = true
        inner = ""
      case ")" where isInside:
        isInside = false
        let isShortName = !inner.contains(" ") && !PersonName.isAffiliation(inner) && inner.allSatisfy(\.isLetter)
        result += isShortName && !result.isEmpty ? "(" + inner + ")" : ","
      default:
        if isInside { inner.append(character) } else { result.append(character) }
      }
    }
    return isInside && !startsInBrackets ? result + "," : result
  }

  // MARK: Choice

  private func names(in cells: [Cell]) -> [String] {
    let leader = cells.first { cell in
      if case .names(let parts) = cell.kind { parts.contains(where: PersonName.isPlausible) } else { false }
    }
    guard let leader else { return [] }
    var others = 0
    for cell in cells {
      if case .affiliation = cell.kind, hasStyle(of: leader, cell) { others += 1 }
    }
    let isStyleOwn = others == 0
    var result: [String] = []
    // The beginning of a name that a line's end has cut.
    var pending: (text: String, y: Double)?
    for (index, cell) in cells.enumerated() {
      guard case .names(let parts) = cell.kind, hasStyle(of: leader, cell) else { continue }
      if !isStyleOwn, parts.count == 1, let above = above(cell, in: cells[..<index]) {
        switch above.kind {
        // The city under the university.
        case .affiliation, .other: continue
        case .names, .address: break
        }
      }
      for (place, part) in parts.enumerated() {
        var name = part
        if place == 0, let start = pending, cell.box.centerY > start.y + 2,
          !PersonName.isPlausible(part) || start.text.split(separator: " ").count == 1
        {
          name = start.text + " " + part
          if result.last == start.text { result.removeLast() }
        }
        if PersonName.isPlausible(name), !result.contains(name) { result.append(name) }
      }
      let isLast = index + 1 == cells.count || cells[index + 1].box.centerY > cell.box.centerY + 2
      pending = nil
      if isLast, let last = parts.last, endsOpen(cell), PersonName.isFragment(last) || last.hasSuffix(".") {
        pending = (last, cell.box.centerY)
      }
    }
    return result
  }

  /// Whether no comma or mark ends the cell's last name.
  private func endsOpen(_ cell: Cell) -> Bool {
    guard let last = cell.runs.last, last.fontSize > 0.85 * cell.size, let scalar = last.text.unicodeScalars.last else {
      return false
    }
    return scalar.properties.isAlphabetic || scalar == "."
  }

  private func hasStyle(of leader: Cell, _ cell: Cell) -> Bool {
    cell.font == leader.font && abs(cell.size - leader.size) < 0.6
  }

  /// The cell right above, in the same stack.
  private func above(_ cell: Cell, in cells: ArraySlice<Cell>) -> Cell? {
    cells.last {
      $0.box.horizontalOverlap(with: cell.box) > 0 && cell.box.centerY - $0.box.centerY > 4
        && cell.box.top - $0.box.bottom < 0.8 * cell.size
    }
  }
}
