import Evaluation
import LinearAlgebra

/// Two models held against each other paper by paper: what `papertriage compare` writes.
public struct ComparisonReport: Hashable, Sendable, Codable {
  /// A figure of both models.
  public struct Figure: Hashable, Sendable, Codable {
    /// The first model's.
    public let first: Double
    /// The second model's.
    public let second: Double
    /// The second's minus the first's.
    public let difference: Double
    /// The low end of what covers the difference in 95 of 100 samples of papers.
    public let low: Double
    /// The high end.
    public let high: Double
    /// How likely such a difference is if the models are alike, by approximate randomisation.
    public let pValue: Double
  }

  /// The decisions on one label, or on the primary topic.
  public struct Decisions: Hashable, Sendable, Codable {
    /// The number of papers on which only the first model is right.
    public let onlyFirstRight: Int
    /// The number of papers on which only the second is right.
    public let onlySecondRight: Int
    /// How likely so uneven a split is if the models are alike (exact McNemar test).
    public let pValue: Double
  }

  /// One label.
  public struct Label: Hashable, Sendable, Codable {
    /// The topic's or group's id.
    public let id: String
    /// The number of papers that have it.
    public let papers: Int
    /// The first model's F1; null if it never assigned the label and no paper has it.
    public let firstF1: Double?
    /// The second model's F1.
    public let secondF1: Double?
    /// The decisions on it.
    public let decisions: Decisions
    /// The p-value, raised for looking at all labels of its kind at once (Holm 1979).
    public let adjustedPValue: Double
  }

  /// The topics, or the groups.
  public struct LabelSet: Hashable, Sendable, Codable {
    /// F1 over all decisions.
    public let microF1: Figure
    /// The mean of the labels' F1.
    public let macroF1: Figure
    /// Each label, in the venue's order.
    public let labels: [Label]
  }

  /// A paper that the models do not give the same labels.
  public struct DifferingPaper: Hashable, Sendable, Codable {
    /// The id in the corpus.
    public let id: String
    /// The labels it has.
    public let truth: [String]
    /// The labels that only the first model gives it.
    public let onlyFirst: [String]
    /// The labels that only the second model gives it.
    public let onlySecond: [String]
  }

  /// The number of papers.
  public let papers: Int
  /// The topics.
  public let topics: LabelSet
  /// The groups.
  public let groups: LabelSet
  /// The primary topic, over papers of which it is known; null if there are none.
  public let primary: Decisions?
  /// The papers with different labels, in the corpus's order.
  public let differing: [DifferingPaper]

  /// Compares what two models say of the same papers; the same seed gives the same figures.
  public init(_ first: [JudgedPaper], _ second: [JudgedPaper], corpus: LabelledCorpus, seed: UInt64 = 1) {
    precondition(first.map(\.paper.id) == second.map(\.paper.id), "Both models must have judged the same papers.")
    papers = first.count
    var generator = SplitMix64(seed: seed)
    func labelSet(_ range: Range<Int>, _ labels: [ModelLabel]) -> LabelSet {
      Self.labelSet(
        first.map { $0.example.labels(range) }, second.map { $0.example.labels(range) }, labels, &generator)
    }
    topics = labelSet(0..<corpus.topics.count, corpus.topics)
    groups = labelSet(corpus.topics.count..<corpus.labelCount, corpus.groups)
    let primaries = zip(first, second).compactMap { one, two in
      one.isPrimaryRight.flatMap { right in two.isPrimaryRight.map { (right, $0) } }
    }
    primary =
      primaries.isEmpty
      ? nil
      : Decisions(
        McNemarTest(
          onlyFirst: primaries.count { $0.0 && !$0.1 }, onlySecond: primaries.count { !$0.0 && $0.1 }))
    differing = zip(first, second).compactMap { one, two in
      DifferingPaper(
        one, two, ids: (0..<corpus.labelCount).map { corpus.label($0).id }, topicCount: corpus.topics.count)
    }
  }

  private static func labelSet(
    _ first: [JudgedExample], _ second: [JudgedExample], _ labels: [ModelLabel], _ generator: inout SplitMix64
  ) -> LabelSet {
    let comparison = PairedComparison(first, second, using: &generator)
    let counts = [first, second].map { MultiLabelMetrics($0).counts }
    let adjusted = McNemarTest.adjusted(comparison.labels.map(\.pValue))
    return LabelSet(
      microF1: Figure(comparison.microF1), macroF1: Figure(comparison.macroF1),
      labels: labels.indices.map { index in
        Label(
          id: labels[index].id, papers: counts[0][index].truePositives + counts[0][index].falseNegatives,
          firstF1: counts[0][index].f1, secondF1: counts[1][index].f1,
          decisions: Decisions(comparison.labels[index]), adjustedPValue: adjusted[index])
      })
  }
}

extension ComparisonReport.Figure {
  fileprivate init(_ difference: PairedComparison.Difference) {
    first = difference.first
    second = difference.second
    self.difference = difference.second - difference.first
    low = difference.interval.low
    high = difference.interval.high
    pValue = difference.pValue
  }
}

extension ComparisonReport.Decisions {
  fileprivate init(_ test: McNemarTest) {
    onlyFirstRight = test.onlyFirst
    onlySecondRight = test.onlySecond
    pValue = test.pValue
  }
}

extension ComparisonReport.DifferingPaper {
  /// - Parameter ids: The ids of topics, then of groups; a group's is shown as `group:id` for they may share names.
  fileprivate init?(_ first: JudgedPaper, _ second: JudgedPaper, ids: [String], topicCount: Int) {
    let (one, two) = (first.example.assigned, second.example.assigned)
    guard one != two else { return nil }
    func names(_ isWanted: (Int) -> Bool) -> [String] {
      ids.indices.filter(isWanted).map { $0 < topicCount ? ids[$0] : "group:\(ids[$0])" }
    }
    id = first.paper.id
    truth = names { first.paper.truth[$0] == true }
    onlyFirst = names { one[$0] && !two[$0] }
    onlySecond = names { two[$0] && !one[$0] }
  }
}
