import PDFLayout
import Papers

/// A copy of a file whose pages leave nothing out: they show what stands around them and in layers that are switched
/// off.
final class WidePages {
  private let document: PopplerFile

  /// Makes the copy; `nil` if that is not possible. The objects are changed by it.
  init?(objects: PDFObjects, pageLimit: Int) {
    guard objects.widen(pageLimit: pageLimit), let bytes = objects.written(), let document = PopplerFile(bytes: bytes)
    else { return nil }
    self.document = document
  }

  /// Returns what is shown of a page, counted from 1, at one pixel a point; one that is known to be white is not drawn.
  func picture(ofPage number: Int, isBare: Bool) -> PagePicture? {
    document.page(at: number - 1)?.picture(margin: PDFObjects.margin, isBare: isBare)
  }

  /// Returns the letters of a page, counted from 1, in their places on the file's own page.
  func letters(ofPage number: Int, glyphLimit: Int) -> InkedLetters? {
    document.page(at: number - 1).map {
      InkedLetters($0.glyphs(limit: glyphLimit).spellingTeXLetters(), offset: Float(PDFObjects.margin))
    }
  }

  /// Adds the letters that no viewer shows to a page's hidden text.
  func addUnshownText(to page: inout ReadPage, glyphLimit: Int, fonts: FontTable) {
    guard let copy = document.page(at: page.layout.number - 1) else { return }
    // On nearly all pages there is nothing that needs the letters' styles.
    let glyphs = copy.glyphs(limit: glyphLimit, hasStyles: false)
    let (width, height) = (page.layout.width, page.layout.height)
    let margin = Float(PDFObjects.margin)
    func isOutside(_ box: GlyphBox) -> Bool {
      box.centerX < margin - 1 || box.centerX > margin + Float(width) + 1 || box.centerY < margin - 1
        || box.centerY > margin + Float(height) + 1
    }
    let count = glyphs.scalars.count { !PageGlyphs.isBlank($0) }
    let known = page.glyphs.scalars.count { !PageGlyphs.isBlank($0) }
    guard count > known + 2 || zip(glyphs.scalars, glyphs.boxes).contains(where: { $0 > 0x20 && isOutside($1) }) else {
      return
    }
    // Letter by letter, since a layer may stand over the page's own text.
    let shown = LetterPlaces(page.glyphs)
    let ranges = glyphs.scalars.indices.filter { index in
      !PageGlyphs.isBlank(glyphs.scalars[index])
        && !shown.holds(glyphs.scalars[index], at: glyphs.boxes[index], offset: margin)
    }.map { $0..<($0 + 1) }
    guard !ranges.isEmpty else { return }
    let result = LineBuilder(
      glyphs: copy.glyphs(limit: glyphLimit).keeping(ranges), pageWidth: width + 2 * PDFObjects.margin,
      pageHeight: height + 2 * PDFObjects.margin, fonts: fonts
    ).result()
    for (text, place) in result.lines.flatMap(\.runs).map({ ($0.text, $0.box) })
      + result.hidden.map({ ($0.text, $0.box) })
    {
      let box = Box(
        x: place.x - PDFObjects.margin, y: place.y - PDFObjects.margin, width: place.width, height: place.height)
      let isInside = box.centerX >= -1 && box.centerX <= width + 1 && box.centerY >= -1 && box.centerY <= height + 1
      page.layout.hiddenText.append(
        HiddenText(text: text, box: box, reason: isInside ? .switchedOff : .outsidePage))
    }
  }
}
