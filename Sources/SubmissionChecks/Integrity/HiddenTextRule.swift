import PDFLayout
import Papers

/// `integrity.hidden-text`: machines read the same words as people.
struct HiddenTextRule: SubmissionRule {
  let id = "integrity.hidden-text"
  let summary = "The file holds no words that a person cannot see."
  let method =
    "Letters in the ground's colour, smaller than one and a half points, outside the page, in a layer that is switched off, "
    + "in a form field, given to programs instead of what is drawn, covered or drawn without ink: each of the first twenty pages is drawn with and without its letters, and where letters should be "
    + "the two must differ. Sentences that stand over one another are for a person. Invisible characters (tags, zero-width ones) "
    + "count too. Fifteen hidden words on a page fail, forty if they belong to a figure; fewer are for "
    + "a person, single letters are nothing, nor are a few labels that a figure covers or cuts away. Text that text recognition has laid over a picture of the same words is no finding."
  let source = "Programs that read papers must not be told what people are not."

  /// A hidden order or a list of keywords is longer; cut-away titles of figures are shorter (ten words were seen in
  /// a published paper).
  private static let breach = 15
  /// Fewer words are labels.
  private static let doubt = 3
  /// What a figure's frame cuts away is common and harmless.
  private static let doubtIfCut = 8
  /// The labels that figures hide under others or cut away are at most so many; a list of keywords to be found by is longer.
  private static let doubtForLabels = 40

  func answer(for submission: CheckedSubmission) -> Answer {
    guard submission.layout.facts != nil else { return .couldNotCheck("What can be seen of the text is not known.") }
    if let answer = shapeless(submission) { return answer }
    var doubt: Answer?
    for page in submission.layout.pages {
      let figures = Self.figures(of: page)
      let groups = Dictionary(grouping: page.hiddenText, by: \.reason)
      for reason in HiddenText.Reason.allCases {
        // What is hidden beside the figures says nothing of what is hidden in them.
        let places = Dictionary(grouping: groups[reason] ?? []) { Self.figure($0, of: figures) }
        let found = [
          answer(to: places[nil] ?? [], reason: reason, figures: [], on: page),
          answer(
            to: places.filter { $0.key != nil }.sorted { ($0.key ?? 0) < ($1.key ?? 0) }.flatMap(\.value),
            reason: reason,
            figures: places.compactMap { $0.key == nil ? nil : $0.value }, on: page),
        ].compactMap { $0 }
        if let answer = found.first(where: { $0.verdict == .fail }) { return answer }
        doubt = doubt ?? found.first
      }
    }
    if let answer = doubt ?? overlaid(submission) { return answer }
    if let undrawn = submission.layout.facts?.undrawnPages, let first = undrawn.first {
      return .couldNotCheck(
        "\(undrawn.count == 1 ? "Page \(first)" : "\(undrawn.count) pages, the first of them page \(first),") would take too long to "
          + "draw, so whether all text can be seen is not known. Nothing was found by the colour, size and place of letters. "
          + "Please look at the pages; a figure of very many parts is often to blame.")
    }
    let pictures = submission.picturePages.filter { number in
      submission.layout.pages.contains { $0.number == number && !$0.lines.isEmpty }
    }
    let recognized =
      pictures.isEmpty
      ? ""
      : " \(pictures.count == 1 ? "Page \(pictures[0]) is a picture" : "\(pictures.count) pages are pictures") under "
        + "recognized text, as scanners make them."
    return submission.layout.facts?.knowsUnshownText == true
      ? .pass("All text of the file can be seen." + recognized)
      : .couldNotCheck(
        "All text on the pages can be seen; whether text stands outside them could not be told, because the file is too "
          + "large or its objects are damaged.")
  }

  /// What to say of hidden pieces of one page; `nil` for too few words.
  ///
  /// - Parameter figures: The pieces by figure if all of them belong to figures, else empty.
  private func answer(
    to pieces: [HiddenText], reason: HiddenText.Reason, figures: [[HiddenText]], on page: PageLayout
  ) -> Answer? {
    guard let first = pieces.first else { return nil }
    let text = Self.text(of: pieces)
    // Formulas are given to programs as source text.
    let words = Self.wordCount(reason == .replaced ? Self.withoutSource(text) : text)
    let isProse = Self.isProse(text)
    let mostInFigure = figures.map { Self.wordCount(Self.text(of: $0)) }.max()
    // A title cut away in each of several figures is a cut-away title.
    let isText = isProse && mostInFigure.map { $0 >= Self.breach } ?? true
    guard words >= Self.doubt(reason, isProse: isText, isInFigures: !figures.isEmpty) else { return nil }
    // Words in a figure may have been recognized there; a sentence is for a person.
    if reason == .overPicture && !isProse { return nil }
    let box = pieces.dropFirst().reduce(first.box) { $0.union($1.box) }
    // Recognized words may stand a little beside those of a scan.
    let mayBeRecognized = reason == .overPicture || (page.isPicture && reason == .notDrawn)
    let isLabels = reason != .white && !isProse && !pieces.contains { Self.wordCount($0.text) >= 8 }
    // Titles that a frame cuts away are prose too: those of several figures are no more than a reason to look.
    let isMany = mostInFigure.map { $0 >= Self.doubtForLabels } ?? (words >= Self.breach)
    let isCertain = isMany && !isLabels && !mayBeRecognized && reason != .formField && reason != .replaced
    return Answer(
      verdict: isCertain ? .fail : .look,
      message:
        "Page \(page.number) holds \(words) words that nobody can see, because \(Self.words(for: reason)). Programs read "
        + "them all the same. If they come with a figure, crop it for good (pdfcrop, or export it anew).",
      place: Answer.Place(page: page.number, box: box), evidence: text, visibility: .chair)
  }

