/// A time of day with its zone, as far as a call gives them.
struct WrittenTime: Hashable, Sendable {
  /// Where it stands, in UTF-16 units.
  var range: Range<Int>
  /// Minutes since midnight; `nil` if only a zone is given.
  var minutes: Int?
  /// The zone.
  var zone: WrittenZone?
  /// What a chair should know, such as that noon was a guess.
  var doubt: String?
}

/// A time zone as a call names it.
enum WrittenZone: Hashable, Sendable {
  /// A fixed distance from UTC in minutes.
  case offset(Int)
  /// Anywhere on Earth, UTC-12: the day ends when it ends everywhere.
  case anywhereOnEarth
  /// A zone with daylight-saving time, by its distance in winter and the rule that it follows.
  case seasonal(winter: Int, rule: DaylightRule)

  enum DaylightRule: Hashable, Sendable { case america, europe }

  /// Returns the distance from UTC in minutes on a day.
  func minutes(on day: WrittenDay) -> Int {
    switch self {
    case .offset(let minutes): minutes
    case .anywhereOnEarth: -720
    case .seasonal(let winter, let rule): rule.isSummer(day) ? winter + 60 : winter
    }
  }
}

extension WrittenZone.DaylightRule {
  /// Whether daylight-saving time holds on a day: since 2007 in the USA from the second Sunday of March to the first
  /// of November, before that from the first of April to the last of October; in the EU, last March to last October.
  func isSummer(_ day: WrittenDay) -> Bool {
    guard let year = day.year else { return (4...10).contains(day.month) }
    let (start, end): ((Int, Int), (Int, Int))
    switch self {
    case .america where year >= 2007: (start, end) = ((3, sunday(2, 3, year)), (11, sunday(1, 11, year)))
    case .america: (start, end) = ((4, sunday(1, 4, year)), (10, lastSunday(10, year)))
    case .europe: (start, end) = ((3, lastSunday(3, year)), (10, lastSunday(10, year)))
    }
    let today = (day.month, day.day)
    return today >= start && today < end
  }

  private func sunday(_ number: Int, _ month: Int, _ year: Int) -> Int {
    let weekday = Self.weekday(year, month, 1)
    return (weekday == 0 ? 1 : 8 - weekday) + 7 * (number - 1)
  }

  private func lastSunday(_ month: Int, _ year: Int) -> Int { 31 - Self.weekday(year, month, 31) }

  /// 0 is Sunday (Sakamoto's method).
  private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
  }
}

/// The grammar of times and zones as calls write them.
struct TimeGrammar {
  private let tokens: [DateToken]

  /// Returns the times and zones in a text, in order; a time and the zone that follows it are one.
  static func times(in text: String) -> [WrittenTime] {
    let grammar = TimeGrammar(tokens: DateToken.tokens(of: text))
    var times: [WrittenTime] = []
    var index = 0
    while index < grammar.tokens.count {
      if let (time, next) = grammar.time(at: index) ?? grammar.zoneAlone(at: index) {
        times.append(time)
        index = next
      } else {
        index += 1
      }
    }
    return times
  }

  private func token(_ index: Int) -> DateToken? { tokens.indices.contains(index) ? tokens[index] : nil }
  private func word(_ index: Int) -> String { token(index).map { $0.kind == .word ? $0.text : "" } ?? "" }
  private func isSymbol(_ index: Int, _ symbols: String) -> Bool {
    guard let token = token(index), token.kind == .symbol, let symbol = token.text.first else { return false }
    return symbols.contains(symbol)
  }

  private func zoneAlone(at index: Int) -> (WrittenTime, Int)? {
    guard let (zone, next) = zone(at: index) else { return nil }
    // In running text only zones that nothing else can be are taken: "ET al." and "IS" are no zones.
    let range = tokens[index].range.lowerBound..<tokens[next - 1].range.upperBound
    return (WrittenTime(range: range, minutes: nil, zone: zone), next)
  }

