import PDFLayout
import Papers

/// Title and abstract with the places where they stand, and the cleaned pages they were found on.
struct FrontMatter {
  /// The pages without line numbers, running heads and rotated text.
  let pages: [PageLayout]
  let measures: TextMeasures
  let mending: TextMending
  let headings: [SectionFinder.Found]
  let title: Title?
  let abstract: AbstractFinder.Found?
  /// Whether the title names what comes with a paper rather than a paper.
  let isSupplement: Bool

  /// A title and the place of its page among ``pages``.
  typealias Title = (pageIndex: Int, found: TitleFinder.Found)

  init(of document: DocumentLayout) {
    pages = RunningHeads.removed(from: LineNumbers.removed(from: document.pages))
    measures = TextMeasures(of: pages)
    mending = TextMending(pages: pages)
    headings = SectionFinder(measures: measures).headings(in: pages)
    let abstracts = AbstractFinder(measures: measures, pages: pages, headings: headings, mending: mending)
    let heading = abstracts.heading()
    let titles = TitleFinder(measures: measures, metadataTitle: document.metadata.title)
    title = Self.title(in: pages, by: titles, abstract: heading, mending: mending)
    isSupplement = title.map { Self.namesSupplement($0.found.text) } ?? false
    abstract =
      heading.flatMap(abstracts.abstract)
      ?? (isSupplement
        ? nil : abstracts.abstractWithoutHeading(below: title.map { (pageIndex: $0.pageIndex, box: $0.found.box) }))
  }

  /// Returns the title: it stands on the abstract's page, or before it on a page of its own.
  private static func title(
    in pages: [PageLayout], by finder: TitleFinder, abstract: AbstractFinder.Heading?, mending: TextMending
  ) -> Title? {
    let last = abstract?.pageIndex ?? 0
    var best: Title?
    for pageIndex in [last] + Array(0..<last) where pageIndex < pages.count {
      let limit = pageIndex == last ? abstract.map { $0.line.box.top + 1 } : nil
      guard let found = finder.title(on: pages[pageIndex], above: limit, mending: mending) else { continue }
      if found.isCertain { return (pageIndex, found) }
      if best == nil { best = (pageIndex, found) }
    }
    return best
  }

  private static func namesSupplement(_ title: String) -> Bool {
    let letters = title.lettersOnly
    return ["supplement", "appendix", "appendices", "rebuttal", "responsetoreviewers", "coverletter"].contains {
      letters.hasPrefix($0)
    }
  }
}
