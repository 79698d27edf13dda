/// Spans that a sentence words: "between December 20 and January 30, 2031".
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
        span.range = span.range.lowerBound..<date.range.upperBound
        joined[joined.count - 1] = span
      } else {
        joined.append(date)
      }
    }
    return joined
  }
}
