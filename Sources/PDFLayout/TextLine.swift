import Papers

/// Letters that stand on one baseline of one column.
public struct TextLine: Hashable, Sendable {
  /// Stretches of one style, from left to right; never empty.
  public let runs: [TextRun]
  /// The smallest rectangle around the runs.
  public let box: Box
  /// Which way the line is written.
  public let direction: Direction
  /// The column, from 1 at the left; a line across columns is in the first.
  public var column: Int
  /// Whether the line crosses the page's columns; `false` on a page with one column.
  public var spansColumns: Bool
  /// The line's text, one blank between words.
  public let text: String

  /// Which way a line is written.
  public enum Direction: Hashable, Sendable {
    /// From left to right on the page as shown.
    case horizontal
    /// Any other way, such as a stamp in the margin.
    case rotated
  }

  /// Makes a line of runs that go from left to right.
  public init(runs: [TextRun], direction: Direction = .horizontal, column: Int = 1, spansColumns: Bool = false) {
    precondition(!runs.isEmpty, "a line has at least one run")
    self.runs = runs
    self.direction = direction
    self.column = column
    self.spansColumns = spansColumns
    box = runs.dropFirst().reduce(runs[0].box) { $0.union($1.box) }
    var text = ""
    for run in runs {
      if run.followsSpace && !text.isEmpty { text += " " }
      text += run.text
    }
    self.text = text
  }

  /// The run with the most letters: its size and font stand for the line.
  public var mainRun: TextRun {
    var best = runs[0]
    var most = -1
    for run in runs {
      let weight = run.text.utf8.count
      if weight > most { (best, most) = (run, weight) }
    }
    return best
  }

  /// The size of the run with the most letters, in points.
  public var fontSize: Double { mainRun.fontSize }

  /// The share of the letters in a bold font.
  public var boldShare: Double {
    var bold = 0
    var all = 0
    for run in runs {
      all += run.text.utf8.count
      if run.font.isBold { bold += run.text.utf8.count }
    }
    return all == 0 ? 0 : Double(bold) / Double(all)
  }
}

/// A stretch of a line in one font, size and colour, without a gap wider than a letter.
public struct TextRun: Hashable, Sendable {
  /// The text, one blank between words, none at its ends.
  public var text: String
  /// The rectangle around the letters, by the font's ascent and descent.
  public var box: Box
  /// The font.
  public var font: Font
  /// The size in points, as shown.
  public var fontSize: Double
  /// The colour of the letters.
  public var color: Color
  /// Whether a blank stands between this run and the one before it.
  public var followsSpace: Bool

  /// Makes a run.
  public init(
    text: String, box: Box, font: Font, fontSize: Double, color: Color = .black, followsSpace: Bool = true
  ) {
    self.text = text
    self.box = box
    self.font = font
    self.fontSize = fontSize
    self.color = color
    self.followsSpace = followsSpace
  }
}

/// A font as the PDF names it, and what its name tells.
public struct Font: Hashable, Sendable {
  /// The name without subset prefix; empty for a nameless font.
  public let name: String
  /// Whether the name speaks of a heavy weight.
  public let isBold: Bool
  /// Whether the name speaks of a slanted face.
  public let isItalic: Bool
  /// Whether the name speaks of small capitals.
  public let isSmallCapitals: Bool

  /// Takes a font's name, with or without the six letters of a subset.
  public init(name: String) {
    var bytes = Array(name.utf8)
    if bytes.count > 7, bytes[6] == UInt8(ascii: "+") { bytes.removeFirst(7) }
    let name = String(decoding: bytes, as: UTF8.self)
    self.name = name
    let lower = name.lowercased()
    isBold =
      Font.boldMarks.contains { lower.contains($0) } || Font.boldEnds.contains { name.hasSuffix($0) }
    isItalic = Font.italicMarks.contains { lower.contains($0) }
    isSmallCapitals = Font.smallCapitalMarks.contains { lower.contains($0) }
  }

  /// What names of heavy fonts hold; the short ones are Computer Modern's and URW's.
  private static let boldMarks = [
    "bold", "black", "heavy", "medi", "cmbx", "sfbx", "ecbx", "cmssbx", "sfsx", "ecsx", "demi", "-b",
  ]
  private static let smallCapitalMarks = ["sfcc", "eccc", "cmcsc", "smallcap", "caps", "-sc"]
  /// How names of heavy fonts end: TeX's Libertine and Biolinum, and what publishers' systems write.
  private static let boldEnds = ["TB", "TBI", "TBO", ".B", ".BI"]
  private static let italicMarks = ["ital", "obli", "slant", "cmti", "cmsl", "sfti", "ecti", "-it"]
}

/// A colour; each part from 0 to 1.
public struct Color: Hashable, Sendable {
  /// The red part.
  public var red: Double
  /// The green part.
  public var green: Double
  /// The blue part.
  public var blue: Double

  /// Makes a colour.
  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour of most text.
  public static let black = Color(red: 0, green: 0, blue: 0)

  /// Whether letters of this colour cannot be seen on white paper.
  public var isNearWhite: Bool { min(red, green, blue) > 0.93 }
}
