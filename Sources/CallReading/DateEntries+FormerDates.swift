/// Which dates of a line another of the same line has replaced.
extension DateEntryFinder {
  private static let formerly = Pattern(
    #"\b(originally|previously|formerly|was|were|instead of|old|extended from|moved from|postponed from|changed from|initial(ly)?)\W*$"#
  )
  private static let announcesNew = Pattern(
    #"^\W*(the )?(new|revised|updated|extended)\s+(dates?|deadlines?|period)\W*$"#)
  private static let replaces = Pattern(
    #"^\W*(->|→|⇒|=>|>>|extended( to| until)?|now|new|(moved|postponed|changed|shifted|delayed|deferred|prolonged|rescheduled|pushed( back)?)( to| until)?|updated( to)?|has been extended( to| until)?|\(?extended\)?)?\W*(to|until|firm|the|new|extended)?\W*$"#
  )

  private static let isEmpty = Pattern(#"^\W*$"#)

  /// Whether the date is an older one that another of the same line replaces.
  func isReplaced(_ number: Int, in line: Line) -> Bool {
    let before = line.clauses[number]
    if Self.formerly.matches(before), line.dates.count > 1 { return true }
    // A struck date beside one that is not is the old one, whichever stands first.
    let isStruck = line.dates.map { line.text.isStruck($0.range) }
    func replaces(_ neighbour: Int, across clause: Int) -> Bool {
      line.dates.indices.contains(neighbour) && !isStruck[neighbour] && !Self.isLabel(line.clauses[clause])
    }
    if isStruck[number] {
      if replaces(number - 1, across: number) || replaces(number + 1, across: number + 1) { return true }
    } else if number > 0, !isStruck[number - 1], Self.isEmpty.matches(before),
      line.dates[number].start.isBefore(line.dates[number - 1].start)
    {
      // The later of two dates side by side is the new one: the strike of the other was lost.
      return true
    }
    guard number + 1 < line.dates.count, isStruck[number] || !isStruck[number + 1] else { return false }
    // Two dates side by side with nothing between them, or an arrow or "extended to": the strike of the first was lost.
    let between = line.clauses[number + 1]
    if Self.announcesNew.matches(between) { return true }
    if Self.formerly.matches(between) { return false }
    if Self.isEmpty.matches(between), line.dates[number + 1].start.isBefore(line.dates[number].start) { return false }
    return !Self.isLabel(between) && Self.replaces.matches(between)
  }
}
