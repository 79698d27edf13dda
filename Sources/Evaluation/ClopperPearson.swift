/// Exact one-sided bounds of a share (Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the
/// case of the binomial", Biometrika 26, 1934).
public struct ClopperPearson: Sendable {
  /// So many of the trials.
  public let count: Int
  /// The trials.
  public let trials: Int
  /// How likely a bound is wrong, such as 0.05.
  public let risk: Double

  /// Takes what was counted.
  public init(_ count: Int, of trials: Int, risk: Double = 0.05) {
    self.count = count
    self.trials = trials
    self.risk = risk
  }

  /// The largest share at which so few still come up with a probability of ``risk``; 1 without trials.
  public var upperBound: Double { Self.upperBound(count, of: trials, risk: risk) }

  /// The smallest share at which so many still come up with a probability of ``risk``; 0 without trials.
  public var lowerBound: Double { 1 - Self.upperBound(trials - count, of: trials, risk: risk) }

  private static func upperBound(_ count: Int, of trials: Int, risk: Double) -> Double {
    guard count < trials else { return 1 }
    let tail = BinomialTail(upTo: trials)
    var (low, high) = (0.0, 1.0)
    // Halving sixty times is exact to the last bit.
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if tail.atMost(count, of: trials, probability: middle) > risk { low = middle } else { high = middle }
    }
    return high
  }
}