  private func time(at index: Int) -> (WrittenTime, Int)? {
    guard var (minutes, next, doubt) = clock(at: index) else { return nil }
    var zone: WrittenZone?
    var place = next
    while isSymbol(place, "(,[.") || ["hrs", "hours", "local", "time", "in", "midnight"].contains(word(place)) {
      if word(place) == "midnight" { minutes = 23 * 60 + 59 }
      place += 1
    }
    if let (found, after) = self.zone(at: place, isAfterHour: true) {
      zone = found
      next = after
      // "AoE (UTC-12)" and "PDT (UTC-7)" say the zone twice; the second, a number, decides.
      var more = after
      while isSymbol(more, "(,/=;") { more += 1 }
      if word(more) == "utc" || word(more) == "gmt", let (exact, end) = self.zone(at: more), found != .anywhereOnEarth,
        found != .offset(0)
      {
        zone = exact
        next = end
      }
      if found == .anywhereOnEarth || zone == .offset(-720) { doubt = doubt ?? nil }
    }
    let range = tokens[index].range.lowerBound..<tokens[next - 1].range.upperBound
    return (WrittenTime(range: range, minutes: minutes, zone: zone, doubt: doubt), next)
  }

  private func clock(at index: Int) -> (Int, Int, String?)? {
    if word(index) == "noon" { return (720, index + 1, nil) }
    if word(index) == "midnight" {
      return (23 * 60 + 59, index + 1, "The call says midnight; it is read as the end of that day.")
    }
    guard let first = token(index), let hour = first.number else { return nil }
    if first.digits == 4 { return clockWithoutColon(at: index, digits: hour) }
    guard first.digits <= 2, hour <= 24 else { return nil }
    if token(index - 1)?.kind == .symbol, isSymbol(index - 1, "/") { return nil }
    var next = index + 1
    var minute = 0
    var isClock = false
    let hasMinutes = isSymbol(next, ":.") || ["h"].contains(word(next))
    if hasMinutes, let second = token(next + 1), second.digits == 2, let value = second.number, value < 60,
      first.range.upperBound == token(next)?.range.lowerBound,
      token(next)?.range.upperBound == second.range.lowerBound
    {
      minute = value
      isClock = isSymbol(next, ":") || word(next) == "h"
      next += 2
      if isSymbol(next, ":"), let seconds = token(next + 1), seconds.digits == 2 { next += 2 }
    }
    if let (isAfternoon, end) = half(at: next) {
      var after = end
      // "11pm59" has the minutes behind.
      if minute == 0, let behind = token(after), behind.digits == 2, let value = behind.number, value < 60,
        behind.range.lowerBound == token(after - 1)?.range.upperBound
      {
        minute = value
        after += 1
      }
      guard hour <= 12 else { return (min(hour, 23) * 60 + minute, after, nil) }
      return ((hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute, after, nil)
    }
    if minute > 0 || next > index + 1, !isClock, zone(at: next) == nil, !["hrs", "hours"].contains(word(next)) {
      return nil
    }
    guard next > index + 1 else {
      guard word(next) == "noon" || word(next) == "midnight" else { return nil }
      return (word(next) == "noon" ? 720 : 23 * 60 + 59, next + 1, nil)
    }
    if hour == 24 { return (23 * 60 + 59, next, nil) }
    if hour == 11, minute == 59, word(next) != "noon" {
      return (23 * 60 + 59, next, "The call says 11:59 without am or pm; it is read as 23:59.")
    }
    return (hour * 60 + minute, next, nil)
  }

  /// `2359 PST`, `1700 hrs`: four digits are a time only before a zone or hours, and never where they may be a year.
  private func clockWithoutColon(at index: Int, digits: Int) -> (Int, Int, String?)? {
    let next = index + 1
    let isHours = ["hrs", "hours", "h"].contains(word(next))
    guard digits / 100 <= 23, digits % 100 <= 59, isHours || zone(at: next) != nil else { return nil }
    let mayBeYear = (1900...2100).contains(digits)
    guard !mayBeYear || isHours || ["at", "by", "until", "before"].contains(word(index - 1)) else { return nil }
    return (digits / 100 * 60 + digits % 100, isHours ? next + 1 : next, nil)
  }

  /// `am`, `pm`, `a.m.`, `P.M`.
  private func half(at index: Int) -> (isAfternoon: Bool, next: Int)? {
    switch word(index) {
    case "am": return (false, index + 1)
    case "pm": return (true, index + 1)
    case "a", "p":
      var next = index + 1
      if isSymbol(next, ".") { next += 1 }
      guard word(next) == "m" else { return nil }
      next += 1
      if isSymbol(next, ".") { next += 1 }
      return (word(index) == "p", next)
    default: return nil
    }
  }

  // MARK: Zones

  private static let fixed: [String: Int] = [
    "pst": -480, "pdt": -420, "mst": -420, "mdt": -360, "cst": -360, "cdt": -300, "est": -300, "edt": -240,
    "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "bst": 60, "wet": 0, "west": 60, "eet": 120, "eest": 180,
    "msk": 180, "jst": 540, "kst": 540, "sgt": 480, "hkt": 480, "hst": -600, "aest": 600, "aedt": 660, "nzst": 720,
    "nzdt": 780, "akst": -540, "akdt": -480, "brt": -180, "hast": -600, "hadt": -540, "awst": 480, "acst": 570,
    "acdt": 630, "irst": 210, "irdt": 270, "brst": -120, "clst": -180, "chst": 600, "sast": 120, "azost": 0,
  ]
  /// Names that are words or abbreviations of much else too, "ICT" or "ART": they are zones right after an hour only.
  /// What stands for several zones, such as IST, is none.
  private static let afterHour: [String: Int] = [
    "hdt": -540, "adt": -180, "ndt": -150, "art": -180, "clt": -240, "cot": -300, "pet": -300, "vet": -240, "bot": -240,
    "uyt": -180, "pyt": -180, "cvt": -60, "wat": 60, "cat": 120, "eat": 180, "idt": 180, "trt": 180, "msd": 240,
    "samt": 240, "azt": 240, "get": 240, "pkt": 300, "uzt": 300, "yekt": 300, "npt": 345, "omst": 360, "mmt": 390,
    "ict": 420, "wib": 420, "krat": 420, "novt": 420, "wita": 480, "pht": 480, "myt": 480, "irkt": 480, "wit": 540,
    "yakt": 540, "vlat": 600, "nzt": 720,
  ]
  private static let seasonalNames: [String: WrittenZone] = [
    "pacific": .seasonal(winter: -480, rule: .america), "pt": .seasonal(winter: -480, rule: .america),
    "mountain": .seasonal(winter: -420, rule: .america), "central": .seasonal(winter: -360, rule: .america),
    "eastern": .seasonal(winter: -300, rule: .america), "et": .seasonal(winter: -300, rule: .america),
  ]

  /// Zones named by a place before "time": "American Samoa time", "Central European Summer Time".
  private static let places: [(name: [String], zone: WrittenZone)] = [
    (["american", "samoa"], .offset(-660)), (["samoa"], .offset(-660)), (["baker", "island"], .offset(-720)),
    (["hawaii"], .offset(-600)), (["hawaiian"], .offset(-600)), (["beijing"], .offset(480)),
    (["china"], .offset(480)), (["singapore"], .offset(480)), (["hong", "kong"], .offset(480)),
    (["taipei"], .offset(480)), (["japan"], .offset(540)), (["tokyo"], .offset(540)), (["korea"], .offset(540)),
    (["korean"], .offset(540)), (["seoul"], .offset(540)), (["moscow"], .offset(180)), (["indian"], .offset(330)),
    (["india"], .offset(330)), (["brasilia"], .offset(-180)), (["istanbul"], .offset(180)),
    (["central", "european"], .seasonal(winter: 60, rule: .europe)),
    (["eastern", "european"], .seasonal(winter: 120, rule: .europe)),
    (["western", "european"], .seasonal(winter: 0, rule: .europe)),
    (["paris"], .seasonal(winter: 60, rule: .europe)), (["berlin"], .seasonal(winter: 60, rule: .europe)),
    (["amsterdam"], .seasonal(winter: 60, rule: .europe)), (["london"], .seasonal(winter: 0, rule: .europe)),
    (["uk"], .seasonal(winter: 0, rule: .europe)), (["new", "york"], .seasonal(winter: -300, rule: .america)),
  ]

  private func place(at index: Int) -> (WrittenZone, Int)? {
    for (name, zone) in Self.places where name.indices.allSatisfy({ word(index + $0) == name[$0] }) {
      var next = index + name.count
      var zone = zone
      if ["standard", "winter"].contains(word(next)) {
        if case .seasonal(let winter, _) = zone { zone = .offset(winter) }
        next += 1
      } else if ["summer", "daylight"].contains(word(next)) {
        if case .seasonal(let winter, _) = zone { zone = .offset(winter + 60) }
        next += 1
        if word(next) == "saving" || word(next) == "savings" { next += 1 }
      } else if word(next) == "local" {
        next += 1
      }
      if word(next) == "time" { return (zone, next + 1) }
    }
    return nil
  }

  private func zone(at index: Int, isAfterHour: Bool = false) -> (WrittenZone, Int)? {
    guard let token = token(index), token.kind == .word else { return nil }
    let word = token.text
    if isAfterHour, let minutes = Self.afterHour[word], isAllCapitals(token) { return (.offset(minutes), index + 1) }
    if let place = place(at: index) { return place }
    if word == "aoe" { return (.anywhereOnEarth, index + 1) }
    if word == "anywhere" || word == "everywhere" {
      var next = index + 1
      while isSymbol(next, "-") || ["in", "on", "the"].contains(self.word(next)) { next += 1 }
      return self.word(next) == "earth" || self.word(next) == "world" ? (.anywhereOnEarth, next + 1) : nil
    }
    if word == "utc" || word == "gmt" || (word == "z" && token.isCapitalized && isAfterNumber(index)) {
      return universal(at: index)
    }
    if let minutes = Self.fixed[word], token.isCapitalized, isAllCapitals(token) || word.count > 4 {
      return (.offset(minutes), index + 1)
    }
    if let zone = Self.seasonalNames[word] {
      if word.count == 2 { return isAllCapitals(token) && isAfterClock(index) ? (zone, index + 1) : nil }
      var next = index + 1
      if isSymbol(next, "-") { next += 1 }
      if self.word(next) == "standard", self.word(next + 1) == "time", case .seasonal(let winter, _) = zone {
        return (.offset(winter), next + 2)
      }
      if self.word(next) == "daylight", case .seasonal(let winter, _) = zone {
        next += 1
        while ["saving", "savings", "time"].contains(self.word(next)) { next += 1 }
        return (.offset(winter + 60), next)
      }
      return self.word(next) == "time" ? (zone, next + 1) : nil
    }
    return nil
  }

  private func isAllCapitals(_ token: DateToken) -> Bool { token.isCapitalized && !token.isMixedCase }

  private func isAfterNumber(_ index: Int) -> Bool { token(index - 1)?.number != nil }

  private func isAfterClock(_ index: Int) -> Bool {
    token(index - 1)?.number != nil || ["am", "pm", "m", "noon", "midnight"].contains(word(index - 1))
      || isSymbol(index - 1, ".(")
  }

  /// `UTC`, `UTC-12`, `GMT +05:30`, `UTC/GMT`.
  private func universal(at index: Int) -> (WrittenZone, Int)? {
    var next = index + 1
    if isSymbol(next, "/"), ["gmt", "utc"].contains(word(next + 1)) { next += 2 }
    guard isSymbol(next, "+-–−±"), let hours = token(next + 1), hours.digits <= 4, let value = hours.number else {
      return (.offset(0), next)
    }
    let sign = isSymbol(next, "+") ? 1 : -1
    var end = next + 2
    var minutes = hours.digits <= 2 ? value * 60 : value / 100 * 60 + value % 100
    if isSymbol(end, ":"), let part = token(end + 1), part.digits == 2, let more = part.number {
      // "UTC/GMT - 4:59pm" goes on with another time.
      guard [0, 15, 30, 45].contains(more), half(at: end + 2) == nil else { return (.offset(0), next) }
      minutes += more
      end += 2
    }
    guard half(at: end) == nil, minutes <= 14 * 60 else { return (.offset(0), next) }
    return (sign < 0 && minutes == 720 ? .anywhereOnEarth : .offset(sign * minutes), end)
  }
}
