/// A day as a call writes it, perhaps without its year.
struct WrittenDay: Hashable, Sendable {
  var year: Int?
  var month: Int
  var day: Int

  /// Whether there is such a day.
  var isPossible: Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The day of the week in a year, Monday being 0 (Zeller 1882).
  func weekday(in year: Int) -> Int {
    let m = month < 3 ? month + 12 : month
    let y = month < 3 ? year - 1 : year
    return (day + (13 * (m + 1)) / 5 + y + y / 4 - y / 100 + y / 400 + 5) % 7
  }

  /// Whether it comes before another day; both need a year.
  func isBefore(_ other: WrittenDay) -> Bool {
    (year ?? 0, month, day) < (other.year ?? 0, other.month, other.day)
  }
}

/// A date or a span of days in a call's text.
struct WrittenDate: Hashable, Sendable {
  /// Where it stands, in UTF-16 units.
  var range: Range<Int>
  /// The day, or the first of several.
  var start: WrittenDay
  /// The last of several days.
  var end: WrittenDay?
  /// The day of the week that stands before it, Monday being 0.
  var weekday: Int?

  /// The first and the last day as dates of their own.
  var ends: [WrittenDate] {
    guard let end else { return [self] }
    let middle = range.lowerBound + range.count / 2
    return [
      WrittenDate(range: range.lowerBound..<middle, start: start),
      WrittenDate(range: middle..<range.upperBound, start: end),
    ]
  }
}

/// The grammar of dates as calls write them: every usual order, spans, names of weekdays, ordinals, misspelt months.
struct DateGrammar {
  private let tokens: [DateToken]
  /// How to read a date of slashes that could be two days; such a date is none if nothing tells.
  private let dayComesFirst: Bool?

