import PDFLayout

/// The words by which papers name their parts, in letters only and lower case.
enum HeadingWords {
  static let abstract: Set<String> = ["abstract", "summary", "executivesummary", "zusammenfassung", "resume"]

  static let introduction: Set<String> = [
    "introduction", "iintroduction", "introductionandmotivation", "introductionandrelatedwork",
    "introductionandbackground",
    "overview", "motivation", "background",
  ]

  static let references: Set<String> = [
    "references", "bibliography", "referencesandnotes", "literature", "literaturecited", "workscited",
    "referencescited",
  ]

  /// What ends an abstract that runs on in the same column.
  static let keywords = [
    "keywords", "keywordsandphrases", "indexterms", "keyterms", "additionalkeywordsandphrases", "additionalkeywords",
  ]

  static let afterAbstract = [
    "ccsconcepts", "categoriesandsubjectdescriptors", "generalterms", "acmreferenceformat", "acmreferenceformats",
    "acmsubjectclassification", "mathematicssubjectclassification", "amssubjectclassification", "jelclassification",
    "permissiontomake", "articleinfo", "articlehistory", "pvldbreferenceformat", "pvldbartifactavailability",
    "correspondingauthor", "correspondenceto", "preprintsubmittedto", "submissionid", "digitalobjectidentifier",
    "impactstatement", "teaserfigure", "pacsnumbers", "pacs", "msccodes", "relatedversion", "supplementarymaterial",
  ]

  /// Whether a heading stands before the text proper.
  static func isFrontMatter(_ letters: String) -> Bool {
    abstract.contains(letters) || keywords.contains(letters) || afterAbstract.contains(letters)
  }
}

/// A word at the start of a line that names what follows, as in "Abstract—We show" or "Keywords: systems".
struct RunInHeading {
  /// The heading's letters in lower case.
  var letters: String
  /// What follows it in the line, without the mark between.
  var rest: String

  /// Reads a line's first words against a list; `nil` if none of them stands there as a heading.
  init?(_ line: TextLine, words: some Collection<String>) {
    let text = line.text
    // The heading's letters may be spaced or of two sizes, so letters are compared and blanks passed over.
    var best: (letters: String, end: String.UTF8View.Index)?
    for word in words {
      var index = text.utf8.startIndex
      var expected = word.utf8.startIndex
      while index < text.utf8.endIndex, expected < word.utf8.endIndex {
        let byte = text.utf8[index]
        if byte == 0x20 || byte == 0x2D {
          index = text.utf8.index(after: index)
          continue
        }
        guard byte < 0x80, byte | 0x20 == word.utf8[expected] else { break }
        index = text.utf8.index(after: index)
        expected = word.utf8.index(after: expected)
      }
      guard expected == word.utf8.endIndex, word.utf8.count > best?.letters.utf8.count ?? 0 else { continue }
      best = (word, index)
    }
    guard let best, let first = text.unicodeScalars.first, first.properties.isUppercase || first.properties.isLowercase
    else { return nil }
    var end = best.end
    let marks: Set<Unicode.Scalar> = [
      ":", ".", "-", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", " ", "|", "\u{2022}",
    ]
    var sawMark = false
    let scalars = text.unicodeScalars
    while end < scalars.endIndex, marks.contains(scalars[end]) {
      if scalars[end] != " " { sawMark = true }
      end = scalars.index(after: end)
    }
    letters = best.letters
    rest = String(text[end...])
    guard !rest.isEmpty else { return nil }
    if sawMark { return }
    // Without a mark, the heading must look otherwise than what follows: "Abstract" in bold, then text.
    let heading = line.runs[0]
    let isOwnRun = lowerLetters(of: heading.text) == letters
    guard isOwnRun, let next = line.runs.dropFirst().first,
      next.font.name != heading.font.name || abs(next.fontSize - heading.fontSize) > 0.3
    else { return nil }
  }
}
