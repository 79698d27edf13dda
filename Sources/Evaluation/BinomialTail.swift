import Glibc

/// The lower tails of binomial distributions.
public struct BinomialTail: Sendable {
  /// `ln n!`, summed up once: `lgamma` writes a global variable.
  private let logFactorials: [Double]

  /// Prepares for so many trials, or fewer.
  public init(upTo trials: Int) {
    var values = [0.0]
    for number in 1...max(trials, 1) { values.append(values[number - 1] + log(Double(number))) }
    logFactorials = values
  }

  /// Returns how likely at most `successes` of `trials` are, each with the given probability.
  public func atMost(_ successes: Int, of trials: Int, probability: Double) -> Double {
    guard successes >= 0 else { return 0 }
    guard successes < trials, probability > 0 else { return 1 }
    guard probability < 1 else { return 0 }
    let (logP, logQ) = (log(probability), log1p(-probability))
    let sum = (0...successes).reduce(0) { sum, k in
      let ways = logFactorials[trials] - logFactorials[k] - logFactorials[trials - k]
      return sum + exp(ways + Double(k) * logP + Double(trials - k) * logQ)
    }
    return min(1, sum)
  }
}
