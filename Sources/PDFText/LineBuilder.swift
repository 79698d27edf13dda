import PDFLayout
import Papers

/// Makes lines of letters by geometry.
///
/// The library's order is used only to tell which letters stand together; lines are split where it joined across a
/// wide gap (a gutter, a margin's line numbers) and joined where it tore a line apart (superscripts, small capitals).
/// Lengths are in ems: multiples of the larger font size at the place.
struct LineBuilder {
  /// A wider gap inside one of the library's lines ends a line.
  private static let splittingGap: Float = 2
  /// A wider gap between two of the library's lines on one baseline keeps them apart.
  private static let joiningGap: Float = 0.8
  /// Less than the narrowest gutter of common templates, in points.
  private static let narrowGutter: Float = 9.2
  /// The widest gap between a heading's number and the heading.
  private static let numberGap: Float = 2.6
  /// Smaller letters are no higher than a line is thick, in points.
  private static let tinySize = 1.5
  /// A wider gap ends a run, so that a heading's number or a line number is a run of its own.
  private static let runGap: Float = 0.9

  private let glyphs: PageGlyphs
  private let pageWidth: Float
  private let pageHeight: Float
  private let fonts: FontTable
  private let whiteLetters: WhiteLetters

  /// What becomes of letters in the colour of the paper.
  enum WhiteLetters {
    /// They are hidden text.
    case hidden
    /// They are hidden text unless the picture of the page is dark where they stand.
    case judgedBy(PagePicture)
    /// They are known to be seen.
    case seen
  }

  /// A stretch of letters in one style without a blank.
  struct Piece {
    var start: Int
    var end: Int
    var box: GlyphBox
    var style: Int
    /// Whether the library says that a blank stands before it.
    var followsBlank: Bool
  }

  /// Pieces that belong to one line, before these are joined.
  private struct Segment {
    var pieces: [Piece]
    var box: GlyphBox
    var size: Float
  }

  init(
    glyphs: PageGlyphs, pageWidth: Double, pageHeight: Double, fonts: FontTable, whiteLetters: WhiteLetters = .hidden
  ) {
    self.glyphs = glyphs
    self.pageWidth = Float(pageWidth)
    self.pageHeight = Float(pageHeight)
    self.fonts = fonts
    self.whiteLetters = whiteLetters
  }

  /// What was made of a page's letters.
  struct Result {
    var lines: [TextLine] = []
    var hidden: [HiddenText] = []
  }

