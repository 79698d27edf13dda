import Papers

extension ReviewPolicy {
  /// Returns the policy whose lines keep to a share of mistakes that the user asks for.
  ///
  /// Shares between two of the table's are served by the lower one.
  ///
  /// - Parameter risk: From 0.01 to 0.5.
  /// - Throws: ``ReviewRiskError``.
  func keeping(_ risk: Double) throws(ReviewRiskError) -> ReviewPolicy {
    guard let levels, let first = levels.first, let last = levels.last else { throw .noTable }
    // A hair of tolerance, for a share such as 0.29 is no binary fraction.
    guard let level = levels.last(where: { $0.share <= risk + 1e-9 }), risk <= last.share + 1e-9 else {
      throw .outside(risk: risk, lowest: first.share, highest: last.share)
    }
    var policy = self
    // A risk is never below 0, so below that every paper goes to a person.
    policy.highestTagRisk = level.highestTagRisk ?? -1
    policy.highestMissRisk = level.highestMissRisk ?? -1
    return policy
  }

  /// Returns the lowest share in the table of levels at which nobody needs to look at a paper; infinite if a person
  /// always does, `nil` if there is no table.
  ///
  /// - Parameter reasons: What ``reasons(for:topics:scope:)`` says of the paper.
  func lowestShare(topics: [LabelScore], scope: Scope, reasons: [ReviewReason]) -> Double? {
    guard let levels else { return nil }
    // Only these two reasons depend on the lines.
    guard reasons.allSatisfy({ $0 == .closeCall || $0 == .noTopic }) else { return .infinity }
    let tags = topics.filter(\.assigned)
    let level = levels.first { level in
      tags.isEmpty
        ? scope.probability.rawValue <= level.highestMissRisk ?? -1
        : Self.tagRisk(tags) <= level.highestTagRisk ?? -1
    }
    return level?.share ?? .infinity
  }
}

/// Why a share of mistakes cannot be kept to.
public enum ReviewRiskError: Error, Equatable, CustomStringConvertible {
  /// The model's folder holds no table of levels.
  case noTable
  /// The table has no such level.
  case outside(risk: Double, lowest: Double, highest: Double)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .noTable:
      "The model's folder has no table of levels for --risk, because an earlier program or `call model` made it. "
        + "Train it again with `papertriage train`, or leave --risk out to use the model's own line."
    case .outside(let risk, let lowest, let highest):
      "--risk is \(risk), but the model's table goes from \(lowest) to \(highest)."
    }
  }
}
