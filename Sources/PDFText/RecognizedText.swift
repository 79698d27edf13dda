import PDFLayout
import Papers

/// Tells text that a program recognized in a picture and laid over it from text that is hidden behind one.
///
/// Recognized words lie on their own likeness: the picture is dark in the middle of the word's height and light above
/// and below. Behind a photograph the dark rows are anywhere.
struct RecognizedText {
  /// The page without its letters.
  let ground: PagePicture
  let imageBoxes: [Box]

  /// Whether a picture lies where a word stands.
  func isOverPicture(_ word: LetterSight.Word) -> Bool {
    imageBoxes.contains { $0.contains(x: word.box.centerX, y: word.box.centerY) }
  }

  /// Whether most of the words lie on their own likeness.
  func depicts(_ words: [LetterSight.Word]) -> Bool {
    let judged = words.filter { $0.range.count >= 3 }
    guard !judged.isEmpty else { return false }
    // Of a photograph's words, a third do by chance.
    return judged.count(where: depicts) * 100 >= judged.count * 60
  }

  /// Whether there is nothing at all where a word stands and around it: recognized words may stand a little beside
  /// their likeness, as on a page that lay askew.
  func isBlank(under word: LetterSight.Word) -> Bool {
    let reach = 1.5 * word.box.height
    let around = Box(
      left: word.box.left - reach, top: word.box.top - reach, right: word.box.right + reach,
      bottom: word.box.bottom + reach)
    return ground.contrast(in: around).map { $0 < 0.06 } ?? false
  }

  /// Whether the page looks like paper: much of it has nearly its lightest shade, as a photograph has not.
  var looksLikePaper: Bool {
    let sorted = ground.lightness.sorted()
    guard let lightest = sorted.isEmpty ? nil : sorted[sorted.count * 9 / 10] else { return false }
    let near = ground.lightness.count { Int($0) >= Int(lightest) - 30 }
    return near * 100 >= ground.lightness.count * 45
  }

  private func depicts(_ word: LetterSight.Word) -> Bool {
    let (box, reach) = (word.box, 0.25 * word.box.height)
    guard
      let rows = ground.rowMeans(
        in: Box(left: box.left, top: box.top - reach, right: box.right, bottom: box.bottom + reach)),
      rows.count >= 5, let darkest = rows.indices.min(by: { rows[$0] < rows[$1] }),
      let lightest = rows.max()
    else { return false }
    let place = (Double(darkest) + 0.5) / Double(rows.count)
    return lightest - rows[darkest] >= 0.06 && place > 0.28 && place < 0.72
  }
}
