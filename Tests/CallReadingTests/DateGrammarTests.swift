import Testing

@testable import CallReading

@Suite struct DateGrammarTests {
  private func shown(_ text: String) -> [String] {
    DateGrammar.dates(in: text).map { date in
      func day(_ day: WrittenDay) -> String { "\(day.year.map(String.init) ?? "?")-\(day.month)-\(day.day)" }
      return day(date.start) + (date.end.map { "/" + day($0) } ?? "")
    }
  }

  @Test(arguments: [
    ("July 12, 2023", ["2023-7-12"]),
    ("Sept. 25, 1996", ["1996-9-25"]),
    ("12 July 2023", ["2023-7-12"]),
    ("the 4th of July, 2023", ["2023-7-4"]),
    ("Friday, October 28th, 2016", ["2016-10-28"]),
    ("2021-08-02", ["2021-8-2"]),
    ("15.03.2024", ["2024-3-15"]),
    ("25/09/2026", ["2026-9-25"]),
    ("2024 March 15", ["2024-3-15"]),
    ("July 2 nd , 2019", ["2019-7-2"]),
    ("Mar 15 '24", ["2024-3-15"]),
    ("October 25-28, 2023", ["2023-10-25/2023-10-28"]),
    ("30 October \u{2013} 3 November 2017", ["2017-10-30/2017-11-3"]),
    ("14 - 18 September 2020", ["2020-9-14/2020-9-18"]),
    ("9th to 11th December 2021", ["2021-12-9/2021-12-11"]),
    ("Sat, Feb 25 - Mon, Feb 27, 2017", ["2017-2-25/2017-2-27"]),
    ("February 19-21 (Fri-Sun), 2010", ["2010-2-19/2010-2-21"]),
    ("December 30, 2023 - January 2, 2024", ["2023-12-30/2024-1-2"]),
    ("December 30 - January 2, 2024", ["2023-12-30/2024-1-2"]),
    ("July 12 July 26, 2023", ["?-7-12", "2023-7-26"]),
    ("Febrary 25-27, 2017", ["2017-2-25/2017-2-27"]),
    ("Ocotber 3, 2030", ["2030-10-3"]),
    ("SIGMOD 2024 June 9, 2024", ["2024-6-9"]),
  ]) func `dates are read in every usual order`(_ text: String, _ expected: [String]) {
    #expect(shown(text) == expected)
  }

  @Test(arguments: [
    "May 2024", "authors may 15 times", "room 36-763", "version 3.14.15", "03/04/2024", "February 30, 2024",
    "10-12 pages", "(617) 253-5995", "at most 12 pages", "ISO 9001-2000",
  ]) func `what is no date, or could be two, is left alone`(_ text: String) {
    #expect(shown(text) == [])
  }

  @Test func `a time after a dash is no second day`() {
    #expect(shown("July 12 - 11:59 pm, 2023").first?.contains("/") == false)
  }
}

@Suite struct TimeGrammarTests {
  private func shown(_ text: String) -> String? {
    guard let time = TimeGrammar.times(in: text).first else { return nil }
    let zone = time.zone.map { " \($0.minutes(on: WrittenDay(year: 2024, month: 7, day: 1)))" } ?? ""
    return "\(time.minutes.map(String.init) ?? "-")\(zone)"
  }

  @Test(arguments: [
    ("11:59 pm AOE", "1439 -720"),
    ("23:59 (UTC-12)", "1439 -720"),
    ("23:59:59 AoE (UTC-12h)", "1439 -720"),
    ("8:59 PM PDT (UTC-7)", "1259 -420"),
    ("8 pm Pacific Time", "1200 -420"),
    ("5:00 PM EDT", "1020 -240"),
    ("12AM UTC", "0 0"),
    ("23:59 UTC/GMT - 4:59pm Pacific Time", "1439 0"),
    ("noon GMT+1", "720 60"),
    ("17:00 CET", "1020 60"),
    ("6pm, Eastern Daylight Time", "1080 -240"),
    ("11.59 pm UTC -12h", "1439 -720"),
    ("23:59 UTC+05:30", "1439 330"),
    ("AoE", "- -720"),
    ("anywhere on Earth", "- -720"),
    ("11:59 AoE", "1439 -720"),
    ("5:59 p.m.", "1079"),
  ]) func `times and zones are read`(_ text: String, _ expected: String) {
    #expect(shown(text) == expected)
  }

  @Test(arguments: ["Smith et al.", "3.5 times", "it is best", "12 pages", "IST", "chapter 11"])
  func `what is no time is left alone`(_ text: String) {
    #expect(shown(text) == nil)
  }

  @Test(arguments: [
    ((2009, 10, 23), true), ((2009, 11, 1), false), ((2024, 3, 9), false), ((2024, 3, 10), true), ((1996, 9, 25), true),
    ((2020, 2, 28), false), ((2026, 10, 15), true),
  ]) func `daylight-saving time in America follows the rule of its year`(_ day: (Int, Int, Int), _ isSummer: Bool) {
    #expect(WrittenZone.DaylightRule.america.isSummer(.init(year: day.0, month: day.1, day: day.2)) == isSummer)
  }
}
