import PDFLayout
import Papers

/// A page on its way from letters to a layout; the letters are kept until it is known which of them can be seen.
struct ReadPage {
  var layout: PageLayout
  /// The letters as the file gives them to programs.
  let glyphs: PageGlyphs
  /// Words in the place of drawn ones, and these; `nil` for nearly all pages.
  private var replacement: ReplacedText?
  /// The letters that are drawn.
  private var drawnGlyphs: PageGlyphs { replacement?.drawn ?? glyphs }
  /// Fewer words that stand over one another are labels of a figure.
  private static let leastOverlaid = 8
  /// Whether it is known which letters are drawn.
  private var isJudged = false

  /// Reads a page.
  ///
  /// - Parameter pictures: Where pictures and figures stand, if facts are to be read.
  init(
    _ page: PopplerPageView, number: Int, glyphLimit: Int, fonts: FontTable,
    pictures: (pictures: [Box], figures: [Box])?
  ) {
    let size = page.size
    glyphs = page.glyphs(limit: glyphLimit).spellingTeXLetters()
    let result = LineBuilder(glyphs: glyphs, pageWidth: size.width, pageHeight: size.height, fonts: fonts).result()
    layout = PageLayout(
      number: number, width: size.width, height: size.height, isReliable: glyphs.isReliable, lines: result.lines,
      hiddenText: result.hidden)
    guard let pictures else { return }
    layout.imageBoxes = pictures.pictures
    layout.facts = PageFacts(
      links: page.links, annotations: page.annotations, formFields: page.formFields,
      shapelessScalars: glyphs.shapelessScalars, figureBoxes: pictures.figures)
  }

  /// Whether the page holds white letters, which can be read on a dark ground.
  var hasWhiteLetters: Bool { layout.hiddenText.contains { $0.reason == .white } }

  /// Takes the letters that the page has when none are replaced, where these say something else.
  mutating func takeDrawnLetters(_ letters: InkedLetters, fonts: FontTable) {
    guard let replaced = ReplacedText(glyphs: glyphs, drawn: letters) else { return }
    replacement = replaced
    (layout.lines, layout.hiddenText) = lines(of: replaced.drawn, fonts: fonts, whiteLetters: .hidden)
    layout.hiddenText.append(replaced.hidden)
  }

  /// Sorts the letters into lines that a person sees and hidden text.
  ///
  /// - Parameter inkedLetters: The page's letters with ink, if others have none.
  mutating func judge(by sight: LetterSight, inkedLetters: InkedLetters?, annotationBoxes: [Box], fonts: FontTable) {
    isJudged = sight.ground != nil
    let inkedWords = LetterSight.words(of: drawnGlyphs, inked: inkedLetters?.places)
    let words = inkedWords.map(\.word)
    let unseen = zip(inkedWords, sight.unseen(words)).filter { inked, isUnseen in
      // Letters of comments are drawn with or without the page's own.
      (isUnseen || inked.lacksInk)
        && !annotationBoxes.contains { $0.contains(x: inked.word.box.centerX, y: inked.word.box.centerY) }
    }.map(\.0.word)
    let pictured = pictured(unseen, sight: sight)
    let kept = layout.isPicture ? Set(pictured.map(\.range.lowerBound)) : []
    let apart = Set(unseen.map(\.range.lowerBound)).subtracting(kept)
    let seen = words.filter { !apart.contains($0.range.lowerBound) }
    // On a picture of a page the letters are never drawn, whatever their colour.
    let whiteLetters: LineBuilder.WhiteLetters =
      sight.ground != nil || layout.isPicture ? .seen : .judgedBy(sight.shown)
    (layout.lines, layout.hiddenText) = lines(
      of: apart.isEmpty ? drawnGlyphs : drawnGlyphs.keeping(seen.map(\.range)), fonts: fonts, whiteLetters: whiteLetters
    )
    if let replacement { layout.hiddenText.append(replacement.hidden) }
    if let inkedLetters, !layout.isPicture {
      layout.lines = linesSeen(of: inkedLetters.glyphs, sight: sight, annotationBoxes: annotationBoxes, fonts: fonts)
    }
    if layout.facts != nil, !layout.isPicture {
      let overlaid = overlaidTexts(of: seen)
      if !overlaid.isEmpty {
        let runs = lines(of: drawnGlyphs.keeping(overlaid.map(\.range)), fonts: fonts, whiteLetters: .seen).lines
          .flatMap(\.runs)
        layout.facts?.overlaidText = runs.map { HiddenText($0, reason: .notDrawn) }
      }
    }
    let labels = layout.isPicture ? [] : Set(pictured.map(\.range.lowerBound))
    for reason in [HiddenText.Reason.notDrawn, .overPicture] {
      let part = unseen.filter {
        apart.contains($0.range.lowerBound) && labels.contains($0.range.lowerBound) == (reason == .overPicture)
      }
      guard !part.isEmpty else { continue }
      let result = lines(of: drawnGlyphs.keeping(part.map(\.range)), fonts: fonts, whiteLetters: .hidden)
      layout.hiddenText += result.hidden
      layout.hiddenText += result.lines.flatMap(\.runs).map { HiddenText($0, reason: reason) }
    }
  }

