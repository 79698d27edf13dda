import Glibc

/// How many of a batch of examples have a label, estimated from calibrated probabilities without knowing any label.
///
/// Probabilities that were calibrated where a share `s` of the examples has the label are too low for a batch where more
/// have it. If what the examples with the label look like, and those without, stays the same, the batch's own share `q`
/// maximises
///
///     sum over examples of log(q p / s + (1 - q) (1 - p) / (1 - s))
///
/// which is what the EM algorithm of Saerens, Latinne and Decaestecker 2002 converges to. The sum is concave, so its
/// slope is brought to zero by bisection, and the interval is where it is at most 1.92 below its maximum (likelihood
/// ratio, 95%).
public struct ShareEstimate: Hashable, Sendable, Codable {
  /// The estimated share, from 0 to 1.
  public let share: Double
  /// The low end of the interval.
  public let low: Double
  /// The high end of the interval.
  public let high: Double

  /// Half of the chi-squared distribution's 95th percentile with one degree of freedom.
  private static let likelihoodDrop = 1.92

  /// - Parameters:
  ///   - probabilities: One calibrated probability for each example of the batch; at least one.
  ///   - calibratedShare: The share of examples with the label where the probabilities were calibrated.
  public init(probabilities: [Double], calibratedShare: Double) {
    precondition(!probabilities.isEmpty, "A share needs an example.")
    let s = min(max(calibratedShare, 1e-6), 1 - 1e-6)
    let ratios = probabilities.map { probability in
      let p = min(max(probability, 1e-6), 1 - 1e-6)
      return (with: p / s, without: (1 - p) / (1 - s))
    }
    func slope(_ q: Double) -> Double {
      ratios.reduce(0) { $0 + ($1.with - $1.without) / (q * $1.with + (1 - q) * $1.without) }
    }
    func logLikelihood(_ q: Double) -> Double {
      ratios.reduce(0) { $0 + log(q * $1.with + (1 - q) * $1.without) }
    }
    let best = Self.crossing(from: 0, to: 1) { slope($0) > 0 }
    let line = logLikelihood(best) - Self.likelihoodDrop
    share = best
    low = Self.crossing(from: 0, to: best) { logLikelihood($0) < line }
    high = Self.crossing(from: best, to: 1) { logLikelihood($0) >= line }
  }

  /// Returns where a condition that holds up to some number, and not from there on, ceases to hold.
  private static func crossing(from low: Double, to high: Double, while holds: (Double) -> Bool) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
