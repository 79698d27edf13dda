import Evaluation
import LinearAlgebra
import Papers

/// How well a model does on labelled papers: what `papertriage evaluate` writes.
public struct EvaluationReport: Hashable, Sendable, Codable {
  /// A figure with the range that covers it in 95 of 100 samples of papers.
  public struct Figure: Hashable, Sendable, Codable {
    /// The figure.
    public let value: Double
    /// The low end of the range.
    public let low: Double
    /// The high end of the range.
    public let high: Double
  }

  /// How well the topics, or the groups, were assigned.
  public struct LabelSet: Hashable, Sendable, Codable {
    /// F1 over all decisions.
    public let microF1: Figure
    /// The mean of the labels' F1.
    public let macroF1: Figure
    /// Each label, in the venue's order.
    public let labels: [Label]
  }

  /// How well one label was assigned.
  public struct Label: Hashable, Sendable, Codable {
    /// The topic's or group's id.
    public let id: String
    /// The number of papers that have it.
    public let papers: Int
    /// The share of its assignments that are right; null if there are none.
    public let precision: Double?
    /// The share of its papers that got it; null if there are none.
    public let recall: Double?
    /// The harmonic mean of both; null if it was never assigned nor true.
    public let f1: Double?
    /// What its papers got that did not get it.
    public let missed: Missed
  }

  /// How far the topics' probabilities can be believed.
  public struct Reliability: Hashable, Sendable, Codable {
    /// The mean distance between probability and truth over ten bins, of probabilities from 0.05.
    public let expectedError: Double
    /// The mean squared error.
    public let brierScore: Double
    /// The part of the squared error saved against always saying each topic's share.
    public let brierSkill: Double
    /// The bins in which a prediction fell.
    public let bins: [Bin]
  }

  /// The predictions in one range of probability.
  public struct Bin: Hashable, Sendable, Codable {
    /// The number of predictions.
    public let count: Int
    /// Their mean probability.
    public let meanProbability: Double
    /// The share that is true.
    public let observedShare: Double
  }

  /// What sending papers to a person achieves.
  public struct Review: Hashable, Sendable, Codable {
    /// The share of papers sent to a person.
    public let share: Double
    /// Of the others that carry a tag, the share with a wrong one; null if there are none.
    public let wrongTagShare: Double?
    /// Of the others without a tag, the share that has a topic; null if there are none.
    public let missedShare: Double?
  }

  /// What a share of mistakes that a user asks for achieves.
  public struct ReviewAtRisk: Hashable, Sendable, Codable {
    /// The share of mistakes asked for.
    public let asked: Double
    /// What comes of it.
    public let review: Review
  }

  /// How the papers were judged; null if that is not said.
  public let method: Method?
  /// The number of papers judged.
  public let papers: Int
  /// The topics.
  public let topics: LabelSet
  /// The groups.
  public let groups: LabelSet
  /// The share of papers with a known primary topic for which it was found; null if none is known.
  public let primaryAccuracy: Figure?
  /// The share of the most probable topics that are true, over papers that have one.
  public let precisionAt1: Double?
  /// The share of the three most probable topics that are true.
  public let precisionAt3: Double?
  /// The share of the most probable topics that are true: of the first, the first two, up to the first five.
  public let precisionAt: [Double]
  /// The topics' probabilities.
  public let calibration: Reliability
  /// The papers sent to a person.
  public let review: Review
  /// What shares of mistakes that a user may ask for would achieve; null if the model has no table of them.
  public let reviewAtRisk: [ReviewAtRisk]?
  /// Mistakes if only the surest papers are decided without a person.
  public let coverage: Coverage
  /// What growing parts of the corpus teach; null if that was not asked for.
  public let learningCurve: [LearningPoint]?

