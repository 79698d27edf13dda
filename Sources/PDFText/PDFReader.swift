import Glibc
import PDFLayout
import Papers

/// Reads the layout of PDF files. Meant for a process that may die: a hostile file can take it along.
public struct PDFReader: Sendable {
  /// Pages after this many are not read.
  public var pageLimit: Int
  /// Letters after this many on a page are not read; a page of text has 3,000 to 6,000.
  public var glyphLimit: Int
  /// Pages after this many are not drawn to see whether their text is visible.
  public var drawnPageLimit = 20

  /// Makes a reader. 60 pages hold every conference paper; a thesis is told by its page count.
  public init(pageLimit: Int = 60, glyphLimit: Int = 60_000) {
    self.pageLimit = pageLimit
    self.glyphLimit = glyphLimit
  }

  /// Silences the libraries beneath; call it once at the start of the process.
  public static func silenceLibraries() { Poppler.silence() }

  /// The version of the library beneath.
  public static var libraryVersion: String { "poppler \(Poppler.version)" }

  /// How much is read of a file.
  public enum Depth: Sendable {
    /// What extraction needs.
    case textOnly
    /// Also what checks need: links, fonts, metadata, pictures, and whether text can be seen.
    case all
  }

  /// Returns the layout of a file.
  public func layout(ofFileAt path: String, facts depth: Depth = .textOnly) throws(PDFFailure) -> DocumentLayout {
    let file = try FileContent(path: path)
    let document: PopplerFile
    do {
      document = try PopplerFile(descriptor: file.descriptor)
    } catch {
      throw file.failure(for: error)
    }
    let pageCount = document.pageCount
    guard pageCount > 0 else { throw file.noPages }
    let fonts = FontTable()
    var pages: [PageLayout] = []
    for index in 0..<min(pageCount, pageLimit) {
      guard let page = document.page(at: index) else { continue }
      pages.append(layout(of: page, number: index + 1, fonts: fonts, depth: depth))
    }
    var facts = depth == .all ? document.facts(byteCount: file.byteCount) : nil
    if depth == .all {
      let objects = PDFObjects(path: path, byteCount: file.byteCount)
      facts?.actions = objects?.actions()
      facts?.knowsUnshownText = objects.map { addUnshownText(of: $0, to: &pages, fonts: fonts) } ?? false
    }
    let gutter = ReadingOrder.commonGutter(of: pages.map { ($0.lines, $0.width) })
    for index in pages.indices {
      pages[index].lines = ReadingOrder.ordered(
        pages[index].lines, pageWidth: pages[index].width, commonGutter: gutter)
    }
    return DocumentLayout(
      pageCount: pageCount, metadata: document.metadata, pages: pages, facts: facts)
  }

  /// Adds the text that stands around the pages or in layers that are switched off to the pages' hidden text.
  private func addUnshownText(of objects: PDFObjects, to pages: inout [PageLayout], fonts: FontTable) -> Bool {
    guard let copy = objects.wideCopy(pageLimit: pageLimit), let document = PopplerFile(bytes: copy) else {
      return false
    }
    for index in pages.indices {
      guard let page = document.page(at: pages[index].number - 1) else { continue }
      UnshownText(glyphs: page.glyphs(limit: glyphLimit), fonts: fonts).add(to: &pages[index])
    }
    return true
  }

  private func layout(of page: PopplerPageView, number: Int, fonts: FontTable, depth: Depth) -> PageLayout {
    let size = page.size
    let glyphs = page.glyphs(limit: glyphLimit)
    let builder = LineBuilder(glyphs: glyphs, pageWidth: size.width, pageHeight: size.height, fonts: fonts)
    var result = builder.result()
    // Drawing a page takes four times as long as reading it, so only first pages with white letters are drawn, and
    // all pages whose visibility is to be checked.
    let hasWhite = result.hidden.contains { $0.reason == .white }
    let isDrawn = depth == .all ? number <= drawnPageLimit : number <= 2 && hasWhite
    let picture = isDrawn ? page.picture() : nil
    if hasWhite, let picture {
      result =
        LineBuilder(
          glyphs: glyphs, pageWidth: size.width, pageHeight: size.height, fonts: fonts, picture: picture
        ).result()
    }
    var layout = PageLayout(
      number: number, width: size.width, height: size.height, isReliable: glyphs.isReliable, lines: result.lines,
      hiddenText: result.hidden)
    guard depth == .all else { return layout }
    layout.imageBoxes = page.imageBoxes
    layout.facts = PageFacts(
      links: page.links, annotations: page.annotations, shapelessScalars: glyphs.shapelessScalars)
    if let picture { VisibilityCheck(picture: picture).correct(&layout) }
    return layout
  }
}
