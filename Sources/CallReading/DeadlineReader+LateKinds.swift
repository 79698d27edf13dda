/// Kinds of deadlines that only the call's other dates tell: what is due after the notification is a final paper.
extension DeadlineReader {
  private static let extendedAbstracts = Pattern(#"\bextended abstracts?\b"#)

  /// Extended abstracts are the papers of a call that names no other, or names them so for the same day.
  static func setExtendedAbstracts(_ readings: inout [Reading]) {
    let papers = readings.filter { $0.kind == .paper }.map(\.entry.date.start)
    for index in readings.indices
    where readings[index].kind == .abstract && extendedAbstracts.matches(readings[index].entry.label)
      && (papers.isEmpty || papers.contains(readings[index].entry.date.start))
    { readings[index].kind = .paper }
  }

  private static let callOnly = Pattern(
    #"^\W*(call( for ([\w-]+ ){0,2}(papers|submissions|contributions|abstracts))?|cfp)\W*$"#)

  /// "Call for papers: January 15" before the deadline of papers is when the call is sent.
  static func setAnnouncements(_ readings: inout [Reading]) {
    for index in readings.indices where [.paper, .abstract].contains(readings[index].kind) {
      let entry = readings[index].entry
      guard callOnly.matches(entry.label),
        readings.contains(where: {
          $0.kind == .paper && $0.entry.isListed && !callOnly.matches($0.entry.label)
            && entry.date.start.isBefore($0.entry.date.start)
        })
      else { continue }
      readings[index].kind = .other
    }
  }

  private static let ofMorePapers = Pattern(
    #"\b(late|second|2nd|third|last|round|cycle|short|poster|demo|position|workshop|industry|phase|resubmi\w+|tool|student|wip|work[- ]in)\b"#
  )

  private static let cameraReady = Pattern(#"\bcamera[\s-]*ready\b"#)
  private static let revised = Pattern(#"\b(revised|final|accepted|definitive)\b"#)

  /// A paper that is due after its authors were notified, with no notification to come, is a final one.
  static func setFinalPapers(_ readings: inout [Reading]) {
    for track in Set(readings.map(\.entry.track)) { setFinalPapers(&readings, of: track) }
  }

  private static func setFinalPapers(_ readings: inout [Reading], of track: String?) {
    let live = readings.filter {
      !$0.entry.isReplaced && !$0.entry.isStruck && $0.entry.isListed && $0.entry.track == track
    }
    let told = live.filter { $0.kind == .notification }
    guard let first = told.min(by: { $0.entry.date.start.isBefore($1.entry.date.start) })?.entry.date.start,
      case let begun = Set(live.filter { $0.entry.date.start.isBefore(first) }.map(\.kind))
    else { return }
    // "Final submission" between that of abstracts and the notification is that of papers.
    if !begun.contains(.paper) {
      for index in readings.indices where readings[index].kind == .cameraReady {
        let entry = readings[index].entry
        guard entry.isListed, entry.track == track, entry.date.start.isBefore(first), !cameraReady.matches(entry.label)
        else { continue }
        readings[index].kind = .paper
      }
    }
    let hasFinal = live.contains { $0.kind == .cameraReady }
    for index in readings.indices {
      let entry = readings[index].entry
      // The notification of abstracts comes before the papers themselves.
      guard readings[index].kind == .paper || readings[index].kind == .abstract && revised.matches(entry.label),
        begun.contains(readings[index].kind),
        !entry.isReplaced, !entry.isStruck, entry.isListed, entry.track == track, entry.round == nil,
        first.isBefore(entry.date.start), !told.contains(where: { !$0.entry.date.start.isBefore(entry.date.start) }),
        !ofMorePapers.matches(entry.label)
      else { continue }
      readings[index].kind = hasFinal ? .other : .cameraReady
    }
  }
}
