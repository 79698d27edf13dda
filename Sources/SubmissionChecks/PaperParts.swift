import PDFLayout
import Papers
import Venues

/// Which part of the paper each line belongs to, from the headings that were found.
///
/// A part begins at its heading and ends at the next one of the first level. Lines that repeat on every page (heads,
/// feet, page numbers, line numbers of review versions) belong to none.
struct PaperParts: Sendable {
  /// What a line is part of.
  enum Part: Hashable, Sendable {
    /// The paper proper.
    case body
    /// A part that a call may count or free.
    case named(PageLimit.Part)
    /// Heads, feet and numbers in the margin.
    case furniture
  }

  /// The part of each line, by page and place on the page.
  let parts: [[Part]]
  /// Whether a heading of a bibliography was found.
  let hasReferences: Bool
  /// Where the bibliography begins.
  let referencesStart: PagePosition?
  /// Where the appendix begins.
  let appendixStart: PagePosition?

  /// Sorts lines by the headings.
  init(layout: DocumentLayout, sections: [Section], template: PaperTemplate?) {
    let furniture = Furniture(layout: layout, template: template)
    var starts: [[Int: Part]] = layout.pages.map { _ in [:] }
    var isAfterReferences = false
    var referencesStart: PagePosition?
    var appendixStart: PagePosition?
    for section in sections where section.level == 1 {
      guard let page = layout.pages.firstIndex(where: { $0.number == section.position.page }),
        let line = Self.line(of: section, in: layout.pages[page])
      else { continue }
      let part = Self.part(of: section, isAfterReferences: isAfterReferences)
      if part == .named(.references) {
        isAfterReferences = true
        if referencesStart == nil { referencesStart = section.position }
      }
      if part == .named(.appendix), appendixStart == nil { appendixStart = section.position }
      starts[page][line] = part
    }
    var current = Part.body
    parts = layout.pages.enumerated().map { index, page in
      page.lines.enumerated().map { lineIndex, line in
        if let part = starts[index][lineIndex] { current = part }
        return furniture.holds(line, on: page) ? .furniture : current
      }
    }
    hasReferences = referencesStart != nil
    self.referencesStart = referencesStart
    self.appendixStart = appendixStart
  }

  /// The place of a heading among a page's lines.
  private static func line(of section: Section, in page: PageLayout) -> Int? {
    let word = section.title.split(separator: " ").first.map(String.init) ?? section.title
    var best: (index: Int, distance: Double)?
    for (index, line) in page.lines.enumerated() where line.direction == .horizontal {
      let distance = abs(line.box.top - section.position.y)
      guard distance < 6, line.column == section.position.column || line.spansColumns else { continue }
      let penalty = line.text.contains(word) ? 0.0 : 10
      if distance + penalty < best?.distance ?? .infinity { best = (index, distance + penalty) }
    }
    return best?.index
  }

  private static func part(of section: Section, isAfterReferences: Bool) -> Part {
    let title = section.title.lowercased()
    let letters = String(String.UnicodeScalarView(title.unicodeScalars.filter { $0.value >= 0x61 && $0.value <= 0x7A }))
    if ["references", "bibliography", "referencescited", "literaturecited", "workscited", "literature"].contains(
      letters)
    {
      return .named(.references)
    }
    if letters.hasPrefix("acknowledg") { return .named(.acknowledgements) }
    if letters.hasPrefix("supplement") { return .named(.supplementary) }
    let isLettered =
      section.number.map { $0.utf8.count == 1 && !$0.utf8.allSatisfy { $0 < 0x41 } && $0 != "I" } ?? false
    if letters.hasPrefix("appendi") || isLettered || isAfterReferences { return .named(.appendix) }
    if letters.utf8.count < 50 {
      for (word, part) in [
        ("ethic", PageLimit.Part.ethics), ("broaderimpact", .ethics), ("limitations", .limitations),
        ("reproducibility", .reproducibility), ("checklist", .checklist),
      ] where letters.contains(word) {
        return .named(part)
      }
    }
    return .body
  }
}
