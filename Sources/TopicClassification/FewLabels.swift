import Glibc
import LinearAlgebra
import LinearModels

/// Learns a topic from few labelled papers without forgetting what its words say.
///
/// Two logistic regressions (words, embedding) and the score of the topic's words are stacked: their scores of papers
/// that they were not trained on are brought to the same spread, and a third regression finds what each counts. It is
/// held to a prior in which the topic's words count ``wordsShare`` divided by the number of papers that have the topic,
/// the other two 1, as a prior counts the less the more is seen.
struct FewLabels {
  /// 10: with 5, 20 and 100 papers the words count 2, 0.5 and 0.1 times as much as each regression, near the best of a
  /// grid for each (macro average precision, topics left out in turn).
  static let wordsShare = 10.0
  /// How strongly the three shares are held to the prior.
  static let strength = 2.0
  /// Fewer papers with the topic, or without it, say nothing.
  static let fewest = 2

  /// The features of all papers.
  let rows: SparseMatrix
  /// Their embeddings.
  let embeddings: Matrix

  /// What was learnt of one topic.
  struct Learnt {
    /// The regression on words.
    let words: FittedLogisticRegression
    /// The regression on embeddings.
    let embedding: FittedLogisticRegression
    /// What each counts in the topic's log odds: the regression on words, that on embeddings, the topic's words.
    let calibration: LabelCalibration
    /// The probability from which the topic is assigned.
    let threshold: Double
    /// The papers that have it.
    let positives: Int

    /// Returns the column of the topic, from that of its words.
    func column(from start: TopicTransfer.Column) -> TopicTransfer.Column {
      let factors = calibration.slopes.map(Float.init)
      var column = start
      for feature in column.words.indices {
        column.words[feature] = factors[2] * start.words[feature] + factors[0] * words.weights[feature, 0]
      }
      for component in column.embedding.indices {
        column.embedding[component] =
          factors[2] * start.embedding[component] + factors[1] * embedding.weights[component, 0]
      }
      column.bias =
        Float(calibration.intercept) + factors[2] * start.bias + factors[0] * words.biases[0]
        + factors[1] * embedding.biases[0]
      return column
    }
  }

  /// Returns what was learnt of a topic; `nil` if too few papers have it or too few have it not.
  ///
  /// - Parameters:
  ///   - papers: The labelled papers, as rows.
  ///   - present: Whether each has the topic.
  ///   - start: For each what the topic's words say.
  func learnt(papers: [Int], present: [Bool], start: [Double]) throws(LinearModelError) -> Learnt? {
    let positives = present.count { $0 }
    guard positives >= Self.fewest, papers.count - positives >= Self.fewest else { return nil }
    let heldOut = try heldOutScores(papers, present)
    let views = [heldOut.words, heldOut.embedding, start]
    let scales = views.map { 1 / Self.spread($0) }
    let scaled = papers.indices.map { row in views.indices.map { scales[$0] * views[$0][row] } }
    let weights = [Double](repeating: 1, count: papers.count)
    // First how far the sum with the shares of the prior can be believed, then how far each part of it.
    let shares = [1, 1, Self.wordsShare / Double(positives)]
    let sum = LabelCalibration.fitted(
      views: scaled.map { row in [zip(row, shares).reduce(0) { $0 + $1.0 * $1.1 }] }, present: present,
      weights: weights, prior: [1], strength: 1)
    let parts = LabelCalibration.fitted(
      views: scaled, present: present, weights: weights, prior: shares.map { $0 * max(sum.slopes[0], 0.05) },
      strength: Self.strength)
    let calibration = LabelCalibration(
      intercept: parts.intercept, slopes: zip(parts.slopes, scales).map { max($0.0, 0) * $0.1 })
    let models = try fits(papers, present)
    return Learnt(
      words: models.words, embedding: models.embedding, calibration: calibration,
      threshold: Thresholds.expectedF1(
        probabilities: papers.indices.map { row in calibration.probability(views.map { $0[row] }) }, weights: weights),
      positives: positives)
  }

  /// The regressions' scores of each paper, from those fitted on the others.
  private func heldOutScores(
    _ papers: [Int], _ present: [Bool]
  ) throws(LinearModelError) -> (words: [Double], embedding: [Double]) {
    var words = [Double](repeating: 0, count: papers.count)
    var meanings = words
    // Papers with the topic and without are dealt out in turn, so that each part has both.
    let parts = min(5, present.count { $0 })
    var dealt = [true: 0, false: 0]
    let part = present.map { isPresent -> Int in
      defer { dealt[isPresent, default: 0] += 1 }
      return dealt[isPresent, default: 0] % parts
    }
    for out in 0..<parts {
      let inside = papers.indices.filter { part[$0] != out }
      let outside = papers.indices.filter { part[$0] == out }
      let models = try fits(inside.map { papers[$0] }, inside.map { present[$0] })
      let byWords = try models.words.logits(for: rows.rows(outside.map { papers[$0] }))
      let byMeaning = try models.embedding.logits(for: embeddings.rows(outside.map { papers[$0] }))
      for (row, index) in outside.enumerated() {
        words[index] = Double(byWords[row, 0])
        meanings[index] = Double(byMeaning[row, 0])
      }
    }
    return (words, meanings)
  }

  /// The two regressions, as they would be without the topic's words: what transfer must not fall below.
  func fits(
    _ papers: [Int], _ present: [Bool]
  ) throws(LinearModelError) -> (words: FittedLogisticRegression, embedding: FittedLogisticRegression) {
    var targets = LabelTargets(exampleCount: papers.count, labelCount: 1)
    for (row, isPresent) in present.enumerated() {
      targets.set(example: row, label: 0, to: isPresent ? .present : .absent)
    }
    return (
      try LogisticRegression(inverseRegularization: 10).fitted(to: rows.rows(papers), labels: targets),
      try LogisticRegression(inverseRegularization: 5).fitted(to: embeddings.rows(papers), labels: targets)
    )
  }

  /// The standard deviation, at least a little.
  private static func spread(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    return max(variance.squareRoot(), 1e-3)
  }
}
