import Foundation

/// A point in time as a venue gives it: a day, perhaps with an hour, perhaps with a zone.
public struct Moment: Hashable, Sendable {
  /// Year, month and day.
  public let year: Int, month: Int, day: Int
  /// Minutes since midnight; `nil` if only the day is known.
  public let minutes: Int?
  /// Minutes from UTC; `nil` if no zone is known.
  public let offset: Int?

  /// Reads `2030-10-16`, `2030-10-16T23:59:00` or either with an offset such as `-12:00` or `Z`.
  public init?(_ text: String) {
    let form = /(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)?/
    guard let match = try? form.wholeMatch(in: text) else { return nil }  // the form itself cannot fail
    guard let year = Int(match.1), let month = Int(match.2), let day = Int(match.3), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    guard let hour = match.4.flatMap({ Int($0) }), let minute = match.5.flatMap({ Int($0) }) else {
      minutes = nil
      offset = nil
      return
    }
    guard hour < 24, minute < 60 else { return nil }
    minutes = hour * 60 + minute
    offset = match.6.map { zone in
      guard zone != "Z", let hours = Int(zone.dropFirst().prefix(2)), let more = Int(zone.suffix(2)) else { return 0 }
      return (zone.hasPrefix("-") ? -1 : 1) * (hours * 60 + more)
    }
  }

  /// The instant, if hour and zone are known.
  public var instant: Date? {
    guard let minutes, let offset else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.date(from: DateComponents(year: year, month: month, day: day)).map {
      $0.addingTimeInterval(Double(minutes - offset) * 60)
    }
  }

  /// The moment in words: "16 October 2030, 23:59 AoE (UTC-12)".
  public var words: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let date = "\(day) \(months[month - 1]) \(year)"
    guard let minutes else { return date }
    let clock = "\(date), \(Self.two(minutes / 60)):\(Self.two(minutes % 60))"
    guard let offset else { return "\(clock) (no time zone given)" }
    if offset == -720 { return "\(clock) AoE (UTC-12)" }
    if offset == 0 { return "\(clock) UTC" }
    let more = abs(offset) % 60 == 0 ? "" : ":\(Self.two(abs(offset) % 60))"
    return "\(clock) UTC\(offset < 0 ? "-" : "+")\(abs(offset) / 60)\(more)"
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
