import PDFLayout
import Papers

/// A rectangle in a page's own coordinates, which count from below.
struct PageRectangle {
  var left, bottom, right, top: Double

  /// The same, its lower edge called the top.
  var box: Box { Box(left: left, top: bottom, right: right, bottom: top) }

  /// Returns the part in another rectangle; a box apart from its page is no box, as poppler sees it.
  func clipped(to other: PageRectangle) -> PageRectangle {
    let result = PageRectangle(
      left: max(left, other.left), bottom: max(bottom, other.bottom), right: min(right, other.right),
      top: min(top, other.top))
    return result.left < result.right && result.bottom < result.top ? result : other
  }
}
