/// The letters of a page that are drawn with ink.
struct InkedLetters {
  /// The letters, in the places that they have on the file's own page.
  let glyphs: PageGlyphs
  /// Where they stand.
  let places: LetterPlaces

  /// Takes the letters of a page whose places are so much larger.
  init(_ glyphs: PageGlyphs, offset: Float = 0) {
    var moved = glyphs
    if offset != 0 {
      for index in moved.boxes.indices {
        moved.boxes[index].left -= offset
        moved.boxes[index].right -= offset
        moved.boxes[index].top -= offset
        moved.boxes[index].bottom -= offset
      }
    }
    self.glyphs = moved
    places = LetterPlaces(moved)
  }
}

/// Where the letters of a page stand.
struct LetterPlaces {
  private struct Cell: Hashable {
    var scalar: UInt32
    var column: Int32
    var row: Int32
  }

  /// The size of a cell in points; letters that moved by half of it are still found.
  private static let cellSize: Float = 2
  /// The same where a letter must not have moved: numbers in the two copies of a page differ in their last digits.
  private static let exactCellSize: Float = 0.25
  private var cells: Set<Cell> = []
  private var exactCells: Set<Cell> = []

  /// Takes the letters of a page whose places are so much larger.
  init(_ glyphs: PageGlyphs, offset: Float = 0) {
    cells.reserveCapacity(glyphs.scalars.count)
    exactCells.reserveCapacity(glyphs.scalars.count)
    for (scalar, box) in zip(glyphs.scalars, glyphs.boxes) where !PageGlyphs.isBlank(scalar) {
      let (x, y) = (box.centerX - offset, box.centerY - offset)
      cells.insert(Self.cell(scalar, x, y, size: Self.cellSize))
      exactCells.insert(Self.cell(scalar, x, y, size: Self.exactCellSize))
    }
  }

  /// Whether a letter stands at a place, to a point or so.
  func holds(_ scalar: UInt32, at box: GlyphBox, offset: Float = 0) -> Bool {
    Self.isNear(scalar, box.centerX - offset, box.centerY - offset, cells, size: Self.cellSize)
  }

  /// Whether a letter stands at a place, to an eighth of a point.
  func holdsExactly(_ scalar: UInt32, at box: GlyphBox) -> Bool {
    Self.isNear(scalar, box.centerX, box.centerY, exactCells, size: Self.exactCellSize)
  }

  private static func isNear(_ scalar: UInt32, _ x: Float, _ y: Float, _ cells: Set<Cell>, size: Float) -> Bool {
    let half = size / 2
    for (dx, dy) in [(0, 0), (-half, -half), (-half, half), (half, -half), (half, half)] as [(Float, Float)] {
      if cells.contains(cell(scalar, x + dx, y + dy, size: size)) { return true }
    }
    return false
  }

  private static func cell(_ scalar: UInt32, _ x: Float, _ y: Float, size: Float) -> Cell {
    // Hostile files have letters anywhere; such far away are all the same.
    func number(_ value: Float) -> Int32 {
      value.isFinite ? Int32(min(max((value / size).rounded(.down), -1e9), 1e9)) : 0
    }
    return Cell(scalar: scalar, column: number(x), row: number(y))
  }
}
