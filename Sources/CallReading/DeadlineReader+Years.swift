/// Years that a call leaves out: told by its other dates, its event or its name.
extension DeadlineReader {
  private static let yearInName = Pattern(#"\b[A-Z][A-Za-z0-9&+/-]{1,14}?[\s'’-]*((?:19|20)\d{2}|['’]\d{2})\b"#)

  /// Gives dates without a year the year that the call implies: that of a date beside it, or the last one before the
  /// event.
  mutating func withYears(_ readings: [Reading]) -> [Reading] {
    guard readings.contains(where: { $0.entry.date.start.year == nil }) else { return readings }
    var readings = readings
    let titleYear = statedYear ?? yearOfWeekdays(readings) ?? yearOfHost ?? repeatedYear ?? onlyYear
    for index in readings.indices where readings[index].kind == .event {
      if readings[index].entry.date.start.year == nil, let titleYear {
        readings[index].entry.date.start.year = titleYear
        readings[index].entry.date.end?.year = titleYear
      }
    }
    let event = readings.first { $0.kind == .event && $0.entry.date.start.year != nil }?.entry.date.start
    var dropped: Set<Int> = []
    for index in readings.indices where readings[index].entry.date.start.year == nil {
      let day = readings[index].entry.date.start
      let neighbours = readings.indices.filter { readings[$0].entry.date.start.year != nil }
      let sameLine = neighbours.first { readings[$0].entry.line == readings[index].entry.line }
      // What the text says of another kind of papers does not tell what a list means.
      let following = neighbours.first {
        $0 > index && readings[$0].kind != .event
          && (readings[$0].entry.isListed || readings[$0].entry.track == readings[index].entry.track)
      }
      let preceding = neighbours.last { $0 < index && readings[$0].kind != .event }
      let year: Int?
      // "The deadline is Friday, October 21st" is the one that the list of dates gives in full, or the other way round.
      let sameDay = neighbours.first {
        (readings[$0].entry.date.start.month, readings[$0].entry.date.start.day) == (day.month, day.day)
          && (!readings[index].entry.isListed
            || readings[$0].kind == readings[index].kind && !readings[$0].entry.isListed)
      }
      if let sameDay {
        year = readings[sameDay].entry.date.start.year
      } else if let sameLine {
        year = readings[sameLine].entry.date.start.year
      } else if let preceding, let known = Self.yearAfter(readings[preceding], readings[index]) {
        year = known
      } else if let event {
        year = Self.latestYear(of: day, notAfter: event)
      } else if let following {
        year = Self.latestYear(of: day, notAfter: readings[following].entry.date.start)
      } else if let preceding, readings[preceding].entry.track != readings[index].entry.track,
        let first = neighbours.first(where: { readings[$0].entry.track == readings[preceding].entry.track })
      {
        year = readings[first].entry.date.start.year
      } else if let preceding, let known = readings[preceding].entry.date.start.year {
        let sameYear = WrittenDay(year: known, month: day.month, day: day.day)
        year = sameYear.isBefore(readings[preceding].entry.date.start) ? known + 1 : known
      } else if let titleYear {
        year = titleYear
      } else {
        year = nil
      }
      guard let year = year.map({ Self.agreeing($0, with: readings[index].entry.date) }) else {
        dropped.insert(index)
        continue
      }
      readings[index].entry.date.start.year = year
      readings[index].entry.date.end?.year = year
      if sameLine == nil {
        notes.append(
          "Line \(readings[index].entry.line): '\(readings[index].entry.label)' has no year; \(year) is taken from the "
            + "call's other dates.")
      }
    }
    for index in dropped.sorted() {
      notes.append(
        "Line \(readings[index].entry.line): '\(readings[index].entry.label)' has no year, and the call names none; "
          + "it is left out.")
    }
    return readings.indices.filter { !dropped.contains($0) }.map { readings[$0] }
  }

  /// The year, or the one before or after it, in which a date falls on the day of the week that stands before it.
  private static func agreeing(_ year: Int, with date: WrittenDate) -> Int {
    guard let weekday = date.weekday else { return year }
    return [year, year - 1, year + 1].first { date.start.weekday(in: $0) == weekday } ?? year
  }

  private static let shortYear = Pattern(#"\b[A-Z][A-Za-z]{2,}['’-]?(\d{2})\b|\b(20\d{2})\b"#)

  /// The only year that the call names anywhere, as in "KITE31", in which all its dates fall on the days of the week
  /// that stand before them.
  private func yearOfWeekdays(_ readings: [Reading]) -> Int? {
    let dates = readings.map(\.entry.date).filter { $0.start.year == nil && $0.weekday != nil }
    guard dates.count >= 2 else { return nil }
    let named = document.blocks.flatMap { Self.shortYear.all(in: $0.text.text) }
      .compactMap { $0.groups.lazy.compactMap { $0.flatMap { Int($0) } }.first }
      .map { $0 < 100 ? 2000 + $0 : $0 }
    let years = Set(named.flatMap { [$0 - 1, $0] }).filter { year in
      dates.allSatisfy { $0.start.weekday(in: year) == $0.weekday }
    }
    return years.count == 1 ? years.first : nil
  }

  private static let host = Pattern(
    #"\b(co-?located|collocated|in conjunction|alongside|(workshop|tutorial|held|hosted|part) (at|with|of)|templates?|styles?|polic(y|ies)|guidelines)\b"#
  )

  /// The year of the conference that the call leans on, if at least two places name it and none another: "the KITE '31
  /// template", "co-located with KITE 2031".
  private var yearOfHost: Int? {
    let years = document.blocks.filter { Self.host.matches($0.text.text) }.compactMap { block -> Int? in
      let found = Set(
        Self.yearInName.all(in: block.text.text).compactMap { $0.groups[0] }.compactMap { Int($0.filter(\.isNumber)) })
      return found.count == 1 ? found.first.map { $0 < 100 ? 2000 + $0 : $0 } : nil
    }
    return years.count >= 2 && Set(years).count == 1 ? years[0] : nil
  }

  /// The year of the date before in the same list, if the later one comes after it in that year: lists go forward.
  private static func yearAfter(_ previous: Reading, _ this: Reading) -> Int? {
    guard previous.entry.isListed, this.entry.isListed, this.entry.block - previous.entry.block <= 2,
      let year = previous.entry.date.start.year
    else { return nil }
    let day = this.entry.date.start
    let isLater = !WrittenDay(year: year, month: day.month, day: day.day).isBefore(previous.entry.date.start)
    return isLater ? year : nil
  }

  private static func latestYear(of day: WrittenDay, notAfter limit: WrittenDay) -> Int? {
    guard let year = limit.year else { return nil }
    return (day.month, day.day) <= (limit.month, limit.day) ? year : year - 1
  }

  private static let acronymYear = Pattern(#"\b(?-i:([A-Z][A-Za-z&+/-]*[A-Z][A-Za-z]*))[\s'’-]*((?:19|20)\d{2})\b"#)

  /// The year that stands with one acronym at least twice, "KITE 2031", if no acronym of the call has another.
  private var repeatedYear: Int? {
    let named = document.blocks.flatMap { Self.acronymYear.all(in: $0.text.text) }.compactMap { match -> String? in
      guard let name = match.groups[0], let year = match.groups[1] else { return nil }
      return name + " " + year
    }
    let years = Set(named.map { $0.suffix(4) })
    guard years.count == 1, let year = years.first,
      Set(named).contains(where: { name in named.count { $0 == name } > 1 })
    else { return nil }
    return Int(year)
  }

  private static let anyYear = Pattern(#"(?<!\d)(20[0-4]\d)(?!\d)"#)
  private static let handle = Pattern(#"(?-i:[a-z])20[0-4]\d(?!\d)"#)

  /// The only year that the call names, if it stands in a handle or an address such as "kite2031".
  private var onlyYear: Int? {
    guard document.blocks.contains(where: { Self.handle.matches($0.text.text) }) else { return nil }
    let years = Set(document.blocks.flatMap { Self.anyYear.all(in: $0.text.text) }.compactMap { $0.groups[0] })
    return years.count == 1 ? years.first.flatMap { Int($0) } : nil
  }

  /// The year in the venue's name or its first lines, if they name only one.
  private var statedYear: Int? {
    let texts = [document.title].compactMap { $0 } + document.blocks.prefix(10).map(\.text.text)
    var years: [Int] = []
    for text in texts {
      for match in Self.yearInName.all(in: text) {
        guard let group = match.groups[0] else { continue }
        let digits = group.filter(\.isNumber)
        if let number = Int(digits) { years.append(number < 100 ? 2000 + number : number) }
      }
      if !years.isEmpty { break }
    }
    return Set(years).count == 1 ? years.first : nil
  }
}
