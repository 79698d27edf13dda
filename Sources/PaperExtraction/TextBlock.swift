import PDFLayout
import Papers

/// Lines under one another in one size: a title, a paragraph, an author's entry.
struct TextBlock {
  /// From top to bottom.
  var lines: [TextLine]
  /// The rectangle around the lines.
  var box: Box
  /// The largest size of the first line.
  var size: Double

  init(_ line: TextLine) {
    lines = [line]
    box = line.box
    size = line.largestSize
  }

  mutating func append(_ line: TextLine) {
    lines.append(line)
    box = box.union(line.box)
  }

  /// The lines' texts with blanks between.
  var text: String { lines.map(\.text).joined(separator: " ") }

  /// Returns lines grouped into blocks; `lines` in any order.
  static func blocks(of lines: [TextLine], gapLimit: Double = 1.0) -> [TextBlock] {
    var blocks: [TextBlock] = []
    for line in lines.sorted(by: { $0.box.centerY < $1.box.centerY }) {
      let size = line.largestSize
      var target: Int?
      for index in blocks.indices.reversed() {
        let block = blocks[index]
        guard let last = block.lines.last else { continue }
        let isAlike = abs(block.size - size) < 0.06 * max(size, block.size)
        guard isAlike || goesOnInSmallCapitals(last, line) else { continue }
        guard last.box.horizontalOverlap(with: line.box) > 0 else { continue }
        let gap = line.box.top - last.box.bottom
        // Boxes of fonts with tall ascents overlap; the lines' middles must still go down.
        guard gap < gapLimit * size, line.box.centerY - last.box.centerY > 0.5 * size else { continue }
        target = index
        break
      }
      if let target { blocks[target].append(line) } else { blocks.append(TextBlock(line)) }
    }
    return blocks
  }

  /// Whether a line has only the lesser capitals of the line above: "A SCHED-" in two sizes, then "ULER" in one.
  private static func goesOnInSmallCapitals(_ last: TextLine, _ line: TextLine) -> Bool {
    guard line.fontSize < last.largestSize, !line.text.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else {
      return false
    }
    return last.runs.contains { run in
      run.font == line.mainRun.font && abs(run.fontSize - line.fontSize) < 0.2 && run.fontSize < 0.9 * last.largestSize
    } && last.text.hasSuffix("-")
  }
}
