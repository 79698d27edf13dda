import Evaluation
import Glibc
import LinearAlgebra
import LinearModels
import TextFeatures
import Venues

/// How well topics are found of which no paper is known, or few: each topic of an annotated corpus is left out in turn.
///
/// The left-out topic's labels are in nothing that scores it: not in the heads (each topic has its own, from papers of
/// other folds), not in the head for "any topic" (fitted once for each topic, papers with no other topic counting as
/// unknown), not in the settings (fitted on the other topics). Vocabulary and embedding know no labels.
public struct TransferEvaluation: Hashable, Sendable, Codable {
  /// Average precision with a number of papers that have the topic, and three times as many that have it not.
  public struct FewPapers: Hashable, Sendable, Codable {
    /// The papers that have the topic.
    public let papers: Int
    /// With the topic's words as well.
    public let transfer: Double
    /// Logistic regression on words, on those papers alone.
    public let words: Double
    /// Logistic regression on embeddings, on those papers alone.
    public let embedding: Double
  }

  /// How well one topic is found.
  public struct LeftOut: Hashable, Sendable, Codable {
    /// Its id.
    public let id: String
    /// The papers that have it.
    public let papers: Int
    /// Average precision of the cosine of the embeddings of the topic's text and of the paper.
    public let cosine: Double
    /// Average precision of transfer without a labelled paper.
    public let transfer: Double
    /// The same with few; sizes for which the corpus has too few papers are left out.
    public let fewPapers: [FewPapers]
  }

  /// The topics.
  public let topics: [LeftOut]
  /// The settings fitted on all of them, for topics outside this corpus.
  public let settings: TransferSettings

  /// The mean over topics of the cosine's average precision.
  public var macroCosine: Double { Self.mean(topics.map(\.cosine)) }
  /// The mean over topics of the average precision without labelled papers.
  public var macroTransfer: Double { Self.mean(topics.map(\.transfer)) }

  /// Judges on a corpus.
  ///
  /// - Parameters:
  ///   - venue: The venue of the corpus, whose names and descriptions are what is known of a left-out topic.
  ///   - draws: How often few papers are drawn; figures are means.
  /// - Throws: ``LinearAlgebraError`` or ``LinearModelError`` if a fit fails.
  public init(
    corpus: LabelledCorpus, unlabelled: [TextDocument], venue: Venue, settings: TrainingSettings = TrainingSettings(),
    sizes: [Int] = [5, 20, 100], draws: Int = 2
  ) throws {
    let prepared = try PreparedCorpus(corpus, unlabelled: unlabelled, settings: settings)
    let count = venue.topics.count
    let truth = (0..<count).map { topic in corpus.papers.map { $0.truth[topic] == true } }
    let embeddings = prepared.embedding.embeddings(of: prepared.rows)
    let heads = try Self.heldOutHeads(prepared, topics: count)
    let texts = TopicTexts(venue.topics.map { TopicText($0) }, space: prepared.space, embedding: prepared.embedding)
    // A model knows its topics by their names only.
    let names = TopicTexts(
      venue.topics.map { TopicText(name: $0.name, aliases: $0.aliases) }, space: prepared.space,
      embedding: prepared.embedding)
    let signals = (0..<count).map {
      Self.signals(of: $0, prepared, embeddings, texts: texts, names: names, heads: heads, topics: count)
    }
    let scores = (0..<count).map { topic -> [Double] in
      let others = (0..<count).filter { $0 != topic }
      let calibration = Self.calibration(signals: others.map { signals[$0] }, truth: others.map { truth[$0] })
      return signals[topic].map { calibration.logit($0) }
    }
    let learner = FewLabels(rows: prepared.rows, embeddings: embeddings)
    var generator = SplitMix64(seed: settings.seed)
    var results: [LeftOut] = []
    for topic in 0..<count {
      let cosine = (0..<corpus.papers.count).map { paper in
        TopicTexts.dot(Array(embeddings.row(paper)), texts.meanings[topic])
      }
      results.append(
        LeftOut(
          id: venue.topics[topic].id, papers: truth[topic].count { $0 },
          cosine: AveragePrecision.value(scores: cosine, truth: truth[topic]) ?? 0,
          transfer: AveragePrecision.value(scores: scores[topic], truth: truth[topic]) ?? 0,
          fewPapers: try sizes.compactMap { size in
            try Self.fewPapers(
              size, truth: truth[topic], start: scores[topic], learner: learner, draws: draws, using: &generator)
          }))
    }
    topics = results
    let pooled = scores.flatMap { $0.map { 1 / (1 + exp(-$0)) } }
    self.settings = TransferSettings(
      calibration: Self.calibration(signals: signals, truth: truth),
      threshold: Thresholds.expectedF1(
        probabilities: pooled, weights: [Double](repeating: 1, count: pooled.count)))
  }

  // MARK: Heads and signals

