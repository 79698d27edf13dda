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

  /// The page as it is shown.
  let shown: PagePicture
  /// The page without its letters; `nil` if it could not be made.
  let ground: PagePicture?

  /// Letters between two blanks, in one style.
  struct Word {
    var range: Range<Int>
    var box: Box
    var isWhite: Bool
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
          continuesLine: !isNewLine))
      isNewLine = false
      index = end
    }
    return words
  }

  /// Returns for each word whether nobody can see it. A single letter is judged by its neighbours: a stroke may be
  /// thinner than a pixel.
  func unseen(_ words: [Word]) -> [Bool] {
    var unseen = words.map { !isSeen($0) }
    for (index, word) in words.enumerated() where unseen[index] && word.range.count == 1 {
      let before = word.continuesLine && index > 0 ? unseen[index - 1] : nil
      let after = index + 1 < words.count && words[index + 1].continuesLine ? !isSeen(words[index + 1]) : nil
      unseen[index] = (before ?? after ?? false) && (after ?? before ?? false)
    }
    return unseen
  }

  private func isSeen(_ word: Word) -> Bool {
    // Where letters are thickest, away from the lines above and below.
    let box = word.box
    let middle = Box(
      left: box.left, top: box.top + 0.15 * box.height, right: box.right, bottom: box.bottom - 0.1 * box.height)
    guard let ground else { return shown.contrast(in: middle).map { $0 >= Self.leastDifference } ?? true }
    guard let difference = shown.difference(from: ground, in: middle) else { return true }
    // White letters make the page lighter; what makes it darker there are other letters.
    return (word.isWhite ? difference.lighter : max(difference.lighter, difference.darker)) >= Self.leastDifference
  }
}

extension Box {
  /// Makes a rectangle of that of letters.
  init(glyphs box: GlyphBox) {
    self.init(left: Double(box.left), top: Double(box.top), right: Double(box.right), bottom: Double(box.bottom))
  }
}
