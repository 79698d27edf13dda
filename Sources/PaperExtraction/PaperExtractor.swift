import PDFLayout
import Papers

/// Reads a paper off its layout: title, authors, abstract, keywords, sections, and where its parts end.
public struct PaperExtractor: Sendable {
  /// Makes an extractor.
  public init() {}

  /// Returns what the layout says of the paper.
  public func paper(from document: DocumentLayout, file: String) -> Paper {
    var paper = Paper(file: file, pageCount: document.pageCount)
    var warnings: Set<ExtractionWarning> = []
    if document.pages.count < document.pageCount { warnings.insert(.pagesSkipped) }
    if document.pages.contains(where: { !$0.isReliable }) { warnings.insert(.layoutUnreliable) }
    let doubt = TextQuality.doubt(about: document.pages)
    if let doubt { warnings.insert(doubt) }
    if doubt != .noTextLayer {
      read(document, into: &paper, warnings: &warnings)
    }
    if paper.title == nil { warnings.insert(.noTitle) }
    if paper.abstract == nil { warnings.insert(.noAbstract) }
    paper.warnings = ExtractionWarning.allCases.filter(warnings.contains)
    return paper
  }

  private func read(_ document: DocumentLayout, into paper: inout Paper, warnings: inout Set<ExtractionWarning>) {
    let pages = RunningHeads.removed(from: document.pages.map(LineNumbers.removed))
    let measures = TextMeasures(of: pages)
    let mending = TextMending(pages: pages)
    let headings = SectionFinder(measures: measures).headings(in: pages)
    let abstracts = AbstractFinder(measures: measures, pages: pages, headings: headings, mending: mending)
    let heading = abstracts.heading()
    let titles = TitleFinder(measures: measures, metadataTitle: document.metadata.title)
    // The title stands on the abstract's page, which is the first unless there is a cover.
    let titlePage = heading?.pageIndex ?? 0
    var title: TitleFinder.Found?
    if titlePage < pages.count {
      title = titles.title(
        on: pages[titlePage], above: heading.map { $0.line.box.top + 1 }, mending: mending)
    }
    let isSupplement = title.map { namesSupplement($0.text) } ?? false
    let abstract =
      heading.flatMap(abstracts.abstract) ?? (isSupplement ? nil : abstracts.abstractWithoutHeading(below: title?.box))
    paper.title = title?.text
    if let title, !title.isCertain { warnings.insert(.titleUncertain) }
    paper.abstract = abstract?.text
    if let abstract, !abstract.isCertain { warnings.insert(.abstractUncertain) }
    if let title {
      let bottom = abstract.flatMap { $0.pageIndex == titlePage ? $0.top : nil } ?? pages[titlePage].height * 0.4
      paper.authors = AuthorFinder().authors(on: pages[titlePage], title: title, above: bottom)
    }
    paper.keywords = KeywordFinder(mending: mending).keywords(in: pages, headings: headings)
    let sections = headings.filter { !HeadingWords.isFrontMatter($0.letters) }
    paper.sections = sections.map(\.section)
    let parts = DocumentParts(pages: pages, headings: sections)
    paper.bodyEnd = parts.bodyEnd
    paper.references = parts.references
    if isSupplement || (abstract == nil && parts.references == nil) { warnings.insert(.notAPaper) }
  }

  /// Whether a title names what comes with a paper rather than a paper.
  private func namesSupplement(_ title: String) -> Bool {
    let letters = title.lettersOnly
    return ["supplement", "appendix", "appendices", "rebuttal", "responsetoreviewers", "coverletter"].contains {
      letters.hasPrefix($0)
    }
  }
}
