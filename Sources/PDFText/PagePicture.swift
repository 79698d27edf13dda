import PDFLayout
import Papers

/// A page as it is shown, in shades of grey, one pixel a point.
struct PagePicture {
  var width: Int
  var height: Int
  /// From 0 for black to 255 for white, row by row.
  var lightness: [UInt8]

  /// Whether most of a rectangle is dark: white letters cover less than half of their boxes, so the middle value is
  /// that of what is behind them.
  func isDark(in box: Box) -> Bool {
    let columns = max(Int(box.left), 0)..<max(min(Int(box.right.rounded(.up)), width), max(Int(box.left), 0))
    let rows = max(Int(box.top), 0)..<max(min(Int(box.bottom.rounded(.up)), height), max(Int(box.top), 0))
    guard !columns.isEmpty, !rows.isEmpty else { return false }
    var dark = 0
    for y in rows {
      for x in columns where lightness[y * width + x] < 190 { dark += 1 }
    }
    return dark * 2 > columns.count * rows.count
  }

  /// The difference between the lightest and the darkest pixel in a rectangle, from 0 to 1; `nil` outside the page.
  func contrast(in box: Box) -> Double? {
    let (left, right) = (max(Int(box.left), 0), min(Int(box.right.rounded(.up)), width))
    let (top, bottom) = (max(Int(box.top), 0), min(Int(box.bottom.rounded(.up)), height))
    guard left < right, top < bottom else { return nil }
    var darkest: UInt8 = 255
    var lightest: UInt8 = 0
    for y in top..<bottom {
      for x in left..<right {
        darkest = min(darkest, lightness[y * width + x])
        lightest = max(lightest, lightness[y * width + x])
      }
    }
    return Double(lightest - darkest) / 255
  }

  /// How much lighter and darker the page is than another of the same size somewhere in a rectangle, each from 0 to 1;
  /// `nil` outside the page. Pixels that the rectangle only touches count for narrow ones only.
  func difference(from other: PagePicture, in box: Box) -> (lighter: Double, darker: Double)? {
    guard width == other.width, height == other.height else { return nil }
    let isNarrow = box.width < 4
    let left = max(isNarrow ? Int(box.left) : Int(box.left.rounded(.up)), 0)
    let right = min(isNarrow ? Int(box.right.rounded(.up)) : Int(box.right), width)
    let (top, bottom) = (max(Int(box.top), 0), min(Int(box.bottom.rounded(.up)), height))
    guard left < right, top < bottom else { return nil }
    var lighter = 0
    var darker = 0
    for y in top..<bottom {
      for x in left..<right {
        let change = Int(lightness[y * width + x]) - Int(other.lightness[y * width + x])
        lighter = max(lighter, change)
        darker = max(darker, -change)
      }
    }
    return (Double(lighter) / 255, Double(darker) / 255)
  }

  /// The mean lightness of each row of pixels in a rectangle, from 0 to 1; `nil` outside the page.
  func rowMeans(in box: Box) -> [Double]? {
    let (left, right) = (max(Int(box.left), 0), min(Int(box.right.rounded(.up)), width))
    let (top, bottom) = (max(Int(box.top), 0), min(Int(box.bottom.rounded(.up)), height))
    guard left < right, top < bottom else { return nil }
    return (top..<bottom).map { y in
      var sum = 0
      for x in left..<right { sum += Int(lightness[y * width + x]) }
      return Double(sum) / Double(right - left) / 255
    }
  }
}
