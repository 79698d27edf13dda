import PDFLayout
import Papers

/// Words that a file tells programs to read in the place of what is drawn (`ActualText`, ISO 32000-1, 14.9.4).
///
/// Programs that set type use it for hyphens, ligatures and formulas, and where a font does not say what its letters are.
/// So it counts only as sentences that have nothing in common with the drawn letters.
struct ReplacedText {
  /// Fewer words replace a formula or a drawn word.
  private static let leastWords = 8
  /// The share of words that stand among the drawn ones too, from which on the text is that of the page.
  private static let commonShare = 0.5
  /// How far the drawn letters may stand from those that replace them, in points.
  private static let reach = 3.0

  /// What programs read.
  let hidden: HiddenText
  /// The letters that are drawn on the page, for these words and all others.
  let drawn: PageGlyphs

  /// Compares a page's letters with those that it has when nothing is replaced; `nil` where both say the same.
  init?(glyphs: PageGlyphs, drawn: InkedLetters) {
    let words = LetterSight.words(of: glyphs).filter { word in
      2 * word.range.count { !drawn.places.holdsExactly(glyphs.scalars[$0], at: glyphs.boxes[$0]) } > word.range.count
    }
    guard let first = words.first else { return nil }
    let text = Self.text(of: words, in: glyphs)
    guard Self.saysOther(text, than: []) else { return nil }
    let places = LetterPlaces(glyphs)
    var kept: [Range<Int>] = []
    var instead: [LetterSight.Word] = []
    for word in LetterSight.words(of: drawn.glyphs) {
      let isKnown = word.range.contains { places.holds(drawn.glyphs.scalars[$0], at: drawn.glyphs.boxes[$0]) }
      let isNear = words.contains { $0.box.reaches(word.box, within: Self.reach) }
      if isNear { instead.append(word) }
      // The copy also shows what stands outside the page and in other layers.
      if isKnown || isNear { kept.append(word.range) }
    }
    let seen = Set(Self.longWords(of: Self.text(of: instead, in: drawn.glyphs)))
    guard Self.saysOther(text, than: seen) else { return nil }
    let box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
    hidden = HiddenText(text: text, box: box, reason: .replaced)
    self.drawn = drawn.glyphs.keeping(kept)
  }

  /// The words as programs read them; long ones come in parts.
  private static func text(of words: [LetterSight.Word], in glyphs: PageGlyphs) -> String {
    var text = ""
    var end = -1
    for word in words {
      if word.range.lowerBound != end, !text.isEmpty { text.append(" ") }
      text.unicodeScalars.append(contentsOf: word.range.compactMap { Unicode.Scalar(glyphs.scalars[$0]) })
      end = word.range.upperBound
    }
    return text
  }

  /// Whether a text makes sentences that have little in common with the long words that are drawn.
  static func saysOther(_ text: String, than drawn: Set<String>) -> Bool {
    let own = longWords(of: text)
    guard text.split(separator: " ").count >= leastWords, own.count >= leastWords / 2 else { return false }
    return Double(own.count { drawn.contains($0) }) < commonShare * Double(own.count)
  }

  /// The words of four letters or more, in small letters.
  static func longWords(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }.map(String.init)
  }
}

extension Box {
  /// Whether a rectangle comes as near as so many points.
  fileprivate func reaches(_ other: Box, within points: Double) -> Bool {
    horizontalOverlap(with: other) > -points && verticalOverlap(with: other) > -points
  }
}

extension PDFReader {
  /// Puts the drawn letters in the place of those that replace them, where these say something else.
  ///
  /// - Parameter offset: How much larger the places in a copy of the objects are.
  func takeDrawnLetters(
    into pages: inout [ReadPage], limit: Int, objects: PDFObjects?, offset: Double, fonts: FontTable
  ) {
    guard let objects, objects.dropReplacements(), let bytes = objects.written(),
      let copy = PopplerFile(bytes: bytes)
    else { return }
    for index in pages.indices.prefix(limit) {
      guard let page = copy.page(at: pages[index].layout.number - 1) else { continue }
      let glyphs = page.glyphs(limit: glyphLimit).spellingTeXLetters()
      pages[index].takeDrawnLetters(InkedLetters(glyphs, offset: Float(offset)), fonts: fonts)
    }
  }
}

extension PDFObjects {
  /// Takes out the words that programs are told to read in the place of drawn ones; returns whether there were any.
  func dropReplacements() -> Bool {
    let key = "/ActualText"
    var isChanged = false
    func drop(from list: Object) {
      guard let value = list[key] else { return }
      value.release()
      list.remove(key)
      isChanged = true
    }
    forEachObject { object in
      let entries = object.entries
      defer { entries?.release() }
      let dictionary = entries ?? object
      drop(from: dictionary)
      // Lists of properties stand among a page's or a form's resources, or in an object of their own.
      let resources = dictionary["/Resources"]
      for holder in [dictionary, resources] {
        guard let lists = holder?["/Properties"] else { continue }
        for (_, list) in lists.parts { drop(from: list) }
      }
      resources?.release()
      guard let entries, Self.mayDraw(entries), let bytes = object.bytes,
        let cleaned = ContentStream.withoutReplacements(bytes)
      else { return }
      object.replace(by: cleaned)
      isChanged = true
    }
    return isChanged
  }

  /// Whether a stream may hold operators: a form, or a page's, which says nothing of itself.
  private static func mayDraw(_ entries: Object) -> Bool {
    let kind = entries["/Subtype"]
    defer { kind?.release() }
    if let kind { return kind.name == "/Form" }
    let others = ["/Type", "/Length1", "/CIDSystemInfo"].compactMap { entries[$0] }
    for other in others { other.release() }
    return others.isEmpty
  }
}
