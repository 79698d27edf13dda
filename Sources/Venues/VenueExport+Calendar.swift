import Foundation

extension VenueExport {
  /// A calendar (RFC 5545) with the true instant of every deadline that has hour and zone, and a day for the others.
  static func calendar(_ venue: Venue) -> VenueExport {
    var lost: [String] = []
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//PaperTriage//EN", "CALSCALE:GREGORIAN"]
    for deadline in venue.deadlines where !deadline.superseded {
      guard let moment = Moment(deadline.at) else { continue }
      let day = "\(moment.year)\(Moment.two(moment.month))\(Moment.two(moment.day))"
      lines += ["BEGIN:VEVENT", "UID:\(identifier(venue, deadline))", "DTSTAMP:20000101T000000Z"]
      if let instant = moment.instant {
        lines.append("DTSTART:\(utc(instant))")
        let end = deadline.until.flatMap { Moment($0 + deadline.at.dropFirst(10)) }?.instant
        lines.append("DTEND:\(utc(end ?? instant.addingTimeInterval(60)))")
      } else {
        lines.append("DTSTART;VALUE=DATE:\(day)")
        // The end of whole days is the day after the last (RFC 5545, 3.6.1).
        if let next = Moment(deadline.until ?? deadline.at).flatMap(dayAfter) {
          lines.append("DTEND;VALUE=DATE:\(next)")
        }
        if moment.minutes != nil {
          lost.append("'\(deadline.label)' has an hour but no time zone, so the calendar shows only its day.")
        }
      }
      lines.append("SUMMARY:\(escaped("\(venue.name): \(deadline.label)"))")
      lines.append("DESCRIPTION:\(escaped(VenueDifference.words(deadline)))")
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    lost.append("A calendar holds only dates: topics, rules and former dates are left out.")
    return VenueExport(text: lines.map(folded).joined(), lost: lost)
  }

  private static func dayAfter(_ moment: Moment) -> String? {
    let noon = Moment("\(moment.year)-\(Moment.two(moment.month))-\(Moment.two(moment.day))T12:00:00Z")?.instant
    return noon.map { String(utc($0.addingTimeInterval(86_400)).prefix(8)) }
  }

  private static func utc(_ instant: Date) -> String {
    instant.formatted(.iso8601).replacing("-", with: "").replacing(":", with: "")
  }

  /// Stable for the same date of the same venue, so that importing twice changes an entry instead of adding one.
  private static func identifier(_ venue: Venue, _ deadline: Deadline) -> String {
    let words = "\(venue.name) \(deadline.what.rawValue) \(deadline.label)".lowercased()
    return words.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-") + "@papertriage"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,").replacing(
      "\n", with: "\\n")
  }

  /// Lines are at most 75 bytes, longer ones go on after a blank.
  private static func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for character in line {
      let size = String(character).utf8.count
      if length + size > 74 {
        result += "\r\n "
        length = 1
      }
      result.append(character)
      length += size
    }
    return result + "\r\n"
  }
}
