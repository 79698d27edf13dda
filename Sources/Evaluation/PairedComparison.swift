/// Two ways of assigning labels to the same examples, held against each other.
public struct PairedComparison: Sendable {
  /// A figure of both, and how far the difference can be believed.
  public struct Difference: Hashable, Sendable {
    /// The first one's figure.
    public let first: Double
    /// The second one's figure.
    public let second: Double
    /// What covers the second minus the first in 95 of 100 samples of examples.
    public let interval: BootstrapInterval
    /// How likely a difference at least as large is, in either direction, if it did not matter which of the two each
    /// example's answer came from.
    public let pValue: Double
  }

  /// F1 over all decisions together.
  public let microF1: Difference
  /// The mean of the labels' F1.
  public let macroF1: Difference
  /// Each label's decisions, in the labels' order; what is not known of an example is left out.
  public let labels: [McNemarTest]

  /// The number of random exchanges behind a p-value, so the smallest one is a thousandth.
  private static let exchanges = 999

  /// Compares by a paired bootstrap (both are judged on the same resampled examples) and by approximate randomisation:
  /// examples exchange their two answers by the toss of a coin (Noreen 1989; Yeh 2000).
  public init(
    _ first: [JudgedExample], _ second: [JudgedExample], using generator: inout some RandomNumberGenerator
  ) {
    precondition(first.count == second.count, "Both ways must be judged on the same examples.")
    let labelCount = first.first?.truth.count ?? 0
    let outcomes = [first, second].map { $0.map(ExampleOutcome.init) }
    func figures(_ examples: [ExampleOutcome]) -> F1Figures { F1Figures(examples, labelCount: labelCount) }
    let (one, two) = (figures(outcomes[0]), figures(outcomes[1]))

    var extremes = (micro: 0, macro: 0)
    for _ in 0..<Self.exchanges {
      var exchanged = outcomes
      for example in first.indices where Bool.random(using: &generator) {
        exchanged[0][example] = outcomes[1][example]
        exchanged[1][example] = outcomes[0][example]
      }
      let (left, right) = (figures(exchanged[0]), figures(exchanged[1]))
      // A hair of tolerance, so that equal figures added up in another order count as equal.
      if abs(right.micro - left.micro) >= abs(two.micro - one.micro) - 1e-12 { extremes.micro += 1 }
      if abs(right.macro - left.macro) >= abs(two.macro - one.macro) - 1e-12 { extremes.macro += 1 }
    }
    func difference(_ extremes: Int, _ figure: (F1Figures) -> Double) -> Difference {
      let interval = BootstrapInterval(exampleCount: first.count, using: &generator) { indices in
        figure(figures(indices.map { outcomes[1][$0] })) - figure(figures(indices.map { outcomes[0][$0] }))
      }
      return Difference(
        first: figure(one), second: figure(two), interval: interval,
        pValue: Double(extremes + 1) / Double(Self.exchanges + 1))
    }
    microF1 = difference(extremes.micro, \.micro)
    macroF1 = difference(extremes.macro, \.macro)
    labels = (0..<labelCount).map { label in
      func only(_ one: [JudgedExample], _ other: [JudgedExample]) -> Int {
        zip(one, other).count { one, other in
          one.truth[label] != nil && one.assigned[label] == one.truth[label]
            && other.assigned[label] != one.truth[label]
        }
      }
      return McNemarTest(onlyFirst: only(first, second), onlySecond: only(second, first))
    }
  }
}

/// What an example adds to the counts of true and false positives and false negatives, as their places in a table.
private struct ExampleOutcome {
  let places: [Int]

  init(_ example: JudgedExample) {
    places = example.truth.indices.compactMap { label in
      switch (example.assigned[label], example.truth[label]) {
      case (true, true): 3 * label
      case (true, false): 3 * label + 1
      case (false, true): 3 * label + 2
      default: nil
      }
    }
  }
}

/// Both F1 figures of a set of examples.
private struct F1Figures {
  let micro: Double
  let macro: Double

  init(_ examples: [ExampleOutcome], labelCount: Int) {
    var table = [Int](repeating: 0, count: 3 * labelCount)
    for example in examples {
      for place in example.places { table[place] += 1 }
    }
    let counts = (0..<labelCount).map { label in
      ConfusionCounts(
        truePositives: table[3 * label], falsePositives: table[3 * label + 1], falseNegatives: table[3 * label + 2])
    }
    micro = counts.reduce(ConfusionCounts(), +).f1 ?? 0
    macro = counts.isEmpty ? 0 : counts.reduce(0) { $0 + ($1.f1 ?? 0) } / Double(counts.count)
  }
}
