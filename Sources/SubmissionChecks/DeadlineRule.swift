import Papers
import Venues

/// `time.deadline`: the paper was handed in before the deadline had passed.
struct DeadlineRule: SubmissionRule {
  let id = "time.deadline"
  let summary = "The paper was handed in before the deadline had passed."
  let method =
    "The submission system's time (submitted_at of --metadata) against the call's paper deadline. The whole last "
    + "minute counts as in time; a date without a time as the whole day. Former deadlines are named, not applied. "
    + "Where a zone is missing, every zone from UTC-12 to UTC+14 is tried, and only a certain answer is given."
  let source = "The call's deadlines. Dates of files prove nothing and are never used."

  func answer(for submission: CheckedSubmission) -> Answer {
    answer(rules: submission.rules, record: submission.record)
  }

  func answer(for failure: PDFFailure, rules: RuleBook, record: SubmissionRecord) -> Answer {
    answer(rules: rules, record: record)
  }

  private func answer(rules: RuleBook, record: SubmissionRecord) -> Answer {
    let deadlines = rules.venue.deadlines.filter { $0.what == .paper }
    let current = deadlines.filter { !$0.superseded }.compactMap { deadline in
      CallTime(deadline.at).map { (deadline: deadline, time: $0) }
    }
    // Several deadlines of one kind are rounds or tracks: only the last can be missed for certain.
    guard let last = current.max(by: { $0.time.latest < $1.time.latest }) else {
      return .notApplicable("The call names no deadline for papers.")
    }
    guard record != .unknown else {
      return .notApplicable(
        "No submission times were given, so nothing was held to the deadline. Give the submission system's export with "
          + "--metadata, with the column submitted_at.")
    }
    guard let text = record.submittedAt else {
      return .couldNotCheck(
        "When the paper was handed in is not known. Give the submission system's export with --metadata, with the "
          + "column submitted_at.")
    }
    guard let submitted = CallTime(text) else {
      return .couldNotCheck("The time '\(text)' in the metadata is not a date and time that this program can read.")
    }
    let former = deadlines.filter(\.superseded).map(\.at)
    let note = former.isEmpty ? "" : " (formerly \(former.joined(separator: ", ")))"
    let evidence = "submitted \(text), deadline \(last.deadline.at)"
    if submitted.latest <= last.time.earliestEnd {
      return .pass("Handed in at \(text); the deadline was \(last.deadline.at)\(note).", evidence: evidence)
    }
    if submitted.earliest > last.time.latest {
      let seconds = submitted.earliest - last.time.latest
      return .fail(
        "Handed in at \(text), \(Self.duration(seconds)) after the deadline of \(last.deadline.at)\(note), whose whole "
          + "last minute counts as in time.", evidence: evidence)
    }
    return .look(
      "Handed in at \(text); the deadline was \(last.deadline.at)\(note). One of the two gives no time zone, so whether "
        + "the paper was late depends on it.", evidence: evidence)
  }

  private static func duration(_ seconds: Int) -> String {
    if seconds < 120 { return "\(seconds) s" }
    if seconds < 7200 { return "\(seconds / 60) min" }
    return seconds < 172_800 ? "\(seconds / 3600) h" : "\(seconds / 86_400) days"
  }
}

/// A moment as a call or an export gives it, with the span of instants it may mean; in seconds since 1970.
struct CallTime: Hashable {
  /// The first instant it may mean, in any zone if none is given.
  let earliest: Int
  /// The last instant it may mean.
  let latest: Int
  /// The end of its minute or day in the zone where that comes first.
  let earliestEnd: Int

  /// Reads `2023-07-26T23:59:00-12:00`, with a blank for `T`, without seconds, zone or time.
  init?(_ text: String) {
    var rest = Substring(text)
    func number(_ count: Int) -> Int? {
      guard rest.utf8.count >= count, let value = Int(rest.prefix(count)), !rest.hasPrefix("+"), !rest.hasPrefix("-")
      else { return nil }
      rest = rest.dropFirst(count)
      return value
    }
    func skip(_ marks: String) -> Bool {
      guard let first = rest.first, marks.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = number(4), skip("-/"), let month = number(2), skip("-/"), let day = number(2),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let midnight = CallTime.days(year, month, day) * 86_400
    var first = midnight
    var last = midnight + 86_399
    if skip("T ") {
      guard let hour = number(2), skip(":"), let minute = number(2), hour < 24, minute < 60 else { return nil }
      first = midnight + hour * 3600 + minute * 60
      last = first + 59
      if skip(":"), let second = number(2) {
        first += second
        // A deadline of 23:59:00 or 23:59 means the whole minute; a time with seconds means that second.
        last = second == 0 ? last : first
        if skip(".") { rest = rest.drop { $0.isNumber } }
      }
    }
    while skip(" ") {}
    if rest == "Z" || rest == "UTC" || rest == "GMT" {
      (earliest, latest, earliestEnd) = (first, last, last)
      return
    }
    if rest == "AoE" || rest == "AOE" {
      (earliest, latest, earliestEnd) = (first + 43_200, last + 43_200, last + 43_200)
      return
    }
    if rest.isEmpty {
      (earliest, latest, earliestEnd) = (first - 14 * 3600, last + 12 * 3600, last - 14 * 3600)
      return
    }
    let sign = rest.first == "-" ? 1 : -1
    guard skip("+-"), let hours = number(2) else { return nil }
    _ = skip(":")
    let offset = sign * (hours * 3600 + (number(2) ?? 0) * 60)
    guard rest.isEmpty else { return nil }
    (earliest, latest, earliestEnd) = (first + offset, last + offset, last + offset)
  }

  /// Days since 1970-01-01 in the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
