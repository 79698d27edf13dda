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
}