  /// Returns the lines in no particular order.
  func result() -> Result {
    var segments: [Segment] = []
    var rotated: [Segment] = []
    var start = 0
    let scalars = glyphs.scalars
    var styleCursor = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, scalars[end] != 0x0A { end += 1 }
      if end > start {
        let pieces = pieces(from: start, to: end, styleCursor: &styleCursor)
        if isRotated(from: start, to: end) {
          if let segment = segment(of: pieces[...]) { rotated.append(segment) }
        } else {
          split(pieces, into: &segments)
        }
      }
      start = end + 1
    }
    var result = Result()
    for segment in joined(segments) { append(segment, direction: .horizontal, to: &result) }
    for segment in rotated { append(segment, direction: .rotated, to: &result) }
    return result
  }

  // MARK: Pieces

  private func pieces(from start: Int, to end: Int, styleCursor: inout Int) -> [Piece] {
    var pieces: [Piece] = []
    var followsBlank = true
    var index = start
    while index < end {
      let scalar = glyphs.scalars[index]
      if PageGlyphs.isBlank(scalar) {
        followsBlank = true
        index += 1
        continue
      }
      let box = glyphs.boxes[index]
      let style = style(of: index, cursor: &styleCursor)
      if !followsBlank, let last = pieces.last, last.style == style, continues(last, with: box) {
        let lastIndex = pieces.count - 1
        pieces[lastIndex].end = index + 1
        pieces[lastIndex].box = pieces[lastIndex].box.union(box)
      } else {
        pieces.append(Piece(start: index, end: index + 1, box: box, style: style, followsBlank: followsBlank))
      }
      followsBlank = false
      index += 1
    }
    return pieces
  }

  private func continues(_ piece: Piece, with box: GlyphBox) -> Bool {
    let em = size(ofStyle: piece.style)
    let gap = box.left - piece.box.right
    return gap < 0.25 * em && gap > -1.5 * em && abs(box.centerY - piece.box.centerY) < 0.5 * em
  }

  private func style(of index: Int, cursor: inout Int) -> Int {
    let styles = glyphs.styles
    if cursor >= styles.count || (cursor > 0 && styles[cursor].start > index) { cursor = 0 }
    while cursor < styles.count, styles[cursor].end <= index { cursor += 1 }
    if cursor < styles.count, styles[cursor].start <= index { return cursor }
    return min(cursor, styles.count - 1)
  }

  private func size(ofStyle style: Int) -> Float {
    guard style >= 0, style < glyphs.styles.count else { return 10 }
    return Float(max(glyphs.styles[style].fontSize, 0.1))
  }

  /// Whether the letters go up or down the page rather than across.
  private func isRotated(from start: Int, to end: Int) -> Bool {
    var across: Float = 0
    var along: Float = 0
    var last: GlyphBox?
    for index in start..<min(end, start + 40) where !PageGlyphs.isBlank(glyphs.scalars[index]) {
      let box = glyphs.boxes[index]
      if let last {
        across += abs(box.centerX - last.centerX)
        along += abs(box.centerY - last.centerY)
      }
      last = box
    }
    return along > across
  }

  // MARK: Segments

  private func segment(of pieces: ArraySlice<Piece>) -> Segment? {
    guard let first = pieces.first else { return nil }
    var box = first.box
    var size = self.size(ofStyle: first.style)
    var weight = 0
    for piece in pieces {
      box = box.union(piece.box)
      if piece.end - piece.start > weight {
        weight = piece.end - piece.start
        size = self.size(ofStyle: piece.style)
      }
    }
    return Segment(pieces: Array(pieces), box: box, size: size)
  }

  private func split(_ pieces: [Piece], into segments: inout [Segment]) {
    var start = 0
    for index in pieces.indices.dropFirst() {
      let before = pieces[index - 1]
      let after = pieces[index]
      let em = max(size(ofStyle: before.style), size(ofStyle: after.style))
      let gap = after.box.left - before.box.right
      let overlap = min(before.box.bottom, after.box.bottom) - max(before.box.top, after.box.top)
      if gap > Self.splittingGap * em || gap < -1.5 * em || overlap < 0 {
        if let segment = segment(of: pieces[start..<index]) { segments.append(segment) }
        start = index
      }
    }
    if let segment = segment(of: pieces[start...]) { segments.append(segment) }
  }

  /// Joins segments that stand beside one another on one baseline.
  private func joined(_ segments: [Segment]) -> [Segment] {
    var result: [Segment] = []
    // From left to right; a segment is joined to the nearest line that ends where it begins.
    var open: [Int] = []
    for segment in segments.sorted(by: { $0.box.left < $1.box.left }) {
      open.removeAll { result[$0].box.right < segment.box.left - 4 * max(result[$0].size, segment.size) }
      var best: (index: Int, gap: Float)?
      for index in open.suffix(400) {
        let line = result[index]
        let em = max(line.size, segment.size)
        let gap = segment.box.left - line.box.right
        let limit = isNumber(line) && haveSameStyle(line, segment) ? Self.numberGap : Self.joiningGap
        // A heading is large, but the gutter beside it is not: 10 points in plain LaTeX.
        let lesser = min(line.size, segment.size)
        let widest = isNumber(line) ? limit * em : min(limit * lesser, max(Self.narrowGutter, 0.4 * lesser))
        guard gap < widest, gap > -0.35 * em else { continue }
        let overlap = min(line.box.bottom, segment.box.bottom) - max(line.box.top, segment.box.top)
        let height = min(line.box.bottom - line.box.top, segment.box.bottom - segment.box.top)
        guard overlap > 0.5 * height else { continue }
        if abs(gap) < best?.gap ?? .infinity { best = (index, abs(gap)) }
      }
      if let best {
        result[best.index].pieces += segment.pieces
        result[best.index].box = result[best.index].box.union(segment.box)
        result[best.index].size = max(result[best.index].size, segment.size)
      } else {
        open.append(result.count)
        result.append(segment)
      }
    }
    return result
  }

  /// Whether the segment may be a heading's number, such as `3.1` or `IV`.
  private func isNumber(_ segment: Segment) -> Bool {
    guard segment.pieces.count == 1, let piece = segment.pieces.first, piece.end - piece.start <= 6 else {
      return false
    }
    return glyphs.scalars[piece.start..<piece.end].allSatisfy { scalar in
      (scalar >= 0x30 && scalar <= 0x39) || scalar == 0x2E || scalar == 0x49 || scalar == 0x56 || scalar == 0x58
    } || (piece.end - piece.start <= 2 && isCapital(glyphs.scalars[piece.start]))
  }

  private func haveSameStyle(_ left: Segment, _ right: Segment) -> Bool {
    guard let last = left.pieces.last, let first = right.pieces.first else { return false }
    return haveSameStyle(last.style, first.style)
  }

  // MARK: Lines

  private func append(_ segment: Segment, direction: TextLine.Direction, to result: inout Result) {
    var runs: [TextRun] = []
    var pieces = segment.pieces
    if direction == .horizontal { pieces.sort { $0.box.left < $1.box.left } }
    var current: [UInt32] = []
    var box: GlyphBox?
    var style = -1
    var followsSpace = true
    func finish() {
      guard let box, !current.isEmpty else { return }
      let run = run(current, box: box, style: style, followsSpace: followsSpace)
      if let reason = hiddenReason(of: run) {
        result.hidden.append(HiddenText(run, reason: reason))
      } else {
        runs.append(run)
      }
    }
    for (index, piece) in pieces.enumerated() {
      var isSpaced = true
      var isSplit = true
      if index > 0 {
        let before = pieces[index - 1]
        isSpaced = direction == .horizontal ? hasSpace(between: before, and: piece) : piece.followsBlank
        let em = max(size(ofStyle: before.style), size(ofStyle: piece.style))
        isSplit =
          !haveSameStyle(before.style, piece.style)
          || (direction == .horizontal && piece.box.left - before.box.right > Self.runGap * em)
          || abs(before.box.bottom - piece.box.bottom) > 0.1 * em
      }
      if isSplit {
        finish()
        current.removeAll(keepingCapacity: true)
        box = nil
        style = piece.style
        followsSpace = isSpaced
      } else if isSpaced {
        current.append(0x20)
      }
      current += glyphs.scalars[piece.start..<piece.end]
      box = box?.union(piece.box) ?? piece.box
    }
    finish()
    if !runs.isEmpty { result.lines.append(TextLine(runs: runs, direction: direction)) }
  }

  private func haveSameStyle(_ left: Int, _ right: Int) -> Bool {
    if left == right { return true }
    guard left >= 0, right >= 0 else { return false }
    let a = glyphs.styles[left]
    let b = glyphs.styles[right]
    return a.fontName == b.fontName && abs(a.fontSize - b.fontSize) < 0.05 && a.red == b.red && a.green == b.green
      && a.blue == b.blue
  }

  private func hasSpace(between before: Piece, and after: Piece) -> Bool {
    let sizes = (size(ofStyle: before.style), size(ofStyle: after.style))
    let em = max(sizes.0, sizes.1)
    let gap = after.box.left - before.box.right
    guard after.followsBlank else { return gap > 0.25 * em }
    // Small capitals are made of two sizes of capitals; the library takes the change of size for a blank.
    let changesSize = abs(sizes.0 - sizes.1) > 0.05 * em
    if changesSize, isCapital(glyphs.scalars[before.end - 1]), isCapital(glyphs.scalars[after.start]) {
      return gap > 0.17 * em
    }
    return gap > 0.09 * em
  }

  private func isCapital(_ scalar: UInt32) -> Bool {
    (scalar >= 0x41 && scalar <= 0x5A) || (scalar >= 0xC0 && scalar <= 0xDE)
  }

  private func run(_ scalars: [UInt32], box: GlyphBox, style: Int, followsSpace: Bool) -> TextRun {
    let style = style >= 0 && style < glyphs.styles.count ? glyphs.styles[style] : nil
    let font = fonts.font(named: style?.fontName ?? "")
    var text = String.UnicodeScalarView()
    for value in scalars {
      // Tag characters and the like have no shape; letters of a private area have one, but no meaning.
      guard let scalar = Unicode.Scalar(value), value >= 0x20 else { continue }
      text.append(scalar)
    }
    return TextRun(
      text: String(text),
      box: Box(
        left: Double(box.left), top: Double(box.top), right: Double(box.right), bottom: Double(box.bottom)),
      font: font, fontSize: style?.fontSize ?? Double(box.bottom - box.top),
      color: style?.color ?? .black,
      followsSpace: followsSpace)
  }

  /// Whether nobody can see the run, by what its letters alone tell.
  private func hiddenReason(of run: TextRun) -> HiddenText.Reason? {
    if run.fontSize < Self.tinySize && run.box.height < 1.5 * Self.tinySize { return .tiny }
    if run.color.isNearWhite && isHiddenIfWhite(run.box) { return .white }
    if run.box.right < 0 || run.box.bottom < 0 || run.box.left > Double(pageWidth) || run.box.top > Double(pageHeight) {
      return .outsidePage
    }
    return nil
  }
}

extension LineBuilder {
  /// Whether letters of the paper's colour cannot be seen in a rectangle.
  private func isHiddenIfWhite(_ box: Box) -> Bool {
    switch whiteLetters {
    case .hidden: true
    case .judgedBy(let picture): !picture.isDark(in: box)
    case .seen: false
    }
  }
}

extension GlyphBox {
  func union(_ other: GlyphBox) -> GlyphBox {
    GlyphBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// The fonts of one document, so that each name is looked at once.
final class FontTable {
  private var fonts: [String: Font] = [:]

  func font(named name: String) -> Font {
    if let font = fonts[name] { return font }
    let font = Font(name: name)
    fonts[name] = font
    return font
  }
}
