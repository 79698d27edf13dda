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
        guard abs(block.size - size) < 0.06 * max(size, block.size), let last = block.lines.last else { continue }
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
}
