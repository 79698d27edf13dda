/// A place in a venue that words of a call can support.
public enum VenueEntry: Hashable, Sendable {
  /// The venue's name.
  case name
  /// The list of topics.
  case topics
  /// The topic with a number, counted from 0.
  case topic(Int)
  /// The page limit.
  case pageLimit
  /// Who is hidden from whom.
  case anonymity
  /// The template.
  case template
  /// The number of columns.
  case columns
  /// The page size.
  case pageSize
  /// The accepted file types.
  case fileTypes
  /// The largest file.
  case maxFileMb
  /// The deadline with a number, counted from 0.
  case deadline(Int)
}
