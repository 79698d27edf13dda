/// A sentence of a call, or a line or cell that stands for one, with the place where it stands.
struct Statement: Sendable {
  /// Its words.
  let text: String
  /// The line of the file on which it begins.
  let line: Int
  /// The block that it is in.
  let block: Int
  /// Its number in the call.
  let index: Int
}

extension MarkedText {
  /// The sentences, with their ranges. Breaks end a sentence unless a full line goes on in lower case, abbreviations do
  /// not.
  var sentences: [Range<Int>] {
    let units = Array(text.utf16)
    var ranges: [Range<Int>] = []
    var start = 0
    func close(_ end: Int) {
      if end > start { ranges.append(start..<end) }
      start = end
    }
    for (offset, unit) in units.enumerated() {
      if unit == 0x0A {
        if !Self.isWrapped(units, at: offset) { close(offset + 1) }
      } else if unit == 0x2E || unit == 0x3F || unit == 0x21 {
        // A sentence ends at `. `, `.) ` or `." ` before something that can begin one.
        var next = offset + 1
        while next < units.count, [0x29, 0x22, 0x201D, 0x5D].contains(units[next]) { next += 1 }
        guard next < units.count, units[next] == 0x20, next + 1 < units.count else { continue }
        guard !Self.beginsLowercase(units[next + 1]) else { continue }
        if unit == 0x2E, Self.isAbbreviation(units[start..<offset]) { continue }
        close(next + 1)
      }
    }
    close(units.count)
    return ranges
  }

  /// From this length on, in UTF-16 units, a line counts as full.
  private static let fullLine = 50

  /// Whether a break only wraps a line: it is full, ends in a word, a number or a comma, and the next goes on in lower
  /// case.
  private static func isWrapped(_ units: [UInt16], at offset: Int) -> Bool {
    guard offset + 1 < units.count, beginsLowercase(units[offset + 1]) else { return false }
    let start = units[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard offset - start >= fullLine, let last = units[start..<offset].last(where: { $0 != 0x20 }) else { return false }
    return last == 0x2C || (0x30...0x39).contains(last) || (0x41...0x5A).contains(last) || beginsLowercase(last)
  }

  private static func beginsLowercase(_ unit: UInt16) -> Bool { (0x61...0x7A).contains(unit) }

  private static let abbreviations: Set = [
    "e.g", "i.e", "vs", "max", "min", "approx", "pp", "no", "incl", "prof", "dr", "st", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mr", "ms", "mrs", "cf", "fig", "sec", "a.m", "p.m",
    "al", "inc", "ltd", "co", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ]

  private static func isAbbreviation(_ units: ArraySlice<UInt16>) -> Bool {
    let word =
      String(decoding: units.suffix(8), as: UTF16.self).lowercased()
      .split(whereSeparator: { " (\n[,".contains($0) }).last.map(String.init) ?? ""
    return abbreviations.contains(word) || (word.count == 1 && word.first?.isLetter == true)
  }
}

extension MarkedText {
  private static let pages = Pattern(#"\bpages?\b(?!\s*(numbers?|size|charges?))"#)

  /// The text of a row with "pages" behind bare numbers that stand under a header that counts pages.
  fileprivate func withUnits(from header: [String]) -> String {
    guard header.contains(where: { Self.pages.matches($0) }) else { return text }
    let cells = cells.map(\.text)
    return cells.enumerated().map { column, cell in
      let isCount = header.indices.contains(column) && Self.pages.matches(header[column])
      return isCount && cell.count <= 5 && cell.contains(where: \.isNumber)
        && cell.allSatisfy { $0.isNumber || "-–. ".contains($0) } ? cell + " pages" : cell
    }.joined(separator: "\t")
  }
}

extension CallDocument {
  /// The cells of the first row of the table that a row belongs to.
  private func rowHeader(of block: Int) -> [String] {
    var first = block
    while first > 0, blocks[first - 1].isRow { first -= 1 }
    return first < block ? blocks[first].text.cells.map(\.text) : []
  }

  /// The sentences of the whole call, without what is struck out.
  var statements: [Statement] {
    var statements: [Statement] = []
    for (block, content) in blocks.enumerated() {
      let pieces = content.isRow ? [0..<content.text.count] : content.text.sentences
      for range in pieces where !content.text.isStruck(range) {
        let text = content.text.part(range)
        guard !text.isEmpty else { continue }
        let words = content.isRow ? text.withUnits(from: rowHeader(of: block)) : text.text
        statements.append(
          Statement(
            text: words.replacing("\t", with: " | ").replacing("\n", with: " "), line: text.line(at: 0),
            block: block, index: statements.count))
      }
    }
    return statements
  }
}
