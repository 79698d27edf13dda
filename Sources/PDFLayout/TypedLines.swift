import Papers

/// The text of a document as a person would have typed it: each bullet on the line of its words, indentation as
/// blanks, an empty line where the page leaves a gap or the font changes.
public enum TypedLines {
  /// Returns the lines of all pages in reading order.
  public static func lines(of document: DocumentLayout) -> [String] {
    var result: [String] = []
    for page in document.pages {
      for column in columns(of: page.lines.filter { $0.direction == .horizontal }) {
        let rows = rows(of: column)
        guard let left = rows.map(\.box.left).min() else { continue }
        var previous: Row?
        for row in rows {
          if let previous, isApart(row, from: previous) { result.append("") }
          result.append(row.typed(leftEdge: left))
          previous = row
        }
      }
    }
    return result
  }

  /// A line of text with all that stands beside it in its column.
  private struct Row {
    var lines: [TextLine]
    var box: Box

    init(_ line: TextLine) {
      lines = [line]
      box = line.box
    }

    mutating func append(_ line: TextLine) {
      lines.append(line)
      box = box.union(line.box)
    }

    /// The line with the most letters: its font stands for the row.
    var main: TextLine { lines.max { $0.text.utf8.count < $1.text.utf8.count } ?? lines[0] }

    func typed(leftEdge: Double) -> String {
      let sorted = lines.sorted { $0.box.left < $1.box.left }
      // A letter is about half as wide as its font is high; the deepest indentation that says anything is 40.
      let size = max(main.fontSize, 4)
      let indent = min(max(Int(((box.left - leftEdge) / size * 2).rounded()), 0), 40)
      var text = String(repeating: " ", count: indent)
      for (index, line) in sorted.enumerated() {
        if index > 0 {
          let gap = line.box.left - sorted[index - 1].box.right
          // A wide gap parts the cells of a table; justified text has gaps of two or three letters.
          text += gap > 3 * size && !isBullet(sorted[index - 1].text) ? "   " : gap > size * 0.1 ? " " : ""
        }
        text += line.text
      }
      return text
    }
  }

  /// Parts the lines of a page where the reading order goes on in another column.
  private static func columns(of lines: [TextLine]) -> [[TextLine]] {
    var columns: [[TextLine]] = []
    for line in lines {
      if let last = columns.last?.last, last.column == line.column, last.spansColumns == line.spansColumns {
        columns[columns.count - 1].append(line)
      } else {
        columns.append([line])
      }
    }
    return columns
  }

  /// Puts lines that stand side by side together, such as a bullet and its words.
  private static func rows(of lines: [TextLine]) -> [Row] {
    var rows: [Row] = []
    for (index, line) in lines.enumerated() where !isRaisedEnding(line, in: lines, at: index) {
      // Letters of other sizes overlap with the lines above and below as well: the row that shares most is meant.
      let candidates = rows.indices.suffix(3).filter { overlap(rows[$0].main.box, line.box) > 0.5 }
      let best = candidates.max { overlap(rows[$0].main.box, line.box) < overlap(rows[$1].main.box, line.box) }
      if let best, rows[best].lines.allSatisfy({ isBeside($0.box, line.box) }) {
        rows[best].append(line)
      } else {
        rows.append(Row(line))
      }
    }
    return rows
  }

  private static func overlap(_ first: Box, _ second: Box) -> Double {
    first.verticalOverlap(with: second) / max(min(first.height, second.height), 0.1)
  }

  private static func isBeside(_ first: Box, _ second: Box) -> Bool {
    first.right <= second.left + 1 || second.right <= first.left + 1
  }

  private static func isBullet(_ text: String) -> Bool {
    text.unicodeScalars.count == 1 && !(text.first?.isLetter ?? true) && !(text.first?.isNumber ?? true)
  }

  /// Whether a line is the `nd` of a date that stands raised over the gap of another line, where it says nothing.
  private static func isRaisedEnding(_ line: TextLine, in lines: [TextLine], at index: Int) -> Bool {
    guard ["st", "nd", "rd", "th"].contains(line.text.lowercased()) else { return false }
    let near = lines[max(0, index - 3)..<min(lines.count, index + 4)]
    return near.contains {
      $0.fontSize > line.fontSize * 1.2 && overlap($0.box, line.box) > 0.5 && $0.box.left < line.box.left
        && $0.box.right > line.box.right
    }
  }

  private static func isApart(_ row: Row, from previous: Row) -> Bool {
    let (one, other) = (previous.main, row.main)
    if abs(one.fontSize - other.fontSize) > 0.5 { return true }
    if (one.boldShare > 0.5) != (other.boldShare > 0.5), !isBullet(row.lines[0].text) { return true }
    let gap = row.box.top - previous.box.bottom
    return gap > 0.6 * other.fontSize || gap < -2 * other.fontSize
  }
}