  private static let slashed = Pattern(#"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:(?:19|20)\d{2}|[0-4]\d)(?![\d/])"#)

  /// Whether a call's dates of slashes begin with the day, which one day after the twelfth tells for all of them.
  static func dayComesFirst(in texts: [String]) -> Bool? {
    var dayFirst = false
    var monthFirst = false
    for match in texts.flatMap({ slashed.all(in: $0) }) {
      if match.groups[0].flatMap({ Int($0) }) ?? 0 > 12 { dayFirst = true }
      if match.groups[1].flatMap({ Int($0) }) ?? 0 > 12 { monthFirst = true }
    }
    return dayFirst == monthFirst ? nil : dayFirst
  }

  /// Returns the dates in a text, in order.
  static func dates(in text: String, dayComesFirst: Bool? = nil) -> [WrittenDate] {
    let grammar = DateGrammar(tokens: DateToken.tokens(of: text), dayComesFirst: dayComesFirst)
    var dates: [WrittenDate] = []
    var index = 0
    while index < grammar.tokens.count {
      if let (date, next) = grammar.date(at: index) {
        dates.append(date)
        index = next
      } else {
        index += 1
      }
    }
    return dates
  }

  private func token(_ index: Int) -> DateToken? { tokens.indices.contains(index) ? tokens[index] : nil }
  private func isSymbol(_ index: Int, _ symbols: String) -> Bool {
    guard let token = token(index), token.kind == .symbol, let symbol = token.text.first else { return false }
    return symbols.contains(symbol)
  }

  private func date(at index: Int) -> (WrittenDate, Int)? {
    let first = afterWeekday(index)
    let found = numericSpan(first) ?? numeric(first) ?? monthFirst(first) ?? dayFirst(first) ?? yearFirst(first)
    guard let (found, next) = found, case var date = found, date.start.isPossible, date.end?.isPossible ?? true else {
      return nil
    }
    date.range = tokens[index].range.lowerBound..<tokens[next - 1].range.upperBound
    if first > index, let name = token(index)?.text {
      date.weekday = Self.weekdayStarts.firstIndex { name.hasPrefix($0) }
    }
    return (date, next)
  }

  // MARK: Orders

  /// `28.11. - 30.11.2016`, `5.-7.6.2024`: two days with points, the year behind the last.
  private func numericSpan(_ index: Int) -> (WrittenDate, Int)? {
    guard let first = dayNumber(index), isSymbol(index + 1, ".") else { return nil }
    var place = index + 2
    var firstMonth: Int?
    if let month = token(place)?.number, (token(place)?.digits ?? 9) <= 2, isSymbol(place + 1, ".") {
      firstMonth = month
      place += 2
    }
    guard isSymbol(place, "-–—") || token(place)?.text == "to", let last = dayNumber(place + 1),
      isSymbol(place + 2, "."), let month = token(place + 3)?.number, isSymbol(place + 4, "."),
      let year = token(place + 5), year.digits == 4, let value = year.number, (1980...2100).contains(value)
    else { return nil }
    let start = WrittenDay(
      year: (firstMonth ?? month) > month ? value - 1 : value, month: firstMonth ?? month, day: first)
    return (
      WrittenDate(range: 0..<0, start: start, end: WrittenDay(year: value, month: month, day: last)), place + 6
    )
  }

  /// `2021-08-02`, `2021/8/2`, `15.03.2024`; slashes with the day or month unclear are left alone.
  private func numeric(_ index: Int) -> (WrittenDate, Int)? {
    guard let first = token(index), let third = token(index + 2), let fifth = token(index + 4),
      let a = first.number, let b = third.number, let c = fifth.number,
      isSymbol(index + 1, "-/."), token(index + 3)?.text == token(index + 1)?.text,
      !isSymbol(index + 5, "/-") || token(index + 6)?.number == nil
    else { return nil }
    let day: WrittenDay
    if first.digits == 4, third.digits <= 2, fifth.digits <= 2 {
      day = WrittenDay(year: a, month: b, day: c)
    } else if fifth.digits == 4, first.digits <= 2, third.digits <= 2 {
      if isSymbol(index + 1, ".") || a > 12 {
        day = WrittenDay(year: c, month: b, day: a)
      } else if b > 12 || a == b {
        day = WrittenDay(year: c, month: a, day: b)
      } else if let dayComesFirst {
        day = dayComesFirst ? WrittenDay(year: c, month: b, day: a) : WrittenDay(year: c, month: a, day: b)
      } else {
        return nil
      }
    } else if let short = shortYear(index, first, third, fifth) {
      day = short
    } else {
      return nil
    }
    guard let year = day.year, (1970...2100).contains(year) else { return nil }
    return (WrittenDate(range: 0..<0, start: day, end: nil), index + 5)
  }

  /// `12.03.24`, `25/03/24`, `7/3/25`: the year last; with slashes only where the day cannot be taken for the month.
  private func shortYear(_ index: Int, _ first: DateToken, _ second: DateToken, _ third: DateToken) -> WrittenDay? {
    let hasPairs = first.digits == 2 && second.digits == 2
    guard hasPairs || isSymbol(index + 1, "/") && first.digits <= 2 && second.digits <= 2, third.digits == 2,
      let a = first.number, let b = second.number, let c = third.number, (1...49).contains(c), isTight(index + 1),
      isTight(index + 3), !isSymbol(index - 1, "."),
      !(isSymbol(index + 5, ".:") && token(index + 6)?.number != nil)
    else { return nil }
    if isSymbol(index + 1, ".") || isSymbol(index + 1, "/") && a > 12 { return .init(year: 2000 + c, month: b, day: a) }
    guard isSymbol(index + 1, "/") else { return nil }
    if b > 12 { return .init(year: 2000 + c, month: a, day: b) }
    return dayComesFirst.map { .init(year: 2000 + c, month: $0 ? b : a, day: $0 ? a : b) }
  }

  /// `July 12, 2023`, `Oct. 25-28`, `Feb 25 - Mon, Feb 27, 2017`, `February 19-21 (Fri-Sun), 2010`.
  private func monthFirst(_ index: Int) -> (WrittenDate, Int)? {
    guard let month = month(index) else { return nil }
    var next = index + 1
    if isSymbol(next, ".,") { next += 1 }
    guard var day = dayNumber(next) else { return nil }
    next = afterOrdinal(next + 1)
    // "March 5 12, 2031": the strike of the first day was lost.
    if let second = dayNumber(next), second > day, year(afterOrdinal(next + 1)) != nil {
      day = second
      next = afterOrdinal(next + 1)
    }
    var start = WrittenDay(year: nil, month: month, day: day)
    // A year that belongs to the first of two days: "December 30, 2023 - January 2, 2024".
    if let (year, after) = year(next), let (end, last) = spanEnd(after, month: month, mustNameMonth: true) {
      start.year = year
      return closed(start, end, last)
    }
    if let (end, after) = spanEnd(next, month: month, mustNameMonth: false) { return closed(start, end, after) }
    return closed(start, nil, next)
  }

  /// `30 October - 3 November 2017`, `14-18 Sept 2020`, `9th to 11th December 2021`, `4th of July`.
  private func dayFirst(_ index: Int) -> (WrittenDate, Int)? {
    guard let first = dayNumber(index),
      !(isSymbol(index - 1, ":.") && isTight(index - 1) && token(index - 2)?.number != nil)
    else { return nil }
    var days = [first]
    var next = afterOrdinal(index + 1)
    while month(afterFiller(next)) == nil {
      guard let after = separator(next), let day = dayNumber(afterWeekday(after)), days.count < 6 else { return nil }
      days.append(day)
      next = afterOrdinal(afterWeekday(after) + 1)
    }
    let place = afterFiller(next)
    guard let month = month(place), let last = days.last else { return nil }
    next = place + 1
    if isSymbol(next, "."), token(next + 1)?.number != nil || isSymbol(next + 1, ",") { next += 1 }
    let start = WrittenDay(year: nil, month: month, day: days[0])
    if days.count > 1 { return closed(start, WrittenDay(year: nil, month: month, day: last), next) }
    let (startYear, afterYear) = year(next).map { ($0.0, $0.1) } ?? (nil, next)
    if let after = separator(afterYear), !isSymbol(afterYear, "/"), let day = dayNumber(afterWeekday(after)) {
      let place = afterFiller(afterOrdinal(afterWeekday(after) + 1))
      if let endMonth = self.month(place), !isAnd(afterYear) || endMonth != month {
        var span = start
        span.year = startYear
        return closed(span, WrittenDay(year: nil, month: endMonth, day: day), place + 1)
      }
    }
    return closed(start, nil, next)
  }

  /// `2024 March 15`.
  private func yearFirst(_ index: Int) -> (WrittenDate, Int)? {
    guard let first = token(index), first.digits == 4, let year = first.number, (1980...2100).contains(year) else {
      return nil
    }
    let next = isSymbol(index + 1, ",") ? index + 2 : index + 1
    guard let month = month(next), let day = dayNumber(next + 1) else { return nil }
    let after = afterOrdinal(next + 2)
    // "SIGMOD 2024 June 9, 2024": the year that follows is the date's own.
    if self.year(after) != nil { return nil }
    return (WrittenDate(range: 0..<0, start: .init(year: year, month: month, day: day), end: nil), after)
  }

  private func closed(_ start: WrittenDay, _ end: WrittenDay?, _ index: Int) -> (WrittenDate, Int) {
    var (start, end) = (start, end)
    var next = index
    if let (year, after) = year(afterWeekdaysInParentheses(index)) {
      next = after
      if var last = end {
        last.year = year
        end = last
        if start.year == nil {
          start.year = (start.month, start.day) > (last.month, last.day) ? year - 1 : year
        }
      } else {
        start.year = year
      }
    }
    return (WrittenDate(range: 0..<0, start: start, end: end), next)
  }

  // MARK: Parts

  private func spanEnd(_ index: Int, month: Int, mustNameMonth: Bool) -> (WrittenDay, Int)? {
    guard let after = separator(index) else { return nil }
    let place = afterWeekday(after)
    if let endMonth = self.month(place) {
      // "March 5 / March 12" are two dates, the second of which may replace the first.
      guard !isSymbol(index, "/") else { return nil }
      var next = place + 1
      if isSymbol(next, ".") { next += 1 }
      guard !isAnd(index) || mustNameMonth, let day = dayNumber(next) else { return nil }
      return (WrittenDay(year: nil, month: endMonth, day: day), afterOrdinal(next + 1))
    }
    guard !mustNameMonth, var last = dayNumber(place) else { return nil }
    // "July 12 - 11:59 pm" and "July 12 - 5 pm" go on with a time; "July 5 and 12 March" with another date.
    var next = afterOrdinal(place + 1)
    if isSymbol(next, ":") || ["am", "pm", "a", "p", "h"].contains(token(next)?.text ?? "") { return nil }
    if self.month(afterFiller(next)) != nil { return nil }
    while let after = separator(next), let more = dayNumber(after), isAnd(next) || isSymbol(next, ","), more > last,
      !isSymbol(after + 1, ":"), self.month(afterOrdinal(after + 1)) == nil
    {
      last = more
      next = afterOrdinal(after + 1)
    }
    return (WrittenDay(year: nil, month: month, day: last), next)
  }

  /// Skips what stands between two days: a dash, "to", "through", "and", "&", or a comma with another day.
  private func separator(_ index: Int) -> Int? {
    if isSymbol(index, "-–—‐‑−/&~") { return isSymbol(index + 1, "-–") ? index + 2 : index + 1 }
    if let word = token(index)?.text, ["to", "through", "till", "until", "and", "or", "thru"].contains(word) {
      return index + 1
    }
    if isSymbol(index, ","), dayNumber(index + 1) != nil {
      let next = afterOrdinal(index + 2)
      return isAnd(next) || isSymbol(next, ",-–") || month(next) != nil ? index + 1 : nil
    }
    return nil
  }

  private func isAnd(_ index: Int) -> Bool { ["and", "or"].contains(token(index)?.text ?? "") || isSymbol(index, "&") }

  private func dayNumber(_ index: Int) -> Int? {
    guard let token = token(index), let day = token.number, token.digits <= 2, (1...31).contains(day) else {
      return nil
    }
    // "12:30" is a time and "3.5" a number.
    if isSymbol(index + 1, ":"), self.token(index + 2)?.number != nil, isTight(index + 1) { return nil }
    return day
  }

  private func isTight(_ index: Int) -> Bool {
    guard let left = token(index - 1), let middle = token(index), let right = token(index + 1) else { return false }
    return left.range.upperBound == middle.range.lowerBound && middle.range.upperBound == right.range.lowerBound
  }

  private func year(_ index: Int) -> (Int, Int)? {
    var index = index
    if isSymbol(index, ",."), token(index + 1)?.number != nil || isSymbol(index + 1, "'’") { index += 1 }
    if isSymbol(index, "-/"), token(index + 1)?.digits == 4, isTight(index) { index += 1 }
    if ["in", "of"].contains(token(index)?.text ?? "") { return nil }
    if isSymbol(index, "'’‘"), let short = token(index + 1), short.digits == 2, let value = short.number {
      return (2000 + value, index + 2)
    }
    guard let token = token(index), token.digits == 4, let year = token.number, (1980...2100).contains(year) else {
      return nil
    }
    return (year, index + 1)
  }

  private func afterOrdinal(_ index: Int) -> Int {
    ["st", "nd", "rd", "th"].contains(token(index)?.text ?? "") ? index + 1 : index
  }

  private func afterFiller(_ index: Int) -> Int {
    if token(index)?.text == "of" { return index + 1 }
    return isSymbol(index, ".-,/") && month(index + 1) != nil ? index + 1 : index
  }

  private static let weekdayStarts = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let weekdays: Set = [
    "mon", "monday", "tue", "tues", "tuesday", "wed", "weds", "wednesday", "thu", "thur", "thurs", "thursday", "fri",
    "friday", "sat", "saturday", "sun", "sunday",
  ]

  private func afterWeekday(_ index: Int) -> Int {
    guard let word = token(index)?.text, Self.weekdays.contains(word) else { return index }
    var next = index + 1
    while isSymbol(next, ".,)") { next += 1 }
    if token(next)?.text == "the" { next += 1 }
    return next
  }

  private func afterWeekdaysInParentheses(_ index: Int) -> Int {
    guard isSymbol(index, "(") else { return index }
    var next = index + 1
    while let token = token(next), Self.weekdays.contains(token.text) || isSymbol(next, "-–,/. ") || token.text == "to"
    {
      next += 1
    }
    return next > index + 1 && isSymbol(next, ")") ? next + 1 : index
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private func month(_ index: Int) -> Int? {
    guard let token = token(index), token.kind == .word, token.text.count >= 3 else { return nil }
    let word = token.text
    // "may" and "march" are words of their own when they are not capitalized.
    if ["may", "march", "mar"].contains(word), !token.isCapitalized { return nil }
    if word == "sept" { return 9 }
    if let index = Self.months.firstIndex(where: { $0 == word || (word.count == 3 && $0.hasPrefix(word)) }) {
      return index + 1
    }
    guard word.count >= 4, token.isCapitalized else { return nil }
    if word.count == 4, let index = Self.months.firstIndex(where: { $0.count > 5 && $0.hasPrefix(word) }) {
      return index + 1
    }
    guard word.count >= 6 else { return nil }
    return Self.months.firstIndex { $0.count >= 6 && Self.isSlip(word, of: $0) }.map { $0 + 1 }
  }

  /// Whether a word is another with one letter wrong, missing, doubled or swapped with its neighbour.
  static func isSlip(_ word: String, of other: String) -> Bool {
    let (a, b) = (Array(word), Array(other))
    guard abs(a.count - b.count) <= 1, a.first == b.first else { return false }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    let restA = a[start...]
    let restB = b[start...]
    if a.count == b.count {
      if restA.dropFirst() == restB.dropFirst() { return true }
      return restA.count >= 2 && restA.dropFirst(2) == restB.dropFirst(2)
        && Array(restA.prefix(2)) == Array(restB.prefix(2)).reversed()
    }
    return a.count > b.count ? restA.dropFirst() == restB : restA == restB.dropFirst()
  }
}
