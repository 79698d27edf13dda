/// Which two dates are the ends of a span: "between December 20 and January 30, 2031", not "moved from March 5 to 12".
extension DateGrammar {
  private static let between = Pattern(#"\bbetween( the)?\W*$"#)
  private static let and = Pattern(#"^\W*and( the)?\W*$"#)

  /// Makes one span of the two dates after "between".
  static func joinedAfterBetween(_ dates: [WrittenDate], in text: String) -> [WrittenDate] {
    let units = Array(text.utf16)
    func words(_ range: Range<Int>) -> String { String(decoding: units[range], as: UTF16.self) }
    var joined: [WrittenDate] = []
    for date in dates {
      if var span = joined.last, span.end == nil, date.end == nil,
        and.matches(words(span.range.upperBound..<max(span.range.upperBound, date.range.lowerBound))),
        between.matches(words(0..<span.range.lowerBound))
      {
        span.end = date.start
        if span.start.year == nil, let year = date.start.year {
          span.start.year = (span.start.month, span.start.day) > (date.start.month, date.start.day) ? year - 1 : year
        }
        span.range = span.range.lowerBound..<date.range.upperBound
        joined[joined.count - 1] = span
      } else {
        joined.append(date)
      }
    }
    return joined
  }

  private static let moves = Pattern(
    #"\b(moved|extended|postponed|changed|shifted|delayed|deferred|prolonged|pushed back)\s+from\W*$"#)

  /// Whether what looks like a span of days is an old date and the new one: "moved from March 5 to March 12".
  static func isMove(_ date: WrittenDate, in text: String) -> Bool {
    guard date.end != nil else { return false }
    let units = Array(text.utf16)
    let before = String(decoding: units[..<date.range.lowerBound], as: UTF16.self)
    // "--April 20-- April 27": dashes drawn through the first.
    let isDashed =
      before.hasSuffix("--") && String(decoding: units[date.range], as: UTF16.self).contains("--")
    return isDashed || moves.matches(before)
  }
}