  /// Measures over papers; the same seed gives the same ranges.
  ///
  /// - Parameters:
  ///   - learning: What models say that learnt from so many papers.
  public init(
    _ papers: [JudgedPaper], corpus: LabelledCorpus, method: Method? = nil,
    learning: [(papers: Int, judged: [JudgedPaper])]? = nil, seed: UInt64 = 1
  ) {
    self.method = method
    let examples = papers.map(\.example)
    let topicRange = 0..<corpus.topics.count
    let topicExamples = examples.map { $0.labels(topicRange) }
    self.papers = papers.count
    topics = Self.labelSet(topicExamples, corpus.topics, seed: seed)
    groups = Self.labelSet(
      examples.map { $0.labels(corpus.topics.count..<corpus.labelCount) }, corpus.groups, seed: seed)
    let primaries = papers.compactMap(\.isPrimaryRight)
    primaryAccuracy =
      primaries.isEmpty
      ? nil
      : Self.figure(primaries.count, seed: seed) { indices in
        Double(indices.count { primaries[$0] }) / Double(indices.count)
      }
    precisionAt = (1...5).compactMap { MultiLabelMetrics.precision(at: $0, topicExamples) }
    precisionAt1 = MultiLabelMetrics.precision(at: 1, topicExamples)
    precisionAt3 = MultiLabelMetrics.precision(at: 3, topicExamples)
    let measured = Calibration(topicExamples)
    calibration = Reliability(
      expectedError: measured.expectedError, brierScore: measured.brierScore, brierSkill: measured.brierSkill,
      bins: measured.bins.compactMap(\.self).map {
        Bin(count: $0.count, meanProbability: $0.meanProbability, observedShare: $0.observedShare)
      })
    review = Self.review(papers, unseen: papers.filter { !$0.prediction.needsReview }, topics: topicRange)
    reviewAtRisk =
      papers.contains { $0.lowestUnseenShare == nil }
      ? nil
      : Self.askedShares.map { share in
        let unseen = papers.filter { $0.lowestUnseenShare ?? .infinity <= share + 1e-9 }
        return ReviewAtRisk(asked: share, review: Self.review(papers, unseen: unseen, topics: topicRange))
      }
    coverage = Self.coverage(papers, topicCount: topicRange.count)
    learningCurve = learning?.map { part in
      let examples = part.judged.map { $0.example.labels(topicRange) }
      return LearningPoint(
        papers: part.papers,
        microF1: Self.figure(examples.count, seed: seed) { MultiLabelMetrics($0.map { examples[$0] }).microF1 },
        macroF1: Self.figure(examples.count, seed: seed) { MultiLabelMetrics($0.map { examples[$0] }).macroF1 })
    }
  }

  /// The shares of mistakes that a report tells the outcome of.
  private static let askedShares = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3]

  private static func labelSet(_ examples: [JudgedExample], _ labels: [ModelLabel], seed: UInt64) -> LabelSet {
    let metrics = MultiLabelMetrics(examples)
    return LabelSet(
      microF1: figure(examples.count, seed: seed) { MultiLabelMetrics($0.map { examples[$0] }).microF1 },
      macroF1: figure(examples.count, seed: seed) { MultiLabelMetrics($0.map { examples[$0] }).macroF1 },
      labels: labels.indices.map { index in
        let counts = metrics.counts[index]
        return Label(
          id: labels[index].id, papers: counts.truePositives + counts.falseNegatives, precision: counts.precision,
          recall: counts.recall, f1: counts.f1, missed: missed(MissedLabel(index, in: examples), labels))
      })
  }

  private static func missed(_ label: MissedLabel, _ labels: [ModelLabel]) -> Missed {
    let instead = labels.indices.filter { label.instead[$0] > 0 }
      .sorted { (-label.instead[$0], $0) < (-label.instead[$1], $1) }
    return Missed(
      papers: label.missed, withoutLabel: label.withoutLabel,
      instead: instead.map { Instead(id: labels[$0].id, papers: label.instead[$0]) })
  }

  private static func coverage(_ papers: [JudgedPaper], topicCount: Int) -> Coverage {
    func points(_ papers: [JudgedPaper], risk: (JudgedPaper) -> Double, isMistake: (JudgedPaper) -> Bool)
      -> [CoveragePoint]
    {
      CoverageCurve(risks: papers.map(risk), mistakes: papers.map(isMistake)).points.map {
        CoveragePoint(coverage: $0.coverage, error: $0.error)
      }
    }
    let tagged = points(
      papers.filter { $0.prediction.primary != nil },
      risk: { ReviewPolicy.tagRisk($0.prediction.topics.filter(\.assigned)) }
    ) { paper in
      (0..<topicCount).contains { paper.example.assigned[$0] && paper.paper.truth[$0] == false }
    }
    let untagged = points(
      papers.filter { $0.prediction.primary == nil && $0.paper.hasTopic(among: topicCount) != nil },
      risk: { $0.prediction.scope.probability.rawValue }
    ) { $0.paper.hasTopic(among: topicCount) == true }
    return Coverage(tagged: tagged, untagged: untagged)
  }

  private static func figure(_ count: Int, seed: UInt64, _ compute: ([Int]) -> Double) -> Figure {
    var generator = SplitMix64(seed: seed)
    let interval = BootstrapInterval(exampleCount: count, resamples: 400, using: &generator, compute)
    return Figure(value: compute(Array(0..<count)), low: interval.low, high: interval.high)
  }

  private static func review(
    _ papers: [JudgedPaper], unseen: [JudgedPaper], topics: Range<Int>
  ) -> Review {
    let tagged = unseen.filter { $0.prediction.primary != nil }
    let untagged = unseen.filter { $0.prediction.primary == nil }
    func share(_ count: Int, of total: Int) -> Double? { total == 0 ? nil : Double(count) / Double(total) }
    return Review(
      share: share(papers.count - unseen.count, of: papers.count) ?? 0,
      wrongTagShare: share(
        tagged.count { paper in
          topics.contains { paper.example.assigned[$0] && paper.paper.truth[$0] == false }
        }, of: tagged.count),
      missedShare: share(
        untagged.count { $0.paper.hasTopic(among: topics.count) == true }, of: untagged.count))
  }
}
