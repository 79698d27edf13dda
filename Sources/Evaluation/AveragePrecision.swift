/// How well a score puts the true examples first.
public enum AveragePrecision {
  /// Returns the mean, over the true examples, of the share of true ones among those scored at least as high; `nil` if
  /// none is true.
  ///
  /// Equal scores count together, as in scikit-learn's `average_precision_score`.
  public static func value(scores: [Double], truth: [Bool]) -> Double? {
    let total = truth.count { $0 }
    guard total > 0 else { return nil }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var (sum, found, seen, start) = (0.0, 0, 0, 0)
    while start < order.count {
      var end = start
      var hits = 0
      while end < order.count, scores[order[end]] == scores[order[start]] {
        hits += truth[order[end]] ? 1 : 0
        end += 1
      }
      found += hits
      seen += end - start
      sum += Double(hits) * Double(found) / Double(seen)
      start = end
    }
    return sum / Double(total)
  }
}
