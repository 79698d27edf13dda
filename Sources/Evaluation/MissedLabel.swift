/// What the examples were given that have a label and did not get it.
public struct MissedLabel: Hashable, Sendable {
  /// The number of such examples.
  public let missed: Int
  /// How many of them were wrongly given each label, in the labels' order.
  public let instead: [Int]
  /// How many of them were given no label at all.
  public let withoutLabel: Int

  /// Counts for one label.
  public init(_ label: Int, in examples: [JudgedExample]) {
    let missing = examples.filter { $0.truth[label] == true && !$0.assigned[label] }
    missed = missing.count
    withoutLabel = missing.count { !$0.assigned.contains(true) }
    instead = (examples.first?.truth.indices ?? 0..<0).map { other in
      missing.count { $0.assigned[other] && $0.truth[other] == false }
    }
  }
}
