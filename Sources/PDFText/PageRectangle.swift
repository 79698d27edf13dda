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

extension PageRectangle {
  /// Returns what leads from the file's coordinates to those of the shown page, which is turned clockwise by so many
  /// degrees (ISO 32000-1, table 30); `nil` unless these are right angles.
  func matrix(turnedBy degrees: Double) -> Transform? {
    switch degrees.truncatingRemainder(dividingBy: 360) {
    case 0: Transform([1, 0, 0, -1, -left, top])
    case 90, -270: Transform([0, 1, 1, 0, -bottom, -left])
    case 180, -180: Transform([-1, 0, 0, 1, right, -bottom])
    case 270, -90: Transform([0, -1, -1, 0, top, right])
    default: nil
    }
  }
}
