import Glibc

/// The logistic function and its inverse.
enum Logistic {
  /// Returns the probability of log odds.
  static func probability(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }

  /// Returns the log odds of a probability, which is kept 1e-9 away from 0 and 1.
  static func logit(_ probability: Double) -> Double {
    let p = min(max(probability, 1e-9), 1 - 1e-9)
    return log(p / (1 - p))
  }
}
