/// Where the letters of a page stand.
struct LetterPlaces {
  private struct Cell: Hashable {
    var scalar: UInt32
    var column: Int32
    var row: Int32
  }

  /// The size of a cell in points; letters that moved by half of it are still found.
  private static let cellSize: Float = 2
  private var cells: Set<Cell> = []

  /// Takes the letters of a page whose places are so much larger.
  init(_ glyphs: PageGlyphs, offset: Float = 0) {
    cells.reserveCapacity(glyphs.scalars.count)
    for (scalar, box) in zip(glyphs.scalars, glyphs.boxes) where !PageGlyphs.isBlank(scalar) {
      cells.insert(Self.cell(scalar, box.centerX - offset, box.centerY - offset))
    }
  }

  /// Whether a letter stands at a place, to a point or so.
  func holds(_ scalar: UInt32, at box: GlyphBox, offset: Float = 0) -> Bool {
    let (x, y) = (box.centerX - offset, box.centerY - offset)
    let half = Self.cellSize / 2
    for (dx, dy) in [(0, 0), (-half, -half), (-half, half), (half, -half), (half, half)] as [(Float, Float)] {
      if cells.contains(Self.cell(scalar, x + dx, y + dy)) { return true }
    }
    return false
  }

  private static func cell(_ scalar: UInt32, _ x: Float, _ y: Float) -> Cell {
    Cell(scalar: scalar, column: Int32((x / cellSize).rounded(.down)), row: Int32((y / cellSize).rounded(.down)))
  }
}
