import PDFLayout
import Papers

/// Text of a page that no viewer shows, found in a copy of the page that leaves nothing out.
struct UnshownText {
  /// The letters of the page of ``PDFObjects/wideCopy(pageLimit:)``.
  let glyphs: PageGlyphs
  let fonts: FontTable

  /// Adds the text to a page's hidden text.
  func add(to layout: inout PageLayout) {
    let (width, height) = (layout.width, layout.height)
    let margin = Float(PDFObjects.margin)
    func isOutside(_ box: GlyphBox) -> Bool {
      box.centerX < margin - 1 || box.centerX > margin + Float(width) + 1 || box.centerY < margin - 1
        || box.centerY > margin + Float(height) + 1
    }
    let hasOutside = zip(glyphs.scalars, glyphs.boxes).contains { $0 > 0x20 && isOutside($1) }
    let known = layout.lines.reduce(0) { $0 + letters($1.text) } + layout.hiddenText.reduce(0) { $0 + letters($1.text) }
    let all = glyphs.scalars.count { $0 > 0x20 }
    guard hasOutside || all > known + 20 else { return }
    let result = LineBuilder(
      glyphs: glyphs, pageWidth: width + 2 * PDFObjects.margin, pageHeight: height + 2 * PDFObjects.margin, fonts: fonts
    ).result()
    let page = Box(left: -1, top: -1, right: width + 1, bottom: height + 1)
    let shown = layout.lines.flatMap(\.runs).map(\.box) + layout.hiddenText.map(\.box)
    for (text, place) in result.lines.flatMap(\.runs).map({ ($0.text, $0.box) })
      + result.hidden.map({ ($0.text, $0.box) })
    {
      let box = Box(
        x: place.x - PDFObjects.margin, y: place.y - PDFObjects.margin, width: place.width, height: place.height)
      if box.centerX < page.left || box.centerX > page.right || box.centerY < page.top || box.centerY > page.bottom {
        layout.hiddenText.append(HiddenText(text: text, box: box, reason: .outsidePage))
      } else if !shown.contains(where: { covers($0, box) }) {
        layout.hiddenText.append(HiddenText(text: text, box: box, reason: .switchedOff))
      }
    }
  }

  private func letters(_ text: String) -> Int { text.unicodeScalars.count { $0.value > 0x20 } }

  /// Whether letters were read at the place before.
  private func covers(_ shown: Box, _ box: Box) -> Bool {
    shown.horizontalOverlap(with: box) > 0.3 * min(box.width, shown.width)
      && shown.verticalOverlap(with: box) > 0.3 * min(box.height, shown.height)
  }
}