  /// The log odds of each topic's head, and then of each head for any topic but one, from models of other folds.
  private static func heldOutHeads(_ prepared: PreparedCorpus, topics count: Int) throws -> Matrix {
    let papers = prepared.corpus.papers
    var targets = LabelTargets(exampleCount: papers.count, labelCount: 2 * count)
    for (row, paper) in papers.enumerated() {
      for topic in 0..<count {
        targets.set(
          example: row, label: topic, to: paper.truth[topic].map { $0 ? .present : .absent } ?? .unknown)
        let others = (0..<count).contains { $0 != topic && paper.truth[$0] == true }
        let mark: LabelTargets.Mark = others ? .present : paper.truth[topic] == true ? .unknown : .absent
        targets.set(example: row, label: count + topic, to: mark)
      }
    }
    var heads = Matrix(rowCount: papers.count, columnCount: 2 * count)
    for fold in prepared.folds(of: papers.indices) {
      let inside = papers.indices.filter { prepared.folds[$0] != fold }
      let outside = papers.indices.filter { prepared.folds[$0] == fold }
      let known = targets.examples(inside)
      let words = try LogisticRegression(
        inverseRegularization: prepared.settings.wordInverseRegularization
      ).fitted(to: prepared.rows.rows(inside), labels: known).logits(for: prepared.rows.rows(outside))
      let embedding = try LogisticRegression(
        inverseRegularization: prepared.settings.embeddingInverseRegularization
      ).fitted(to: prepared.sums.rows(inside), labels: known).logits(for: prepared.sums.rows(outside))
      for (row, paper) in outside.enumerated() {
        // The shipped model's calibration gives the two views slopes that add up to a little over 1.
        for label in 0..<2 * count { heads[paper, label] = 0.6 * (words[row, label] + embedding[row, label]) }
      }
    }
    return heads
  }

  private static func signals(
    of topic: Int, _ prepared: PreparedCorpus, _ embeddings: Matrix, texts: TopicTexts, names: TopicTexts,
    heads: Matrix, topics count: Int
  ) -> [[Double]] {
    let others = (0..<count).filter { $0 != topic }
    let relations = TransferSignals.Relations(
      of: texts.dampedMeanings[topic], to: others.map { names.dampedMeanings[$0] })
    let words = Dictionary(
      zip(texts.words[topic].columns, texts.words[topic].values), uniquingKeysWith: { first, _ in first })
    return (0..<prepared.rows.rowCount).map { paper in
      let row = prepared.rows[paper]
      return TransferSignals.values(
        meaning: TopicTexts.dot(Array(embeddings.row(paper)), texts.meanings[topic]),
        words: zip(row.columns, row.values).reduce(0) { $0 + Double(words[$1.0, default: 0] * $1.1) },
        heads: others.map { heads[paper, $0] }, anyTopic: heads[paper, count + topic], relations: relations)
    }
  }

  /// Fits the settings' slopes on some topics; of the many papers without a topic each fifth stands for five.
  private static func calibration(signals: [[[Double]]], truth: [[Bool]]) -> LabelCalibration {
    var views: [[Double]] = []
    var present: [Bool] = []
    var weights: [Double] = []
    for (topic, papers) in signals.enumerated() {
      for (paper, values) in papers.enumerated()
      where truth[topic][paper] || (paper + topic) % 5 == 0 {
        views.append(values)
        present.append(truth[topic][paper])
        weights.append(truth[topic][paper] ? 1 : 5)
      }
    }
    return LabelCalibration.fitted(
      views: views, present: present, weights: weights, prior: [Double](repeating: 0, count: TransferSignals.count),
      strength: 1)
  }

  // MARK: Few papers

  private static func fewPapers(
    _ size: Int, truth: [Bool], start: [Double], learner: FewLabels, draws: Int, using generator: inout SplitMix64
  ) throws -> FewPapers? {
    let (positives, negatives) = (truth.indices.filter { truth[$0] }, truth.indices.filter { !truth[$0] })
    // Some must be left to be found.
    guard positives.count * 7 >= size * 10, negatives.count > 3 * size else { return nil }
    var sums = [0.0, 0.0, 0.0]
    for _ in 0..<draws {
      let papers =
        positives.shuffled(using: &generator).prefix(size) + negatives.shuffled(using: &generator).prefix(3 * size)
      let present = papers.map { truth[$0] }
      guard let learnt = try learner.learnt(papers: Array(papers), present: present, start: papers.map { start[$0] })
      else { return nil }
      let drawn = Set(papers)
      let rest = truth.indices.filter { !drawn.contains($0) }
      let words = try learnt.words.logits(for: learner.rows.rows(rest))
      let embedding = try learnt.embedding.logits(for: learner.embeddings.rows(rest))
      let byWords = rest.indices.map { Double(words[$0, 0]) }
      let byMeaning = rest.indices.map { Double(embedding[$0, 0]) }
      let together = rest.indices.map { row in
        learnt.calibration.logit([byWords[row], byMeaning[row], start[rest[row]]])
      }
      let restTruth = rest.map { truth[$0] }
      for (index, scores) in [together, byWords, byMeaning].enumerated() {
        sums[index] += AveragePrecision.value(scores: scores, truth: restTruth) ?? 0
      }
    }
    return FewPapers(
      papers: size, transfer: sums[0] / Double(draws), words: sums[1] / Double(draws),
      embedding: sums[2] / Double(draws))
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
