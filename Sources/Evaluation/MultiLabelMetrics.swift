/// How well a set of labels was assigned.
public struct MultiLabelMetrics: Hashable, Sendable {
  /// The counts of each label, in the labels' order.
  public let counts: [ConfusionCounts]

  /// Counts over examples; what is not known of an example is left out.
  public init(_ examples: [JudgedExample]) {
    var counts = [ConfusionCounts](repeating: ConfusionCounts(), count: examples.first?.truth.count ?? 0)
    for example in examples {
      for label in counts.indices {
        guard let isTrue = example.truth[label] else { continue }
        counts[label].count(assigned: example.assigned[label], true: isTrue)
      }
    }
    self.counts = counts
  }

  /// F1 over all decisions together; 0 if nothing was assigned or true.
  public var microF1: Double { counts.reduce(ConfusionCounts(), +).f1 ?? 0 }

  /// The mean of the labels' F1, in which each label counts alike; a label never assigned nor true counts 0, as in
  /// scikit-learn.
  public var macroF1: Double {
    counts.isEmpty ? 0 : counts.reduce(0) { $0 + ($1.f1 ?? 0) } / Double(counts.count)
  }

  /// The share of the examples' `k` most probable labels that are true, over examples of which all is known and that
  /// have a label; `nil` if there is no such example. Equals go by the labels' order.
  public static func precision(at k: Int, _ examples: [JudgedExample]) -> Double? {
    var shares: [Double] = []
    for example in examples where example.truth.contains(true) && !example.truth.contains(nil) {
      let best = example.probabilities.indices.sorted {
        let (left, right) = (example.probabilities[$0], example.probabilities[$1])
        return left != right ? left > right : $0 < $1
      }.prefix(k)
      shares.append(Double(best.count { example.truth[$0] == true }) / Double(k))
    }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }
}
