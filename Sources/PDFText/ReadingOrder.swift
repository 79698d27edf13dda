import PDFLayout
import Papers

/// Puts a page's lines into the order in which a person reads them, in one column or two.
///
/// The gutter is the upright strip in the middle of the page that the fewest letters cross. Lines across it cut the
/// page into bands; in each band the left column comes before the right one. Three columns are not looked for.
struct ReadingOrder {
  /// A gutter and how clearly it parts the page.
  struct Gutter {
    var x: Double
    /// The share of letters in lines that cross it.
    var crossing: Double
    /// The smaller of the shares of letters left and right of it.
    var lesserSide: Double

    /// Whether the page alone shows two columns.
    var isClear: Bool { crossing < 0.3 && lesserSide > 0.18 }
  }

  /// Returns the best gutter of a page; `nil` for a page with next to no text.
  static func gutter(of lines: [TextLine], pageWidth: Double, near expected: Double? = nil) -> Gutter? {
    let width = Int(pageWidth.rounded(.up))
    guard width >= 100, width < 20_000, lines.count >= 8 else { return nil }
    // Weights of lines that begin right of a place, end left of it, by difference arrays.
    var begins = [Double](repeating: 0, count: width + 2)
    var ends = [Double](repeating: 0, count: width + 2)
    var total = 0.0
    for line in lines where line.direction == .horizontal {
      let weight = Double(line.text.utf8.count)
      begins[min(max(Int(line.box.left), 0), width)] += weight
      ends[min(max(Int(line.box.right.rounded(.up)), 0), width)] += weight
      total += weight
    }
    guard total > 200 else { return nil }
    let middle = expected ?? pageWidth / 2
    let reach = expected == nil ? pageWidth * 0.15 : 15
    var endedBefore = 0.0
    var begunBefore = 0.0
    var best: (crossing: Double, left: Double, right: Double)?
    var plateau: (from: Int, to: Int) = (0, 0)
    for x in 0...width {
      endedBefore += ends[x]
      if Double(x) > middle - reach, Double(x) < middle + reach {
        let right = total - begunBefore
        let crossing = max(total - endedBefore - right, 0)
        let least = best?.crossing ?? .infinity
        if crossing < least - 0.5 {
          best = (crossing, endedBefore, right)
          plateau = (x, x)
        } else if crossing <= least + 0.5, plateau.to == x - 1 {
          plateau.to = x
        }
      }
      begunBefore += begins[x]
    }
    guard let best else { return nil }
    return Gutter(
      x: Double(plateau.from + plateau.to) / 2, crossing: best.crossing / total,
      lesserSide: min(best.left, best.right) / total)
  }

  /// Returns the gutter that most pages of a document share; `nil` in a document of one column.
  static func commonGutter(of pages: [(lines: [TextLine], width: Double)]) -> Double? {
    var clear: [Double] = []
    var counted = 0
    for page in pages {
      guard let gutter = gutter(of: page.lines, pageWidth: page.width) else { continue }
      counted += 1
      if gutter.isClear { clear.append(gutter.x) }
    }
    guard counted > 0, clear.count * 5 >= counted * 2 else { return nil }
    return clear.sorted()[clear.count / 2]
  }

  /// Returns the lines in reading order with their columns set; lines that are not horizontal come last.
  static func ordered(_ lines: [TextLine], pageWidth: Double, commonGutter: Double?) -> [TextLine] {
    let upright = lines.filter { $0.direction == .horizontal }
    let others = lines.filter { $0.direction != .horizontal }
    if let commonGutter {
      if let gutter = gutter(of: upright, pageWidth: pageWidth, near: commonGutter), gutter.crossing < 0.8,
        gutter.lesserSide > 0.04
      {
        return inColumns(upright, gutter: gutter.x) + others
      }
    } else if let gutter = gutter(of: upright, pageWidth: pageWidth), gutter.isClear {
      return inColumns(upright, gutter: gutter.x) + others
    }
    return upright.sorted(by: isAbove) + others
  }

  private static func inColumns(_ lines: [TextLine], gutter: Double) -> [TextLine] {
    var columns: (left: [TextLine], right: [TextLine], wide: [TextLine]) = ([], [], [])
    for line in lines.flatMap({ cut($0, at: gutter) }) {
      var line = line
      if line.box.right <= gutter + 4 {
        columns.left.append(line)
      } else if line.box.left >= gutter - 4 {
        line.column = 2
        columns.right.append(line)
      } else {
        columns.wide.append(line)
      }
    }
    // A formula too long for its column is not a line across the page: the other column has text beside it.
    columns.wide.removeAll { wide in
      var wide = wide
      let reachLeft = gutter - wide.box.left
      let reachRight = wide.box.right - gutter
      if reachRight < 0.3 * reachLeft, stands(beside: wide, in: columns.right) {
        columns.left.append(wide)
        return true
      }
      if reachLeft < 0.3 * reachRight, stands(beside: wide, in: columns.left) {
        wide.column = 2
        columns.right.append(wide)
        return true
      }
      return false
    }
    let wide = columns.wide.sorted(by: isAbove)
    let left = columns.left.sorted(by: isAbove)
    let right = columns.right.sorted(by: isAbove)
    var result: [TextLine] = []
    result.reserveCapacity(lines.count)
    var nextLeft = 0
    var nextRight = 0
    func take(until y: Double) {
      while nextLeft < left.count, left[nextLeft].box.centerY < y {
        result.append(left[nextLeft])
        nextLeft += 1
      }
      while nextRight < right.count, right[nextRight].box.centerY < y {
        result.append(right[nextRight])
        nextRight += 1
      }
    }
    for var line in wide {
      take(until: line.box.centerY)
      line.spansColumns = true
      result.append(line)
    }
    take(until: .infinity)
    return result
  }

  private static func stands(beside line: TextLine, in others: [TextLine]) -> Bool {
    others.contains { $0.box.verticalOverlap(with: line.box) > 0.3 * min($0.box.height, line.box.height) }
  }

  /// Cuts a line in two where it runs from one column into the other.
  private static func cut(_ line: TextLine, at gutter: Double) -> [TextLine] {
    guard line.box.left < gutter, line.box.right > gutter, line.runs.count > 1 else { return [line] }
    for index in line.runs.indices.dropFirst() {
      let before = line.runs[index - 1]
      let after = line.runs[index]
      guard before.box.right <= gutter + 2, after.box.left >= gutter - 2 else { continue }
      guard after.box.left - before.box.right > 0.7 * min(before.fontSize, after.fontSize) else { return [line] }
      return [TextLine(runs: Array(line.runs[..<index])), TextLine(runs: Array(line.runs[index...]))]
    }
    return [line]
  }

  /// By the middle of the line, from left to right where two stand side by side.
  private static func isAbove(_ left: TextLine, _ right: TextLine) -> Bool {
    if abs(left.box.centerY - right.box.centerY) > 0.01 { return left.box.centerY < right.box.centerY }
    return left.box.left < right.box.left
  }
}
