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
    // What a broken text layer spells is not passed on.
    if doubt == nil {
      read(document, into: &paper, warnings: &warnings)
    }
    if paper.title == nil { warnings.insert(.noTitle) }
    if paper.abstract == nil { warnings.insert(.noAbstract) }
    paper.warnings = ExtractionWarning.allCases.filter(warnings.contains)
    return paper
  }

  private func read(_ document: DocumentLayout, into paper: inout Paper, warnings: inout Set<ExtractionWarning>) {
    let front = FrontMatter(of: document)
    let (pages, headings, title, abstract) = (front.pages, front.headings, front.title, front.abstract)
    paper.title = title?.found.text
    if let title, !title.found.isCertain { warnings.insert(.titleUncertain) }
    paper.abstract = abstract?.text
    if let abstract, !abstract.isCertain { warnings.insert(.abstractUncertain) }
    if let title {
      let page = pages[title.pageIndex]
      let lines = page.lines.indices.filter { index in
        // A name may be set like a heading, but has no number.
        !headings.contains {
          $0.pageIndex == title.pageIndex && $0.lineIndex == index && $0.section.number?.lettersOnly.count ?? 1 != 1
        }
      }.map { page.lines[$0] }
      paper.authors = authors(in: lines, on: page, title: title, abstract: abstract, headings: headings)
    }
    paper.keywords = KeywordFinder(mending: front.mending).keywords(in: pages, headings: headings)
    let sections = headings.filter { heading in
      !HeadingWords.isFrontMatter(heading.letters) && !isFront(heading, of: pages, title: title, abstract: abstract)
    }
    paper.sections = sections.map(\.section)
    let parts = DocumentParts(pages: pages, headings: sections)
    paper.bodyEnd = parts.bodyEnd
    paper.references = parts.references
    if front.isSupplement || (abstract == nil && parts.references == nil) { warnings.insert(.notAPaper) }
  }

  private typealias Title = FrontMatter.Title

  private func authors(
    in lines: [TextLine], on page: PageLayout, title: Title, abstract: AbstractFinder.Found?,
    headings: [SectionFinder.Found]
  ) -> [String] {
    let isSamePage = abstract?.pageIndex == title.pageIndex
    // What stands left of title and abstract is beside the paper's text.
    let left = isSamePage ? (title.found.lines + (abstract?.lines ?? [])).map(\.box.left).min() ?? 0 : 0
    let inside = lines.filter { $0.box.right > left - 3 }
    let bottom = authorsBottom(on: page, title: title, abstract: abstract)
    guard let names = AuthorFinder().authors(in: inside, title: title.found, above: bottom) else { return [] }
    guard names.isEmpty, isSamePage, let abstract else { return names }
    let next = headings.first {
      $0.pageIndex == abstract.pageIndex && $0.section.position.y > (abstract.lines.last?.box.bottom ?? 0)
    }
    if let next, next.section.position.column == abstract.lines.last?.column {
      let after = AuthorFinder().authors(in: inside, below: abstract.lines, above: next.section.position.y)
      if !after.isEmpty { return after }
    }
    // Some journals have all authors beside title and abstract.
    return inside.count == lines.count
      ? [] : AuthorFinder().authors(in: lines, title: title.found, above: bottom) ?? []
  }

  /// The height above which the authors stand.
  private func authorsBottom(on page: PageLayout, title: Title, abstract: AbstractFinder.Found?) -> Double {
    guard let abstract, abstract.pageIndex >= title.pageIndex else { return page.height * 0.4 }
    // A title page of its own has nothing but authors below the title, and notes at its foot.
    return abstract.pageIndex == title.pageIndex ? abstract.top : page.height * 0.8
  }

  /// Whether what looks like a heading is the title or stands above the abstract.
  private func isFront(
    _ heading: SectionFinder.Found, of pages: [PageLayout], title: Title?, abstract: AbstractFinder.Found?
  ) -> Bool {
    if let title {
      if heading.pageIndex < title.pageIndex { return true }
      let line = pages[heading.pageIndex].lines[heading.lineIndex]
      if heading.pageIndex == title.pageIndex, title.found.lines.contains(line) { return true }
    }
    guard let abstract, let first = abstract.lines.first else { return false }
    if heading.pageIndex < abstract.pageIndex { return true }
    return heading.pageIndex == abstract.pageIndex && heading.section.position.column <= first.column
      && heading.section.position.y < abstract.top - 1
  }
}
