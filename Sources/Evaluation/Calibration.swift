/// How far probabilities can be believed.
public struct Calibration: Hashable, Sendable {
  /// The predictions whose probability falls in one range.
  public struct Bin: Hashable, Sendable {
    /// The number of predictions.
    public let count: Int
    /// Their mean probability.
    public let meanProbability: Double
    /// The share of them that are true.
    public let observedShare: Double
  }

  /// Ten ranges of equal width, from 0 to 1; `nil` where no prediction falls.
  public let bins: [Bin?]
  /// The mean over predictions of the distance between their bin's mean probability and observed share (expected
  /// calibration error; Naeini, Cooper and Hauskrecht 2015).
  public let expectedError: Double
  /// The mean squared distance between probability and truth.
  public let brierScore: Double
  /// The part of the squared error that is saved against always predicting each label's share in these examples.
  public let brierSkill: Double

  /// Measures over all labels together.
  ///
  /// - Parameter minimum: Predictions below this probability are left out of bins and calibration error, because the
  ///   many sure negatives would hide what happens where it matters. The Brier figures are over all.
  public init(_ examples: [JudgedExample], minimum: Double = 0.05) {
    var sums = [(count: Int, probability: Double, present: Int)](repeating: (0, 0, 0), count: 10)
    var squared = 0.0
    var baseline = 0.0
    var count = 0
    for label in 0..<(examples.first?.truth.count ?? 0) {
      let known = examples.filter { $0.truth[label] != nil }
      let share = known.isEmpty ? 0 : Double(known.count { $0.truth[label] == true }) / Double(known.count)
      for example in known {
        let probability = example.probabilities[label]
        let isTrue = example.truth[label] == true
        let outcome = isTrue ? 1.0 : 0
        squared += (probability - outcome) * (probability - outcome)
        baseline += (share - outcome) * (share - outcome)
        count += 1
        guard probability >= minimum else { continue }
        let bin = min(Int(probability * 10), 9)
        sums[bin].count += 1
        sums[bin].probability += probability
        sums[bin].present += isTrue ? 1 : 0
      }
    }
    bins = sums.map { sum in
      sum.count == 0
        ? nil
        : Bin(
          count: sum.count, meanProbability: sum.probability / Double(sum.count),
          observedShare: Double(sum.present) / Double(sum.count))
    }
    let total = sums.reduce(0) { $0 + $1.count }
    expectedError =
      total == 0 ? 0 : sums.reduce(0) { $0 + abs($1.probability - Double($1.present)) } / Double(total)
    brierScore = count == 0 ? 0 : squared / Double(count)
    brierSkill = baseline > 0 ? 1 - squared / baseline : 0
  }
}
