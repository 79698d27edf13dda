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

  /// How much is read of a file.
  public enum Depth: Sendable {
    /// What extraction needs.
    case textOnly
    /// Also what checks need: links, fonts, metadata, pictures, but not whether text can be seen.
    case withoutDrawing
    /// Also whether text can be seen, for which pages are drawn.
    case all
  }

  /// Returns the layout of a file.
  ///
  /// - Parameter willDraw: Called before pages are drawn, which may take long where all else does not.
  public func layout(
    ofFileAt path: String, facts depth: Depth = .textOnly, willDraw: () -> Void = {}
  ) throws(PDFFailure) -> DocumentLayout {
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
    var pages: [ReadPage] = []
    for index in 0..<min(pageCount, pageLimit) {
      guard let page = document.page(at: index) else { continue }
      pages.append(
        ReadPage(page, number: index + 1, glyphLimit: glyphLimit, fonts: fonts, readsFacts: depth != .textOnly))
    }
    var facts = depth == .textOnly ? nil : document.facts(byteCount: file.byteCount)
    if depth != .textOnly {
      let objects = PDFObjects(path: path, byteCount: file.byteCount)
      facts?.actions = objects?.actions()
      var ground: GroundPages?
      if depth == .all {
        willDraw()
        ground = objects.flatMap { GroundPages(objects: $0, pageLimit: drawnPageLimit) }
      }
      let wide = objects.flatMap { WidePages(objects: $0, pageLimit: pageLimit) }
      facts?.undrawnPages =
        depth == .all
        ? draw(&pages, of: document, ground: ground, wide: wide, fonts: fonts)
        : pages.map(\.layout.number).filter { $0 <= drawnPageLimit }
      facts?.knowsUnshownText = wide != nil
      for index in pages.indices {
        wide?.addUnshownText(to: &pages[index], glyphLimit: glyphLimit, fonts: fonts)
        pages[index].settlePicture()
      }
    } else {
      for index in pages.indices where pages[index].layout.number <= 2 {
        pages[index].judgeWhiteLetters(in: document, fonts: fonts)
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

  /// Draws the first pages and sorts their letters into seen and hidden; returns the pages for which time was lacking.
  private func draw(
    _ pages: inout [ReadPage], of document: PopplerFile, ground: GroundPages?, wide: WidePages?, fonts: FontTable
  ) -> [Int] {
    let start = Self.processorSeconds
    var undrawn: [Int] = []
    for index in pages.indices where pages[index].layout.number <= drawnPageLimit {
      let number = pages[index].layout.number
      guard Self.processorSeconds - start < drawingSeconds else {
        undrawn.append(number)
        continue
      }
      guard let page = document.page(at: number - 1), let picture = page.picture() else { continue }
      let sight = LetterSight(shown: picture, ground: ground?.picture(ofPage: number, wide: wide))
      pages[index].judge(by: sight, annotationBoxes: page.annotationBoxes, fonts: fonts)
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
