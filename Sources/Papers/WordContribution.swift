/// How much a stretch of an abstract adds to the score of one label, or takes from it.
public struct WordContribution: Hashable, Sendable, Codable {
  /// The label.
  public let label: VenueLabel
  /// The stretch of the assessment's abstract, in Unicode scalars.
  public let range: Range<Int>
  /// The part of the label's score (log odds) that comes from the stretch; negative if it speaks against.
  public let weight: Double

  /// Makes a contribution.
  public init(label: VenueLabel, range: Range<Int>, weight: Double) {
    self.label = label
    self.range = range
    self.weight = weight
  }
}
