/// Which of a sentence's words belong to one of its numbers of pages.
extension PageLimitFinder {
  /// The words around a number for what a page belongs to: back to a colon or semicolon, 60 letters at most, and on to a
  /// parenthesis, 40 at most.
  static func clause(_ before: String, _ after: String) -> String {
    let left = before.split(whereSeparator: { ";:".contains($0) }).last.map(String.init) ?? ""
    let isInside = before.count(where: { $0 == "(" }) > before.count(where: { $0 == ")" })
    let right = after.prefix { $0 != (isInside ? ")" : "(") }.prefix(40)
    let words = Self.nextClause.replacing(String(right.count > 3 || isInside ? right : after.prefix(20)), with: "")
    // "12 pages, excluding the title page" limits more than title pages.
    let end = Self.goesOnWithParts.first(in: words)?.range.lowerBound ?? words.utf16.count
    return left.suffix(60) + " " + String(decoding: Array(words.utf16)[..<end], as: UTF16.self)
  }

  /// ", and a proposal should have 2 pages" begins another clause.
  private static let nextClause = Pattern(#"[,;]\s+(and|or|while|whereas|but)\b.*$"#)
  private static let otherPapersFollow = Pattern(
    #"[;,]?\s+(and|while|but|whereas)\s+(papers?|submissions?|those|manuscripts?|articles?|ones)\b"#)

  /// The words around a number without what is said of other papers: "papers over 4 pages are long ones, and papers
  /// over 8 pages are rejected".
  static func ofSamePapers(_ before: String, _ own: String, _ after: String) -> String {
    let start = otherPapersFollow.all(in: before).last?.range.upperBound ?? 0
    let end = otherPapersFollow.first(in: after)?.range.lowerBound ?? after.utf16.count
    return String(decoding: Array(before.utf16)[start...], as: UTF16.self) + own
      + String(decoding: Array(after.utf16)[..<end], as: UTF16.self)
  }

  private static let goesOnWithParts = Pattern(
    #"\b(excluding|exclusive|including|inclusive|except\w*|(not|without) (including|counting)|plus|apart from|aside from)\b"#
  )

  private static let clauseStart = Pattern(anyOf: [
    #"[;|]"#,
    #"\b(and|or|while|whereas|but)\s+(?=(short|full|regular|long|position|poster|demo|extended|industry|tool|research)\b)"#,
    #"\)\s*,?\s*\b(and|or)\s+(?=(papers?|articles?|manuscripts?)\b)"#,
    #"\d+[\s-]+pages?\b(?=.*\b(for|papers?)\b)"#,
    #",\s+(and|or)?\s*(?=(short|full|regular|long|position|posters?|demos?|extended|industry|tool|research|up)\b)"#,
  ])
  private static let clauseEnd = Pattern(
    #"[;|]|\b(and|or|while|whereas|but)\s+(?=(short|full|regular|long|position|poster|demo|extended)\b)|,"#)

  /// The words before a number from where its kind of papers begins.
  static func lastClause(_ before: String) -> String {
    let start = clauseStart.all(in: before).last?.range.upperBound ?? 0
    return String(decoding: Array(before.utf16)[start...], as: UTF16.self)
  }

  /// The words after a number up to a comma or another kind of papers.
  static func firstClause(_ after: String) -> String {
    let units = Array(after.utf16)
    let end = clauseEnd.first(in: after)?.range.lowerBound ?? units.count
    return String(decoding: units[..<end], as: UTF16.self)
  }
}
