import Papers

/// One page: its size and its lines in reading order. Points from the top left corner of the crop box, as the page is
/// shown.
public struct PageLayout: Hashable, Sendable {
  /// The page's place in the document, from 1.
  public var number: Int
  /// The width as shown.
  public var width: Double
  /// The height as shown.
  public var height: Double
  /// Whether the places of the letters could be trusted; if not, lines may be missing or misplaced.
  public var isReliable: Bool
  /// The horizontal lines in reading order, then lines in other directions.
  public var lines: [TextLine]
  /// Text that no person sees; it is in no line.
  public var hiddenText: [HiddenText]
  /// The places of pictures.
  public var imageBoxes: [Box]
  /// Whether what a person sees of the page is a picture, such as a scan: the lines, if any, are what a program
  /// recognized in it, so their fonts, sizes and places are not those of the page. Known only with facts.
  public var isPicture = false
  /// What checks need beside the text; `nil` if it was not read.
  public var facts: PageFacts?

  /// Makes a page.
  public init(
    number: Int, width: Double, height: Double, isReliable: Bool = true, lines: [TextLine],
    hiddenText: [HiddenText] = [], imageBoxes: [Box] = [], facts: PageFacts? = nil
  ) {
    self.facts = facts
    self.number = number
    self.width = width
    self.height = height
    self.isReliable = isReliable
    self.lines = lines
    self.hiddenText = hiddenText
    self.imageBoxes = imageBoxes
  }

  /// The share of the page that pictures cover, from 0 to 1, to about a thousandth.
  public var pictureCoverage: Double {
    guard !imageBoxes.isEmpty else { return 0 }
    let (columns, rows) = (24, 32)
    var count = 0
    for row in 0..<rows {
      for column in 0..<columns {
        let x = (Double(column) + 0.5) / Double(columns) * width
        let y = (Double(row) + 0.5) / Double(rows) * height
        if imageBoxes.contains(where: { $0.contains(x: x, y: y) }) { count += 1 }
      }
    }
    return Double(count) / Double(columns * rows)
  }
}
