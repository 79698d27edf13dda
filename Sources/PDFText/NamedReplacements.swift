import PDFLayout
import Papers

/// Words that a file gives to programs by a list of properties with a name (ISO 32000-1, 14.6.2). Poppler passes these
/// over, other programs read them in the place of what is drawn.
extension PDFObjects {
  /// The most forms of a page whose lists are looked at.
  private static let formLimit = 1_000
  /// The most names of a page, of lists and of forms, that are looked at: pages of real papers have some hundreds, and a
  /// hostile one must not cost more than a fraction of a second.
  private static let nameLimit = 10_000

  /// Returns the words for programs in a page's lists of properties and in those of the forms that it draws, each once.
  func namedReplacements(onPage number: Int, nameLimit: Int = nameLimit) -> [String] {
    guard let page = drawing(ofPage: number) else { return [] }
    var texts: [String] = []
    var known: Set<String> = []
    var seen: Set<Int32> = []
    var open = [page.resources]
    var namesLeft = nameLimit
    while namesLeft > 0, let resources = open.popLast() {
      let lists = resources["/Properties"]?.parts ?? []
      for (_, list) in lists.prefix(namesLeft) {
        if let text = list["/ActualText"]?.text, known.insert(text).inserted { texts.append(text) }
      }
      let forms = resources["/XObject"]?.parts ?? []
      namesLeft -= lists.count + forms.count
      for (_, form) in forms.prefix(nameLimit) where seen.count < Self.formLimit {
        guard let number = form.number, seen.insert(number).inserted, let inner = form.entries?["/Resources"] else {
          continue
        }
        open.append(inner)
      }
    }
    return texts
  }
}

extension ReplacedText {
  /// Returns those of the named words for programs that say something else than a page's letters.
  static func named(_ texts: [String], beside glyphs: PageGlyphs) -> [HiddenText] {
    guard !texts.isEmpty else { return [] }
    let page = String(String.UnicodeScalarView(glyphs.scalars.compactMap { Unicode.Scalar($0) }))
    let drawn = Set(longWords(of: page))
    return texts.compactMap { text in
      saysOther(text, than: drawn)
        ? HiddenText(text: text, box: Box(x: 0, y: 0, width: 0, height: 0), reason: .replaced) : nil
    }
  }
}
