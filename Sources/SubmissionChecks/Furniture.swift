import PDFLayout
import Papers
import Venues

/// Lines that belong to the pages rather than to the paper.
struct Furniture: Sendable {
  private let top: Double
  private let bottom: Double
  private let repeated: Set<String>
  private let continued: Set<Place>

  /// Which line of which page.
  private struct Place: Hashable {
    var page: Int
    var left: Double
    var top: Double
  }

  init(layout: DocumentLayout, template: PaperTemplate?) {
    // A running head stands above the text block; without a template, in the outer twelfth of the page.
    let top = template.map { $0.topMargin - 2 } ?? 60
    let bottom = template.map { $0.bottomMargin - 6 } ?? 60
    (self.top, self.bottom) = (top, bottom)
    var counts: [String: Int] = [:]
    for page in layout.pages {
      for line in Set(page.lines.map { Furniture.key($0, on: page) }) where !line.isEmpty {
        counts[line, default: 0] += 1
      }
    }
    repeated = Set(counts.filter { $0.value >= 2 }.keys)
    continued = Set(
      layout.pages.flatMap { page in
        let margins = (top: top, bottom: page.height - bottom)
        return Self.continuing(page.lines, beyond: margins).map {
          Place(page: page.number, left: $0.box.left, top: $0.box.top)
        }
      })
  }

  /// The lines in the margins that continue the text: in its font and size, a line's distance from its first or last
  /// line. So a block that reaches into the margin is text.
  private static func continuing(_ lines: [TextLine], beyond margins: (top: Double, bottom: Double)) -> [TextLine] {
    func isText(_ line: TextLine) -> Bool { line.direction == .horizontal && line.text.utf8.count >= 20 }
    let columns = Dictionary(grouping: lines.filter(isText)) { $0.column }
    return columns.values.flatMap { column in
      let column = column.sorted { $0.box.centerY < $1.box.centerY }
      guard let first = column.firstIndex(where: { $0.box.centerY >= margins.top }),
        let last = column.lastIndex(where: { $0.box.centerY <= margins.bottom })
      else { return [] as [TextLine] }
      var found: [TextLine] = []
      for index in (0..<first).reversed() {
        guard column[index].isFollowed(by: column[index + 1]) else { break }
        found.append(column[index])
      }
      for index in (last + 1)..<max(column.count, last + 1) {
        guard column[index - 1].isFollowed(by: column[index]) else { break }
        found.append(column[index])
      }
      return found
    }
  }

  /// Whether a line is a head, a foot, a page number or a number in the margin.
  func holds(_ line: TextLine, on page: PageLayout) -> Bool {
    if line.direction == .rotated { return true }
    if line.text.utf8.count <= 4, line.text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      return line.box.right < 0.12 * page.width || line.box.left > 0.88 * page.width || isOutside(line, on: page)
        || (line.box.left < page.width / 2 + 12 && line.box.right > page.width / 2 - 12)
    }
    guard isOutside(line, on: page) else { return false }
    if continued.contains(Place(page: page.number, left: line.box.left, top: line.box.top)) { return false }
    return repeated.contains(Furniture.key(line, on: page)) || line.box.bottom < top
      || line.box.top > page.height - bottom
  }

  private func isOutside(_ line: TextLine, on page: PageLayout) -> Bool {
    line.box.centerY < top || line.box.centerY > page.height - bottom
  }

  /// The letters of a line near the page's edge.
  private static func key(_ line: TextLine, on page: PageLayout) -> String {
    guard line.direction == .horizontal, line.box.centerY < 0.13 * page.height || line.box.centerY > 0.87 * page.height
    else { return "" }
    return String(String.UnicodeScalarView(line.text.unicodeScalars.filter { !("0"..."9").contains($0) }))
  }
}

extension TextLine {
  /// Whether the next line of a running text is this one: in the same font and size, and as near as lines are.
  fileprivate func isFollowed(by line: TextLine) -> Bool {
    let (main, next) = (mainRun, line.mainRun)
    let distance = line.box.bottom - box.bottom
    return main.font.name == next.font.name && abs(main.fontSize - next.fontSize) < 0.15
      && distance > 0.7 * main.fontSize && distance < 1.5 * main.fontSize
      && box.horizontalOverlap(with: line.box) > 0.5 * min(box.width, line.box.width)
  }
}