  /// A text over another: without ink it is hidden, with ink it spoils the other.
  private func overlaid(_ submission: CheckedSubmission) -> Answer? {
    for page in submission.layout.pages {
      let styles = Dictionary(grouping: page.facts?.overlaidText ?? [], by: \.style)
      for (_, pieces) in styles.sorted(by: { $0.key < $1.key }) {
        let text = Self.text(of: pieces)
        guard Self.wordCount(text) >= Self.breach, Self.isProse(text) else { continue }
        return .look(
          "On page \(page.number), \(Self.wordCount(text)) words stand over others, so that people read one text at most and "
            + "programs read two.",
          at: Answer.Place(page: page.number, box: pieces.dropFirst().reduce(pieces[0].box) { $0.union($1.box) }),
          evidence: text, visibility: .chair)
      }
    }
    return nil
  }

  private func shapeless(_ submission: CheckedSubmission) -> Answer? {
    for page in submission.layout.pages {
      let scalars = page.facts?.shapelessScalars ?? []
      let tags = scalars.filter { $0 >= 0xE0020 && $0 < 0xE007F }
      if tags.count >= 8 {
        let text = String(decoding: tags.map { UInt8($0 - 0xE0000) }, as: UTF8.self)
        return .fail(
          "Page \(page.number) holds \(tags.count) invisible tag characters that spell a text for programs. Take them out of "
            + "the source.", at: Answer.Place(page: page.number), evidence: text, visibility: .chair)
      }
      if scalars.count >= 200 {
        return .look(
          "Page \(page.number) holds \(scalars.count) characters without a shape (zero-width). They may come from copied text, "
            + "or hide something.", at: Answer.Place(page: page.number), evidence: "\(scalars.count) characters")
      }
    }
    return nil
  }

  /// How many words are for a person: more where cutting a figure out of a larger one hides text that way, and for mere
  /// labels in a figure, which programs for drawing leave under what was drawn later.
  private static func doubt(_ reason: HiddenText.Reason, isProse: Bool, isInFigures: Bool) -> Int {
    if isInFigures { return isProse ? breach : doubtForLabels }
    switch reason {
    case .white, .tiny: return isProse ? doubt : doubtIfCut
    case .notDrawn, .outsidePage, .switchedOff: return doubtIfCut
    // Papers have no forms.
    case .formField: return doubt
    case .overPicture: return breach
    case .replaced: return isProse ? doubtIfCut : doubtForLabels
    }
  }

  /// The places of a page's figures; what fills most of the page is none.
  private static func figures(of page: PageLayout) -> [Box] {
    (page.facts?.figureBoxes ?? []).filter { $0.width * $0.height <= 0.6 * page.width * page.height }
  }

  /// Which figure a hidden text belongs to; `nil` for none.
  private static func figure(_ piece: HiddenText, of figures: [Box]) -> Int? {
    // Where the text begins, as well as that can be told from the box around its letters.
    let (x, y) = (piece.box.left, piece.box.bottom - 0.2 * piece.box.height)
    let reach = max(0.3 * piece.box.height, 2)
    return figures.firstIndex { box in
      x > box.left - reach && x < box.right + reach && y > box.top - reach && y < box.bottom + reach
    }
  }

  /// A text, or nothing if it is the source of a formula: a quarter of its words are TeX's.
  private static func withoutSource(_ text: String) -> String {
    let words = text.split(separator: " ")
    return words.count { $0.contains { "\\{}^_=$&".contains($0) } } * 4 >= words.count ? "" : text
  }

  private static func text(of pieces: [HiddenText]) -> String { pieces.map(\.text).joined(separator: " ") }

  private static func wordCount(_ text: String) -> Int {
    text.split(separator: " ").count { word in word.count { $0.isLetter } >= 2 }
  }

  /// Whether the words make sentences rather than labels: enough small ones among them.
  private static func isProse(_ text: String) -> Bool {
    let small: Set<Substring> = [
      "the", "a", "of", "to", "and", "is", "in", "this", "that", "for", "you", "as", "all", "any", "with", "it", "be",
      "not", "are",
    ]
    let words = text.lowercased().split(separator: " ")
    return words.count { small.contains($0) } * 8 >= words.count
  }

  private static func words(for reason: HiddenText.Reason) -> String {
    switch reason {
    case .white: "they have the colour of the paper"
    case .tiny: "they are smaller than one and a half points"
    case .outsidePage: "they stand outside the page"
    case .formField: "they stand in a form field, which may be shown or not"
    case .replaced: "the file tells programs to read them instead of what is drawn (ActualText)"
    case .switchedOff: "they are in a layer that is switched off"
    case .notDrawn: "they are covered or drawn without ink"
    case .overPicture:
      "they are drawn without ink, or behind a picture; the picture seems to show words at their places"
    }
  }
}
