/// Tells numbers of pages that a call recommends from those that it prescribes.
enum PageAdvice {
  /// Whether a number of pages is advice, for the sentence advises, or as a rough number or one that goes on after such.
  ///
  /// - Parameters:
  ///   - before: The sentence up to the number.
  ///   - own: The words of the number itself.
  ///   - after: The sentence after the number.
  ///   - clause: The clause that the number stands in.
  ///   - text: The whole sentence.
  static func isAdvised(before: String, own: String, after: String, clause: String, in text: String) -> Bool {
    if usual.matches(after) { return true }
    if roughly.matches(before) || roughlyInside.matches(own) || roughlyEarlier.matches(before) { return true }
    if strictAgainstAdvice.matches(clause) { return false }
    return advice.matches(roughWords.replacing(text, with: ""))
  }

  /// "12 pages, around 4,000 words" says of the pages that they are so many.
  private static let roughWords = Pattern(
    #"\b(approximately|approx\.?|roughly|circa|ca\.|about|around)\s*\d[\d,.]*(\s*(-|–|to)\s*\d[\d,.]*)?\s*(words|characters|lines|minutes)\b"#
  )
  /// "4 pages standard, up to 6".
  private static let usual = Pattern(
    #"^[\s(]*(standard|normally|typically|usually|recommended|preferred)\b(?=\s*($|[,;.)]|and\b|but\b))"#)
  private static let roughlyInside = Pattern(#"\b(approximately|approx\.?|roughly|circa|ca\.)\s*\d"#)
  private static let roughlyEarlier = Pattern(
    #"\b(approximately|approx\.?|roughly|circa|ca\.|about|around)\s+\d+[\s-]+pages?\b[^.;]*\band\s*$"#)
  /// "4,000 words (approximately 15 pages)", whatever is strict about the words.
  private static let roughly = Pattern(#"(\b(approximately|approx\.?|roughly|circa|ca\.|about|around)|[~≈])\s*$"#)
  private static let advice = Pattern(
    #"\b(recommend(?!er)\w*(?! (systems?|engines?|models?|algorithms?))|suggest\w*|typical\w*|usual\w*|expected(?! (format|layout|to (be|lie|stay|fall|run) (in|within|between|from)\b))|expect|encourage\w* to(?! submit\b[^.]*\b(up to|at most|no more than|of \d))|around|approximately|about \d|roughly|ideal\w*|guideline|no (strict |hard |formal )?(page |length )?limits?|flexible|longer (papers?|submissions?|versions?)[^.]*\b(welcome|allowed|accepted|permitted|fine|ok)|not (a )?strict)\b"#
  )
  private static let strictAgainstAdvice = Pattern(
    #"\b(must not exceed|may not exceed|not exceed|at most|no more than|no longer than|limited to|maximum|max\.?|page limit)\b"#
  )
}
