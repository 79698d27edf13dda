/// Finds numbers of pages in a sentence, as digits or words: "8 pages", "page limit: 8", "full papers up to 12".
enum PageNumbers {
  /// A number of pages and where it stands, in UTF-16 units.
  struct Found: Hashable {
    let value: Double
    let range: Range<Int>
    /// Whether the number came first and "pages" stands elsewhere in the sentence: "long papers up to 12".
    var isElliptical = false
  }

  private static let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]
  private static let number = #"(?:\d{1,2}(?:\.5)?|"# + words.joined(separator: "|") + ")"
  // What is counted in points, inches, columns or authors is not counted in pages.
  private static let otherUnit =
    #"(?!\s*-?\s*(?:points?|pts?|inch(?:es)?|cm|mm|days?|weeks?|hours?|minutes?|words?|authors?|years?|papers?)\b)"#
  private static let paperSize = #"(?:(?:8\.5|8½)\W*(?:x|×|by)\W*11\W*(?:inch(?:es)?)?[\s-]*)?"#
  private static let between = #"(?:(?!\d|(?:at|most|least|than|to|web)\b)[\w&/-]+[\s-]+)"#

  private static let patterns: [Pattern] = [
    // "4+1 pages": what comes on top is not the limit.
    Pattern(#"(?<![\w.+]|(?-i:[A-Z])-)("# + number + #")\s*\+\s*(?:\d|one|two|n|x)\s*pages?\b"#),
    // "6-8 pages", "ten (10) single-spaced A4 pages": the larger or the last number counts.
    Pattern(
      #"(?<![\w.]|(?-i:[A-Z])-)(?:"# + number + #"(?:\s*\(\d{1,2}\))?\s*(?:-{1,3}|–|—|to|and|or)\s*)?("# + number + ")"
        + otherUnit
        + #"(?:\s*\((?:maximum\s+)?("# + number + #")\))?[\s-]+"# + between + "{0,3}?" + paperSize
        + #"(?:(?!\d)[\w&/-]+[\s-]+){0,2}?pages?\b(?:\s*\(\s*(?:max(?:imum|\.)?|up to|at most)(?:\s+of)?\s+("#
        + number
        + #")\s*(?:pages?)?\))?(?!\s*(?:numbers?|per (?!paper|submission|manuscript|article|contrib)|of code))"#
    ),
    Pattern(
      #"\bpage\s+(?:limit|length|count|maximum)\b[^.;\d|]{0,40}?(?:\|\s*(?:up to\s+|max\w*\.?\s+)?)?(\d{1,2})\b(?![,.:]\d|\s*(?:words|mb|minutes))"#
    ),
    Pattern(#"\b(?:number of pages|max\w*\.? pages)\b[^.;\d]{0,25}?(\d{1,2})\b(?![,.]\d|\s*(?:words|mb|minutes))"#),
    Pattern(#"\blength[^.;\d]{0,25}:\s*(\d{1,2})\s*(?:pp|pages?)"#),
    Pattern(#"(\d{1,2})\s*pp?\b\.?(?!\s*m\b)"#),
    Pattern(#"(?<![\w.])(\d{1,2})pages?\b"#),
    Pattern(#"\((?:max(?:imum|\.)?|up to|at most)\s*(\d{1,2})\s*(?:\+|plus)\s*(?:refs?|references|bibliograph\w+)\b"#),
  ]

  /// "Short papers have up to 6 pages, full papers up to 12".
  private static let elliptical = Pattern(
    #"\b(?:full|long|regular|research|technical|main)[\s-]+(?:research\s+)?(?:papers?|submissions?|contributions?|articles?|manuscripts?|ones?)[\s:(]+(?:(?:have|has|can have|may have|must have|are|is|can be|of|with|limited to|up to|at most|max\.?|maximum|a maximum of|within|no more than)\s+){0,3}("#
      + number + #")\b(?!\s*(?:-|–)?\s*(?:\d|pages?|words?|minutes?|mb|points?|pt|%|\w+\s+pages?))(?![.:]\d)"#
  )
  /// "Long (8), short (4)" in a sentence on numbers of pages, "at least 6 pages and at most 8".
  private static let bare = Pattern(
    #"\b(?:full|long|regular|research)\s*\(\s*("# + number
      + #")\s*\)|\bpages?\b[^.;\d]{0,20}\b(?:at most|no more than|max(?:imum|\.)?|up to)\s+("#
      + number + #")\b(?!\s*(?:-|–)?\s*(?:\d|pages?|words?|minutes?|mb|points?|pt|%|\w+\s+pages?))(?![.:]\d)"#
  )
  /// "7 pages (6 pages + 1 page for references)" says 6 with references on top.
  private static let moreForReferences = Pattern(
    #"^\s*(?:of\s+(?:\w+\s+){1,2}|for\s+(?:\w+\s+){1,2})?(?:\+|plus|and|with)\s*(?:up to\s+)?("# + number
      + #")\s+(?:more\s+|additional\s+|extra\s+)?pages?\s+(?:for|of|with|containing)\s+(?:only\s+)?(?:the\s+)?(?:refs?|references|bibliograph\w+)"#
  )
  private static let mathematics = Pattern(#"\$(\d{1,2})\$"#)
  private static let inPages = Pattern(#"\b(in pages|number of pages|page (limits?|counts?|lengths?))\b"#)
  private static let page = Pattern(#"\bpages?\b"#)

  /// Returns a text without the marks of mathematics around numbers, "$4$ pages"; blanks keep every place.
  static func plain(_ text: String) -> String {
    text.contains("$") ? mathematics.replacing(text, with: " $1 ") : text
  }

  /// Returns the numbers in the order in which they stand; no two overlap.
  static func all(in text: String) -> [Found] {
    let text = plain(text)
    var found: [Found] = []
    func add(_ match: Pattern.Match, isElliptical: Bool = false) {
      let place = isElliptical ? match.groupRanges.lazy.compactMap { $0 }.first ?? match.range : match.range
      guard !found.contains(where: { $0.range.overlaps(place) }) else { return }
      guard let value = match.groups.reversed().lazy.compactMap({ $0 }).compactMap(value).first else { return }
      found.append(Found(value: value, range: place, isElliptical: isElliptical))
    }
    for pattern in patterns { for match in pattern.all(in: text) { add(match) } }
    if !found.isEmpty, page.matches(text) {
      for match in elliptical.all(in: text) { add(match, isElliptical: true) }
    }
    if !found.isEmpty || inPages.matches(text), page.matches(text) {
      for match in bare.all(in: text) { add(match, isElliptical: true) }
    }
    let sums = found.filter { total in
      found.contains { part in
        guard part.value < total.value, total.range.upperBound <= part.range.lowerBound else { return false }
        let rest = String(decoding: Array(text.utf16)[part.range.upperBound...], as: UTF16.self)
        return Self.moreForReferences.first(in: rest)?.groups[0].flatMap(Self.value) == total.value - part.value
      }
    }
    found.removeAll(where: sums.contains)
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func value(_ text: String) -> Double? {
    Double(text) ?? words.firstIndex(of: text.lowercased()).map { Double($0 + 1) }
  }
}
