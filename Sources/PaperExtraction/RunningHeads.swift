import PDFLayout

/// Removes what is not the paper's own text: running heads and feet, page numbers, stamps along the margin.
enum RunningHeads {
  /// The share of the page's height in which heads and feet stand.
  private static let zone = 0.13
  /// On pages with wide margins heads stand lower; there only what comes back at the page's first or last line counts.
  private static let wideZone = 0.24

  /// Returns the pages without heads, feet and text that is not horizontal.
  static func removed(from pages: [PageLayout]) -> [PageLayout] {
    var counts: [Key: Int] = [:]
    for page in pages {
      var seen: Set<Key> = []
      for line in page.lines where isInZone(line, of: page) { seen.insert(key(line)) }
      for key in seen { counts[key, default: 0] += 1 }
    }
    var places: [Key: Int] = [:]
    for page in pages { for line in outermostLines(of: page) { places[key(line), default: 0] += 1 } }
    let bodySize = TextMeasures(of: pages).bodySize
    return pages.map { page in
      var page = page
      let size = page
      page.lines.removeAll { line in
        if line.direction == .rotated { return true }
        let key = key(line)
        guard isInZone(line, of: size) else {
          return key.letters.utf8.count > 3 && places[key] ?? 0 >= 2 && outermostLines(of: size).contains(line)
        }
        // A line of digits alone is a page number; a table's would not stand at the edge.
        if key.letters.isEmpty { return line.text.utf8.count <= 6 && isAtEdge(line, of: size) }
        // What comes back on other pages is a head.
        if (counts[key] ?? 0) >= 2, key.letters.utf8.count > 3, isAtEdge(line, of: size) { return true }
        // In a short paper a head may stand once: a small line by itself at the top.
        return size.number > 1 && line.fontSize < bodySize - 0.5 && line.boldShare < 0.7 && standsAlone(line, on: size)
      }
      return page
    }
  }

  /// The lines at the height of the first and of the last line, where the margins are wide.
  private static func outermostLines(of page: PageLayout) -> [TextLine] {
    let upright = page.lines.filter { $0.direction == .horizontal }
    guard let top = upright.map(\.box.centerY).min(), let bottom = upright.map(\.box.centerY).max() else { return [] }
    return upright.filter { line in
      (line.box.centerY < top + 3 && top < page.height * wideZone)
        || (line.box.centerY > bottom - 3 && bottom > page.height * (1 - wideZone))
    }
  }

  private static func isInZone(_ line: TextLine, of page: PageLayout) -> Bool {
    line.direction == .horizontal
      && (line.box.centerY < page.height * zone || line.box.centerY > page.height * (1 - zone))
  }

  /// Whether at most two lines of other height stand between the line and the page's edge.
  private static func isAtEdge(_ line: TextLine, of page: PageLayout) -> Bool {
    let isTop = line.box.centerY < page.height / 2
    var between = 0
    for other in page.lines where other.direction == .horizontal {
      let gap = isTop ? line.box.centerY - other.box.centerY : other.box.centerY - line.box.centerY
      if gap > 0.6 * line.box.height { between += 1 }
    }
    return between <= 3
  }

  /// Whether nothing stands above the line, and what is below keeps away from it.
  private static func standsAlone(_ line: TextLine, on page: PageLayout) -> Bool {
    guard line.box.centerY < page.height * 0.12 else { return false }
    for other in page.lines where other.direction == .horizontal && other != line {
      if abs(other.box.centerY - line.box.centerY) < 3 { continue }
      if other.box.centerY < line.box.centerY || other.box.top - line.box.bottom < line.fontSize { return false }
    }
    return true
  }

  /// The line's letters; with its size, since a title may come back as a small running head.
  private static func key(_ line: TextLine) -> Key {
    Key(letters: lowerLetters(of: line.text), size: Int(line.fontSize.rounded()))
  }

  private struct Key: Hashable {
    var letters: String
    var size: Int
  }
}
