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
  /// Processor time in seconds after which no further page is drawn; twenty pages of an ordinary paper take one.
  public var drawingSeconds = 8.0

  /// Makes a reader. 60 pages hold every conference paper; a thesis is told by its page count.
  public init(pageLimit: Int = 60, glyphLimit: Int = 60_000) {
    self.pageLimit = pageLimit
    self.glyphLimit = glyphLimit
  }

  /// Silences the libraries beneath; call it once at the start of the process.
  public static func silenceLibraries() { Poppler.silence() }

  /// The version of the library beneath.
  public static var libraryVersion: String { "poppler \(Poppler.version)" }

  /// Title and abstract stand on these pages.
  private static let frontPages = 2

  /// How much is read of a file.
  public enum Depth: Sendable {
    /// What extraction needs. Only the first two pages, from which title and abstract come, are drawn, and only if
    /// something on them may hide letters.
    case textOnly
    /// Also what checks need: links, fonts, metadata, pictures, and on all pages whether text can be seen.
    case all
  }

  /// Returns the layout of a file.
  ///
  /// - Parameters:
  ///   - draws: Whether pages may be drawn to see which letters can be seen.
  ///   - willDraw: Called before pages are drawn, which may take long where all else does not.
  public func layout(
    ofFileAt path: String, facts depth: Depth = .textOnly, draws: Bool = true, willDraw: () -> Void = {}
  ) throws(PDFFailure) -> DocumentLayout {
    let file = try FileContent(path: path)
    let objects = PDFObjects(path: path, byteCount: file.byteCount)
    let document: PopplerFile
    if let copy = Self.unpackedCopy(of: objects, descriptor: file.descriptor) {
      document = copy
    } else {
      do {
        document = try PopplerFile(descriptor: file.descriptor)
      } catch {
        throw file.failure(for: error)
      }
    }
    let pageCount = document.pageCount
    guard pageCount > 0 else { throw file.noPages }
    let fonts = FontTable()
    var pages: [ReadPage] = []
    for index in 0..<min(pageCount, pageLimit) {
      guard let page = document.page(at: index) else { continue }
      pages.append(
        ReadPage(
          page, number: index + 1, glyphLimit: glyphLimit, fonts: fonts,
          pictures: depth == .all ? pictures(on: page, number: index + 1, objects: objects) : nil))
    }
    var facts = depth == .textOnly ? nil : document.facts(byteCount: file.byteCount)
    if depth != .textOnly {
      facts?.actions = objects?.actions()
      facts?.information += objects?.otherInformation() ?? []
      // Before the objects' pages are widened.
      let textsForPrograms = pages.map { objects?.textsForPrograms(beside: $0) ?? [] }
      var ground: GroundPages?
      if draws {
        willDraw()
        ground = objects.flatMap { GroundPages(objects: $0, pageLimit: drawnPageLimit, isWidened: true) }
      }
      let wide = objects.flatMap { WidePages(objects: $0, pageLimit: pageLimit) }
      if wide != nil {
        takeDrawnLetters(into: &pages, limit: drawnPageLimit, objects: objects, offset: PDFObjects.margin, fonts: fonts)
      }
      facts?.undrawnPages =
        draws
        ? draw(&pages, upTo: drawnPageLimit, of: document, ground: ground, wide: wide, fonts: fonts)
        : pages.map(\.layout.number).filter { $0 <= drawnPageLimit }
      facts?.knowsUnshownText = wide != nil
      for index in pages.indices {
        wide?.addUnshownText(to: &pages[index], glyphLimit: glyphLimit, fonts: fonts)
        pages[index].settlePicture()
        pages[index].layout.hiddenText += textsForPrograms[index]
      }
    } else {
      let mayHide = (1...Self.frontPages).contains { objects?.mayHideText(onPage: $0) ?? false }
      if draws, mayHide || pages.prefix(Self.frontPages).contains(where: \.hasWhiteLetters) {
        willDraw()
        for index in pages.indices.prefix(Self.frontPages) {
          let number = pages[index].layout.number
          guard let page = document.page(at: number - 1) else { continue }
          pages[index].layout.imageBoxes = pictures(on: page, number: number, objects: objects).pictures
        }
        let ground = objects.flatMap { GroundPages(objects: $0, pageLimit: Self.frontPages, isWidened: false) }
        takeDrawnLetters(into: &pages, limit: Self.frontPages, objects: objects, offset: 0, fonts: fonts)
        _ = draw(&pages, upTo: Self.frontPages, of: document, ground: ground, wide: nil, fonts: fonts)
      }
    }
    var layouts = pages.map(\.layout)
    let gutter = ReadingOrder.commonGutter(of: layouts.map { ($0.lines, $0.width) })
    for index in layouts.indices {
      layouts[index].lines = ReadingOrder.ordered(
        layouts[index].lines, pageWidth: layouts[index].width, commonGutter: gutter)
    }
    return DocumentLayout(pageCount: pageCount, metadata: document.metadata, pages: layouts, facts: facts)
  }

  /// Returns a copy of a sound file, which is read in half the time, and closes the file; `nil` for any other file,
  /// which stays open.
  private static func unpackedCopy(of objects: PDFObjects?, descriptor: Int32) -> PopplerFile? {
    guard let objects, objects.unpack(), let bytes = objects.written(), let copy = PopplerFile(bytes: bytes),
      copy.pageCount > 0
    else { return nil }
    close(descriptor)
    return copy
  }

  /// Where pictures and figures stand on a page.
  private func pictures(
    on page: PopplerPageView, number: Int, objects: PDFObjects?
  ) -> (pictures: [Box], figures: [Box]) {
    guard let places = objects.flatMap({ PicturePlaces(page: number, of: $0) }) else { return (page.imageBoxes, []) }
    return (places.pictures, places.figures)
  }

  /// Draws the first pages and sorts their letters into seen and hidden; returns the pages for which time was lacking.
  private func draw(
    _ pages: inout [ReadPage], upTo limit: Int, of document: PopplerFile, ground: GroundPages?, wide: WidePages?,
    fonts: FontTable
  ) -> [Int] {
    let start = Self.processorSeconds
    var undrawn: [Int] = []
    for index in pages.indices where pages[index].layout.number <= limit {
      let number = pages[index].layout.number
      guard Self.processorSeconds - start < drawingSeconds else {
        undrawn.append(number)
        continue
      }
      guard let page = document.page(at: number - 1), let picture = page.picture() else { continue }
      let sight = LetterSight(shown: picture, ground: ground?.picture(ofPage: number, wide: wide))
      let inked = ground?.inkedLetters(ofPage: number, wide: wide, glyphLimit: glyphLimit)
      pages[index].judge(by: sight, inkedLetters: inked, annotationBoxes: page.annotationBoxes, fonts: fonts)
    }
    return undrawn
  }

  /// The processor time that this process has used.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension PDFObjects {
  /// What the file holds for programs beside a page's letters.
  fileprivate func textsForPrograms(beside page: ReadPage) -> [HiddenText] {
    let number = page.layout.number
    return formFieldTexts(onPage: number)
      + ReplacedText.named(namedReplacements(onPage: number), beside: page.glyphs)
  }
}
