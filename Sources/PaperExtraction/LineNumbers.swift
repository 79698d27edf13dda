import PDFLayout

/// Finds and removes the line numbers that review versions print in the margins.
///
/// They are runs of digits at one distance from the margin, nothing but digits stands farther out, and they grow down
/// the page.
enum LineNumbers {
  /// Fewer numbers at one place may be a table or a list.
  private static let leastCount = 12

  /// Which end of the lines the numbers stand at.
  private enum End: CaseIterable {
    case left
    case right
  }

  /// Returns the pages without their line numbers.
  ///
  /// A page of few lines has few numbers; there what other pages have at the same place, in the same letters, counts.
  static func removed(from pages: [PageLayout]) -> [PageLayout] {
    var known: [End: [Place]] = [:]
    for page in pages {
      for end in End.allCases where known[end]?.count ?? 0 < 4 {
        if let place = place(of: end, in: page.lines) { known[end, default: []].append(place) }
      }
    }
    return pages.map { page in
      var page = removed(from: page)
      for end in End.allCases {
        for place in known[end] ?? [] {
          let candidates = page.lines.compactMap { candidate($0, at: end) }.filter(place.holds).sorted { $0.y < $1.y }
          let isGrowing = zip(candidates, candidates.dropFirst()).allSatisfy { $0.value < $1.value }
          if candidates.count >= 2, isGrowing { remove(at: place, end: end, from: &page) }
        }
      }
      return page
    }
  }

  /// Returns the page without its line numbers.
  static func removed(from page: PageLayout) -> PageLayout {
    var page = page
    // Two columns can have numbers at four places.
    for _ in 0..<2 {
      for end in End.allCases {
        if let place = place(of: end, in: page.lines) { remove(at: place, end: end, from: &page) }
      }
    }
    return page
  }

  private struct Candidate {
    var value: Int
    var place: Double
    var y: Double
    var font: Font
    var size: Double
  }

  /// Where line numbers end, or begin, and what they look like; a heading's number looks otherwise.
  private struct Place {
    var from: Double
    var to: Double
    var font: Font
    var size: Double

    func holds(_ candidate: Candidate) -> Bool {
      candidate.place > from - 2 && candidate.place < to + 2 && candidate.font == font
        && abs(candidate.size - size) < 0.3
    }
  }

  private static func candidate(_ line: TextLine, at end: End) -> Candidate? {
    guard line.direction == .horizontal else { return nil }
    let run = end == .left ? line.runs[0] : line.runs[line.runs.count - 1]
    guard run.text.utf8.count <= 4, !run.text.isEmpty, run.text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let value = Int(run.text)
    else { return nil }
    return Candidate(
      value: value, place: end == .left ? run.box.right : run.box.left, y: run.box.centerY, font: run.font,
      size: run.fontSize)
  }

  private static func place(of end: End, in lines: [TextLine]) -> Place? {
    let candidates = lines.compactMap { candidate($0, at: end) }
    guard candidates.count >= leastCount else { return nil }
    var groups: [Int: [Candidate]] = [:]
    for candidate in candidates { groups[Int(candidate.place / 8), default: []].append(candidate) }
    var best: [Candidate] = []
    for key in groups.keys.sorted() {
      // Numbers of one and of three digits end, or begin, in neighbouring strips.
      let group = (groups[key] ?? []) + (groups[key + 1] ?? [])
      if group.count > best.count { best = group }
    }
    guard best.count >= leastCount else { return nil }
    let sorted = best.sorted { $0.y < $1.y }
    let steps = zip(sorted, sorted.dropFirst()).map { $1.value - $0.value }
    let growing = steps.filter { $0 >= 1 && $0 <= 5 }.count
    guard growing * 10 >= steps.count * 8 else { return nil }
    // What most of them look like; the group may hold a heading's number.
    var looks: [Look: [Candidate]] = [:]
    for candidate in sorted {
      looks[Look(font: candidate.font, size: Int((candidate.size * 5).rounded())), default: []].append(candidate)
    }
    guard let usual = looks.values.max(by: { ($0.count, $1[0].y) < ($1.count, $0[0].y) }) else { return nil }
    let places = usual.map(\.place)
    return Place(
      from: places.min() ?? 0, to: places.max() ?? 0, font: usual[0].font, size: usual[usual.count / 2].size)
  }

  private struct Look: Hashable {
    var font: Font
    var size: Int
  }

  private static func remove(at place: Place, end: End, from page: inout PageLayout) {
    page.lines = page.lines.compactMap { line in
      guard let candidate = candidate(line, at: end), place.holds(candidate) else { return line }
      let runs = end == .left ? Array(line.runs.dropFirst()) : Array(line.runs.dropLast())
      guard !runs.isEmpty else { return nil }
      // A number that belongs to the text stands closer to it.
      let gap =
        end == .left
        ? runs[0].box.left - line.runs[0].box.right : line.runs[runs.count].box.left - runs[runs.count - 1].box.right
      guard gap > 0.6 * line.fontSize else { return line }
      return TextLine(runs: runs, direction: line.direction, column: line.column, spansColumns: line.spansColumns)
    }
  }
}