  /// The words of a font and size that lie over those of another or under them, with the others of their lines: a text
  /// between the lines of another does not lie on it with every word.
  private func overlaidTexts(of words: [LetterSight.Word]) -> [LetterSight.Word] {
    func style(_ word: LetterSight.Word) -> String {
      guard word.style < drawnGlyphs.styles.count else { return "" }
      let style = drawnGlyphs.styles[word.style]
      return "\(style.fontName) \(Int(style.fontSize * 10))"
    }
    let groups = Dictionary(grouping: LetterSight.overlaid(words), by: style)
      .filter { $0.value.count >= Self.leastOverlaid }
    guard !groups.isEmpty else { return [] }
    return words.filter { word in
      groups[style(word)]?.contains { abs($0.box.centerY - word.box.centerY) < 0.3 * $0.box.height } ?? false
    }
  }

  /// The lines that a person sees, of letters with ink alone: with others among them the library tears words apart.
  private func linesSeen(
    of inked: PageGlyphs, sight: LetterSight, annotationBoxes: [Box], fonts: FontTable
  ) -> [TextLine] {
    let words = LetterSight.words(of: inked)
    let seen = zip(words, sight.unseen(words)).filter { word, isUnseen in
      !isUnseen || annotationBoxes.contains { $0.contains(x: word.box.centerX, y: word.box.centerY) }
    }.map(\.0)
    let whiteLetters: LineBuilder.WhiteLetters = sight.ground != nil ? .seen : .judgedBy(sight.shown)
    return lines(of: inked.keeping(seen.map(\.range)), fonts: fonts, whiteLetters: whiteLetters).lines
  }

  /// The words that lie on their own likeness in a picture; decides whether the page as a whole is one.
  private mutating func pictured(_ unseen: [LetterSight.Word], sight: LetterSight) -> [LetterSight.Word] {
    guard !layout.imageBoxes.isEmpty, !unseen.isEmpty, let ground = sight.ground else { return [] }
    let recognized = RecognizedText(ground: ground, imageBoxes: layout.imageBoxes)
    let over = unseen.filter(recognized.isOverPicture)
    let isLikeness = recognized.depicts(over)
    let letters = drawnGlyphs.scalars.count { !PageGlyphs.isBlank($0) }
    let share = Double(over.reduce(0) { $0 + $1.range.count }) / Double(max(letters, 1))
    // Where next to all letters lie on pictures of paper, they were recognized, however badly they are placed.
    layout.isPicture =
      isLikeness
      ? layout.pictureCoverage >= 0.5 && share > 0.5
      : layout.pictureCoverage >= 0.7 && share > 0.8 && letters >= 200 && recognized.looksLikePaper
    guard isLikeness || layout.isPicture else { return [] }
    // What has nothing under it is not what was recognized there.
    return over.filter { !recognized.isBlank(under: $0) }
  }

  /// Decides whether a page whose letters could not be told from its pictures is a picture: one that is covered by
  /// pictures may be.
  mutating func settlePicture() {
    let isCovered = layout.pictureCoverage >= (layout.lines.isEmpty ? 0.5 : 0.7)
    if isCovered && (!isJudged || layout.lines.isEmpty) { layout.isPicture = true }
  }

  private func lines(
    of glyphs: PageGlyphs, fonts: FontTable, whiteLetters: LineBuilder.WhiteLetters
  ) -> (lines: [TextLine], hidden: [HiddenText]) {
    let result = LineBuilder(
      glyphs: glyphs, pageWidth: layout.width, pageHeight: layout.height, fonts: fonts, whiteLetters: whiteLetters
    ).result()
    return (result.lines, result.hidden)
  }
}
