/// How often a label was assigned rightly and wrongly.
public struct ConfusionCounts: Hashable, Sendable {
  /// Assigned, and true.
  public var truePositives: Int
  /// Assigned, but not true.
  public var falsePositives: Int
  /// True, but not assigned.
  public var falseNegatives: Int
  /// Neither assigned nor true.
  public var trueNegatives: Int

  /// Makes counts, all zero unless given.
  public init(truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0, trueNegatives: Int = 0) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  /// Counts one decision.
  public mutating func count(assigned: Bool, true isTrue: Bool) {
    switch (assigned, isTrue) {
    case (true, true): truePositives += 1
    case (true, false): falsePositives += 1
    case (false, true): falseNegatives += 1
    case (false, false): trueNegatives += 1
    }
  }

  /// The share of assigned labels that are true; `nil` if none was assigned.
  public var precision: Double? {
    let assigned = truePositives + falsePositives
    return assigned > 0 ? Double(truePositives) / Double(assigned) : nil
  }

  /// The share of true labels that were assigned; `nil` if none is true.
  public var recall: Double? {
    let present = truePositives + falseNegatives
    return present > 0 ? Double(truePositives) / Double(present) : nil
  }

  /// The harmonic mean of precision and recall, `2 TP / (2 TP + FP + FN)`; `nil` if nothing was assigned or true.
  public var f1: Double? {
    let denominator = 2 * truePositives + falsePositives + falseNegatives
    return denominator > 0 ? 2 * Double(truePositives) / Double(denominator) : nil
  }

  /// Adds two counts.
  public static func + (left: ConfusionCounts, right: ConfusionCounts) -> ConfusionCounts {
    ConfusionCounts(
      truePositives: left.truePositives + right.truePositives,
      falsePositives: left.falsePositives + right.falsePositives,
      falseNegatives: left.falseNegatives + right.falseNegatives,
      trueNegatives: left.trueNegatives + right.trueNegatives)
  }
}
