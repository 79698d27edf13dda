/// How much a stretch of an abstract adds to the score of one label, or takes from it.
public struct WordContribution: Hashable, Sendable, Codable {
  /// Which of the venue's labels; a topic and a group may have the same id.
  public enum Label: Hashable, Sendable, Codable {
    /// A topic by its id.
    case topic(String)
    /// A group by its id.
    case group(String)
  }

  /// The label.
  public let label: Label
  /// The stretch of the assessment's abstract, in Unicode scalars.
  public let range: Range<Int>
  /// The part of the label's score (log odds) that comes from the stretch; negative if it speaks against.
  public let weight: Double

  /// Makes a contribution.
  public init(label: Label, range: Range<Int>, weight: Double) {
    self.label = label
    self.range = range
    self.weight = weight
  }
}
