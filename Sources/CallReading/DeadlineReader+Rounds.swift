/// Rounds of one call whose dates stand in one list: those of the first are struck because they are past.
extension DeadlineReader {
  private static let laterRound = Pattern(
    #"\b(second|2nd|third|3rd|fourth|4th|next)\s+([\w-]+\s+)?(rounds?|cycles?|phases?|submissions?|deadlines?|calls?|windows?|batch)\b|\b(rounds?|cycles?|phases?|batch|windows?)\s*#?(2|3|4|II|III|IV|B|C|two|three|four)\b"#
  )

  private static let furtherKind = Pattern(
    #"\b(pre-?reviewed|arr|commit\w*|fast[- ]track|short|posters?|demos?|late[- ]breaking|journal[- ]first|non-?archival|industry|tools?)\b"#
  )

  /// Whether a date is that of papers of which another, struck beside it, says nothing: "pre-reviewed papers".
  static func isOfFurtherKind(_ entry: DateEntry, beside struck: DateEntry) -> Bool {
    furtherKind.matches(entry.label) && !furtherKind.matches(struck.label)
  }

  /// Whether papers of a further round fall due between two dates, so that the second is that round's and replaces
  /// nothing: "First round: November 3; notification: December 1; second round: January 7; notification: March 2".
  func begins(aRoundBetween first: DateEntry, and second: DateEntry, _ readings: [Reading]) -> Bool {
    readings.contains { reading in
      let entry = reading.entry
      return (reading.kind == .paper || reading.kind == .abstract) && Self.laterRound.matches(entry.label)
        && entry.isListed && (first.block, first.line) < (entry.block, entry.line)
        && (entry.block, entry.line) < (second.block, second.line)
        && first.date.start.isBefore(entry.date.start) && entry.date.start.isBefore(second.date.start)
    }
  }
}
