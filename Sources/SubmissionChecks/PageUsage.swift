import PDFLayout
import Papers
import Venues

/// How much of a paper counts against its limit: as whole pages, and as area.
///
/// A page that comes before the last counted thing and has no free part on it counts as a whole even where it is blank:
/// the room was used. Elsewhere the height that counted lines and figures take of each column is added up.
struct PageUsage {
  /// The number of pages that hold anything that counts.
  let wholePages: Int
  /// The area that counts, in pages.
  let area: Double
  private let perPage: [(page: Int, area: Double, firstCounted: Box?)]

  init(layout: DocumentLayout, parts: PaperParts, excluded: Set<PageLimit.Part>) {
    let items = layout.pages.enumerated().map { index, page in
      PageItems(page: page, parts: parts.parts[index], excluded: excluded)
    }
    let last = items.lastIndex { !$0.counted.isEmpty } ?? -1
    let top = items.map(\.top).quantile(0.25)
    let bottom = items.map(\.bottom).quantile(0.75)
    perPage = zip(layout.pages, items).enumerated().map { index, pair in
      let (page, items) = pair
      let area: Double
      if items.counted.isEmpty {
        area = 0
      } else if items.free.isEmpty && index < last {
        area = 1
      } else {
        area = items.share(top: top, bottom: bottom)
      }
      return (page.number, area, items.counted.first)
    }
    wholePages = items.count { !$0.counted.isEmpty }
    area = perPage.reduce(0) { $0 + $1.area }
  }

  /// The first thing that counts on the first page beyond the limit.
  func placeOver(limit: Double) -> Answer.Place? {
    var pages = 0
    for page in perPage where page.firstCounted != nil {
      pages += 1
      if Double(pages) > limit { return Answer.Place(page: page.page, box: page.firstCounted) }
    }
    return perPage.last { $0.firstCounted != nil }.map { Answer.Place(page: $0.page, box: $0.firstCounted) }
  }
}

/// What stands on one page: rectangles of lines and pictures that count, and of those that do not.
private struct PageItems {
  /// What counts, in reading order.
  private(set) var counted: [Box] = []
  /// What is free.
  private(set) var free: [Box] = []
  private var columns: Int
  private let width: Double
  var top: Double { (counted + free).map(\.top).min() ?? 72 }
  var bottom: Double { (counted + free).map(\.bottom).max() ?? 720 }

  init(page: PageLayout, parts: [PaperParts.Part], excluded: Set<PageLimit.Part>) {
    width = page.width
    columns = page.lines.contains { $0.column == 2 } ? 2 : 1
    let entrySize = Self.entrySize(of: page, parts: parts)
    var floats: [Box] = []
    for (line, part) in zip(page.lines, parts) {
      switch part {
      case .furniture: continue
      case .body: counted.append(line.box)
      case .named(.references) where excluded.contains(.references):
        if Self.isCaption(line.text), line.fontSize > entrySize + 0.4 || line.boldShare > 0.05 {
          floats.append(line.box)
        } else {
          free.append(line.box)
        }
      case .named(let named):
        if excluded.contains(named) { free.append(line.box) } else { counted.append(line.box) }
      }
    }
    guard !floats.isEmpty else { return }
    // A caption among references: the picture above or below it is the gap in the column's references.
    counted += floats.map { Self.extended($0, by: page.imageBoxes) }
  }

  private static func extended(_ caption: Box, by images: [Box]) -> Box {
    images.filter { $0.horizontalOverlap(with: caption) > 0 && $0.verticalOverlap(with: caption) > -24 }
      .reduce(caption) { $0.union($1) }
  }

  private static func entrySize(of page: PageLayout, parts: [PaperParts.Part]) -> Double {
    zip(page.lines, parts).filter { $0.1 == .named(.references) }.map { $0.0.fontSize }.median
  }

  private static func isCaption(_ text: String) -> Bool {
    for word in ["Figure ", "Fig. ", "Table ", "Algorithm ", "Listing "] where text.hasPrefix(word) {
      let rest = text.dropFirst(word.count)
      let digits = rest.prefix { ("0"..."9").contains($0) }
      return !digits.isEmpty && [":", "."].contains(rest.dropFirst(digits.count).first)
    }
    return false
  }

  /// The share of the page's columns that counts.
  func share(top: Double, bottom: Double) -> Double {
    let height = max(bottom - top, 1)
    var sum = 0.0
    for column in 1...columns {
      let left = column == 1 ? 0 : width / 2
      let right = columns == 1 || column == 2 ? width : width / 2
      func inColumn(_ box: Box) -> Bool { min(box.right, right) - max(box.left, left) > 0.2 * min(box.width, 100) }
      let spans = Self.merged(counted.filter(inColumn), apartFrom: free.filter(inColumn))
      sum += min(spans / height, 1)
    }
    return sum / Double(columns)
  }

  /// The height that boxes take together; what lies between two of them counts unless something free does.
  private static func merged(_ boxes: [Box], apartFrom free: [Box]) -> Double {
    let sorted = boxes.sorted { $0.top < $1.top }
    guard var current = sorted.first.map({ (top: $0.top, bottom: $0.bottom) }) else { return 0 }
    var sum = 0.0
    for box in sorted.dropFirst() {
      let isParted = free.contains { $0.centerY > current.bottom && $0.centerY < box.top }
      if isParted {
        sum += current.bottom - current.top
        current = (box.top, box.bottom)
      } else {
        current.bottom = max(current.bottom, box.bottom)
      }
    }
    return sum + current.bottom - current.top
  }
}
