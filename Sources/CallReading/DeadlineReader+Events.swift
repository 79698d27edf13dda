import Venues

/// What a call's events are called, and how long they last.
extension DeadlineReader {
  static func isPieceOfLine(_ label: String) -> Bool {
    label.split(separator: " ").count > 6
      || label.count(where: { $0 == "(" }) != label.count(where: { $0 == ")" })
  }

  private static let kinds = Pattern(
    #"\b(workshop|symposium|tutorial|seminar|school|congress|forum|summit|conference|hackathon)s?\b"#)

  /// The kind of event that a line names last, or "Conference".
  static func eventName(_ words: String) -> String {
    kinds.all(in: words).last?.groups[0]?.capitalized ?? "Conference"
  }

  /// The last day of an event, or of a period, that has several.
  func lastDay(_ reading: Reading) -> String? {
    guard var end = reading.entry.date.end, end.isPossible, let year = end.year else { return nil }
    let start = reading.entry.date.start
    // A span without years that crosses New Year got the year of its first day.
    if end.isBefore(start), end.month < start.month { end.year = year + 1 }
    return start.isBefore(end) ? Self.text(end) : nil
  }

  /// Tells events of the same name apart by their lines.
  static func withDistinctEvents(_ dates: [Stated<Deadline>]) -> [Stated<Deadline>] {
    let names = dates.filter { $0.value.what == .event }.map { $0.value.label.lowercased() }
    return dates.map { date in
      guard date.value.what == .event, names.count(where: { $0 == date.value.label.lowercased() }) > 1 else {
        return date
      }
      var deadline = date.value
      deadline.label += " (line \(date.evidence.line))"
      return Stated(deadline, date.evidence.words, line: date.evidence.line)
    }
  }
}
