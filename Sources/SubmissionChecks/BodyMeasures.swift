import Glibc
import PDFLayout
import Papers

/// The type and the text block of a paper's body, measured so that figures, tables, formulas, footnotes, captions and
/// the bibliography do not matter: only lines in the most frequent style count, and of these the middle ones. Pages that
/// are pictures of text are left out.
struct BodyMeasures: Sendable {
  /// A line of running text.
  struct ProseLine: Sendable {
    /// The page's place in the document, from 1.
    var page: Int
    var pageWidth: Double
    var pageHeight: Double
    var column: Int
    var isWide: Bool
    /// The rectangle of the letters in the body's style, without numbers in the margin.
    var box: Box
    var fontSize: Double
    var font: String
  }

  /// The most frequent size in running text, in points; `nil` if there is too little text.
  let fontSize: Double?
  /// The share of letters of running text in each size, rounded to tenths of a point.
  let sizes: [Double: Double]
  /// The font that most of the body is set in.
  let font: String?
  /// The letters of the body.
  let letterCount: Int
  /// The lines in the body's style.
  let lines: [ProseLine]

  /// Lines with fewer letters in one style may be labels of a figure.
  private static let leastLetters = 20

  init(layout: DocumentLayout, parts: PaperParts) {
    var weights: [String: [Double: Int]] = [:]
    var all = 0
    var candidates: [ProseLine] = []
    for (pageIndex, page) in layout.pages.enumerated() where page.isReliable && !page.isPicture {
      for (lineIndex, line) in page.lines.enumerated() {
        let part = parts.parts[pageIndex][lineIndex]
        guard part != .furniture, part != .named(.references), line.direction == .horizontal else { continue }
        let run = line.mainRun
        let letters = run.text.utf8.count
        guard letters >= Self.leastLetters else { continue }
        all += letters
        weights[run.font.name, default: [:]][Self.tenths(run.fontSize), default: 0] += letters
        candidates.append(
          ProseLine(
            page: page.number, pageWidth: page.width, pageHeight: page.height, column: line.column,
            isWide: line.spansColumns, box: Self.box(of: line), fontSize: run.fontSize, font: run.font.name))
      }
    }
    letterCount = all
    let fonts = weights.mapValues { $0.values.reduce(0, +) }
    // A font is a name; between equals the name decides, so that the answer is always the same.
    let font = fonts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    var sizes: [Double: Double] = [:]
    for (_, counts) in weights {
      for (size, count) in counts { sizes[size, default: 0] += Double(count) / Double(max(all, 1)) }
    }
    let size = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    self.sizes = sizes
    self.font = font
    fontSize = all >= 1000 ? size : nil
    lines = candidates.filter { $0.font == font && abs($0.fontSize - (size ?? 0)) < 0.15 }
  }

  /// The rectangle from the first to the last run that is text, not a number in the margin.
  private static func box(of line: TextLine) -> Box {
    let main = line.mainRun
    var box = main.box
    for run in line.runs where abs(run.fontSize - main.fontSize) < 0.4 * main.fontSize {
      let isNumber = run.text.utf8.count <= 4 && run.text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      let isApart = run.box.horizontalOverlap(with: main.box) < -0.8 * main.fontSize
      if isNumber && isApart { continue }
      box = Box(
        left: min(box.left, run.box.left), top: box.top, right: max(box.right, run.box.right), bottom: box.bottom)
    }
    return box
  }

  private static func tenths(_ size: Double) -> Double { (size * 10).rounded() / 10 }
}

extension BodyMeasures {
  /// The distances between the baselines of neighbouring lines, by page.
  var leadings: [Int: [Double]] {
    var result: [Int: [Double]] = [:]
    for (above, below) in zip(lines, lines.dropFirst()) where above.page == below.page && above.column == below.column {
      let distance = below.box.bottom - above.box.bottom
      if distance > 0.7 * above.fontSize, distance < 1.8 * above.fontSize {
        result[above.page, default: []].append(distance)
      }
    }
    return result
  }

  /// The median distance between baselines; `nil` with fewer than thirty pairs of lines.
  var leading: Double? {
    let all = leadings.values.flatMap { $0 }
    return all.count >= 30 ? all.median : nil
  }

  /// The text block, where enough lines show it.
  struct Block: Sendable {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var columnWidth: Double
    /// The distance of the lowest lines of at least two columns from the page's lower edge.
    var lowest: Double
    /// The page on which the block is largest.
    var page: Int
  }

  /// The text block of the body; margins are distances from the page's edges.
  func block(columns: Int) -> Block? {
    let first = lines.filter { $0.column == 1 && !$0.isWide }
    let last = lines.filter { $0.column == columns && !$0.isWide }
    guard first.count >= 30, last.count >= (columns == 1 ? 30 : 15), let pageWidth = lines.first?.pageWidth else {
      return nil
    }
    let left = first.map(\.box.left).quantile(0.15)
    let right = pageWidth - last.map(\.box.right).quantile(0.85)
    let width = first.map(\.box.right).quantile(0.85) - left
    var bottoms: [(page: Int, margin: Double)] = []
    // Most pages begin with a figure, but hardly all columns of all pages.
    var columnTops: [Double] = []
    var columnBottoms: [Double] = []
    for column in Dictionary(grouping: lines.filter { !$0.isWide }, by: { [$0.page, $0.column] }).values
    where column.count >= 5 {
      columnTops.append(column.map(\.box.top).min() ?? 0)
      columnBottoms.append(column.map { $0.pageHeight - $0.box.bottom }.min() ?? 0)
    }
    guard !columnTops.isEmpty else { return nil }
    for (page, pageLines) in Dictionary(grouping: lines, by: \.page) where pageLines.count >= 20 {
      let lowest = pageLines.max { $0.box.bottom < $1.box.bottom }
      if let lowest { bottoms.append((page, lowest.pageHeight - lowest.box.bottom)) }
    }
    bottoms.sort { ($0.margin, $0.page) < ($1.margin, $1.page) }
    return Block(
      left: left, right: right, top: columnTops.leastShared, bottom: bottoms.map(\.margin).quantile(0.25),
      columnWidth: width, lowest: columnBottoms.leastShared, page: bottoms.first?.page ?? 1)
  }
}

extension [Double] {
  /// The least value that another one is within a point of; without such a one the middle value.
  fileprivate var leastShared: Double {
    let sorted = sorted()
    return zip(sorted, sorted.dropFirst()).first { $1 - $0 <= 1 }?.0 ?? median
  }

  /// The middle value; 0 for an empty list.
  var median: Double { quantile(0.5) }

  /// The value below which the given share of the values lies; 0 for an empty list.
  func quantile(_ share: Double) -> Double {
    guard !isEmpty else { return 0 }
    let sorted = sorted()
    return sorted[Swift.min(Int((share * Double(sorted.count - 1)).rounded()), sorted.count - 1)]
  }
}
