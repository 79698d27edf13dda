import PDFLayout
import Papers

/// Tells which letters of a page a person can see, from the page as it is shown and the page without its letters.
///
/// Letters are seen where taking away their ink changes the picture: so neither a white sheet nor a photograph nor a
/// pattern over them makes them look like drawn ones. Without the second picture, letters are seen where the picture
/// has any contrast.
struct LetterSight {
  /// The least difference that a person sees, of 1. Grey text on white that can just be read has 0.15.
  private static let leastDifference = 0.06

  /// Words of a page in twenty points of its height after this many are not held against others; real pages have fewer
  /// than a hundred.
  private static let mostInRow = 1_000

  /// The page as it is shown.
  let shown: PagePicture
  /// The page without its letters; `nil` if it could not be made.
  let ground: PagePicture?

  /// Letters between two blanks, in one style.
  struct Word {
    var range: Range<Int>
    var box: Box
    var isWhite: Bool
    /// The place of its style among the page's.
    var style: Int
    /// Whether it stands on the same line as the word before.
    var continuesLine: Bool
  }

  /// Returns the words of a page, in order.
  static func words(of glyphs: PageGlyphs) -> [Word] {
    var words: [Word] = []
    var index = 0
    var style = 0
    var isNewLine = true
    let scalars = glyphs.scalars
    while index < scalars.count {
      if PageGlyphs.isBlank(scalars[index]) {
        if scalars[index] == 0x0A { isNewLine = true }
        index += 1
        continue
      }
      while style < glyphs.styles.count, glyphs.styles[style].end <= index { style += 1 }
      let styleEnd = style < glyphs.styles.count ? max(glyphs.styles[style].end, index + 1) : scalars.count
      var end = index + 1
      var box = glyphs.boxes[index]
      // Scripts without blanks make words as long as a line.
      while end < min(scalars.count, styleEnd, index + 16), !PageGlyphs.isBlank(scalars[end]) {
        box = box.union(glyphs.boxes[end])
        end += 1
      }
      words.append(
        Word(
          range: index..<end, box: Box(glyphs: box),
          isWhite: style < glyphs.styles.count && glyphs.styles[style].color.isNearWhite,
          style: style,
          continuesLine: !isNewLine))
      isNewLine = false
      index = end
    }
    return words
  }

  /// Returns for each word whether nobody can see it. A single letter is judged by its neighbours: a stroke may be
  /// thinner than a pixel.
  func unseen(_ words: [Word]) -> [Bool] {
    var unseen = words.map { !isSeen($0, among: words) }
    for (index, word) in words.enumerated() where unseen[index] && word.range.count == 1 && !isWhiteOnWhite(word) {
      let before = word.continuesLine && index > 0 ? unseen[index - 1] : nil
      let after =
        index + 1 < words.count && words[index + 1].continuesLine ? !isSeen(words[index + 1], among: words) : nil
      unseen[index] = (before ?? after ?? false) && (after ?? before ?? false)
    }
    return unseen
  }

  private func isSeen(_ word: Word, among words: [Word]) -> Bool {
    // Where letters are thickest, away from the lines above and below.
    let box = word.box
    let middle = Box(
      left: box.left, top: box.top + 0.15 * box.height, right: box.right, bottom: box.bottom - 0.1 * box.height)
    guard let ground else { return shown.contrast(in: middle).map { $0 >= Self.leastDifference } ?? true }
    guard let difference = shown.difference(from: ground, in: middle) else { return true }
    if difference.lighter >= Self.leastDifference { return true }
    guard difference.darker >= Self.leastDifference else { return false }
    if isWhiteOnWhite(word) { return false }
    // White letters make the page lighter; if it is darker there, other letters stand at the same place, or these are
    // not as white as the file says (a gradient has no one colour).
    return !word.isWhite || !words.contains { !$0.isWhite && $0.covers(0.3, of: word) }
  }

  /// Whether the word has the colour of what is under it, whatever other letters stand there.
  private func isWhiteOnWhite(_ word: Word) -> Bool {
    guard word.isWhite, let ground else { return false }
    return (ground.rowMeans(in: word.box)?.min() ?? 0) > 1 - Self.leastDifference
  }

  /// Returns words that stand over words of another style, or under them: only one of the two can be read.
  static func overlaid(_ words: [Word]) -> [Word] {
    var rows: [Int: [Int]] = [:]
    for (index, word) in words.enumerated() { rows[Int(word.box.centerY / 20), default: []].append(index) }
    return words.filter { word in
      guard word.range.count >= 3, word.box.width > word.box.height else { return false }
      let row = Int(word.box.centerY / 20)
      // The neighbouring words of another text may cover a word together.
      let covered = (row - 1...row + 1).flatMap { (rows[$0] ?? []).prefix(Self.mostInRow) }.reduce(0.0) { sum, other in
        let other = words[other]
        guard other.style != word.style, other.box.height < 2 * word.box.height, word.box.height < 2 * other.box.height
        else { return sum }
        return sum + other.overlap(with: word)
      }
      return covered >= 0.5 * word.box.width * word.box.height
    }
  }
}

extension LetterSight.Word {
  /// Whether the word lies over so much of another's rectangle.
  func covers(_ share: Double, of other: LetterSight.Word) -> Bool {
    let overlap = overlap(with: other)
    return overlap > 0 && overlap >= share * other.box.width * other.box.height
  }

  /// The area that both words' rectangles have in common, in square points.
  func overlap(with other: LetterSight.Word) -> Double {
    max(box.horizontalOverlap(with: other.box), 0) * max(box.verticalOverlap(with: other.box), 0)
  }
}

extension Box {
  /// Makes a rectangle of that of letters.
  init(glyphs box: GlyphBox) {
    self.init(left: Double(box.left), top: Double(box.top), right: Double(box.right), bottom: Double(box.bottom))
  }
}
