import Evaluation
import Glibc
import LinearAlgebra
import LinearModels

/// Fits of a prepared corpus along strengths of regularisation, each paper judged by models that have not seen it.
struct RegularizationPath: Sendable {
  let prepared: PreparedCorpus
  /// Called after each fit of all labels, from any thread.
  let onFit: @Sendable () -> Void

  private var columnCount: Int { prepared.corpus.labelCount + 1 }
  private var judged: [Int] { prepared.corpus.papers.indices.filter { prepared.folds[$0] != nil } }

  /// Returns for each strength the log odds of the judged papers, shape `[papers, labels]`.
  ///
  /// - Parameter strengths: Ascending values of `C`.
  func views(of features: some LearnableRows, strengths: [Float]) throws(LinearModelError) -> [Matrix] {
    let judged = judged
    let folds = prepared.folds(of: judged)
    let results: [Result<[Matrix], LinearModelError>] = ParallelBlocks.map(folds.count) { index in
      Result { () throws(LinearModelError) in
        try path(of: features, strengths: strengths, without: folds[index])
      }
    }
    var views = [Matrix](
      repeating: Matrix(rowCount: judged.count, columnCount: columnCount), count: strengths.count)
    for (index, result) in results.enumerated() {
      let parts = try result.get()
      let rows = judged.indices.filter { prepared.folds[judged[$0]] == folds[index] }
      for step in strengths.indices {
        for (source, target) in rows.enumerated() {
          for label in 0..<columnCount { views[step][target, label] = parts[step][source, label] }
        }
      }
    }
    return views
  }

  private func path(
    of features: some LearnableRows, strengths: [Float], without fold: Int
  ) throws(LinearModelError) -> [Matrix] {
    let inside = prepared.folds.indices.filter { prepared.folds[$0] != fold }
    let outside = prepared.folds.indices.filter { prepared.folds[$0] == fold }
    let (examples, labels) = (features.rows(inside), prepared.targets.examples(inside))
    let tested = features.rows(outside)
    var last: FittedLogisticRegression?
    var parts: [Matrix] = []
    for strength in strengths {
      let estimator = LogisticRegression(inverseRegularization: strength, seed: prepared.settings.seed)
      let model = try examples.fitted(by: estimator, labels: labels, from: last)
      parts.append(try tested.logits(of: model))
      last = model
      onFit()
    }
    return parts
  }

  /// Returns how good the probabilities are that two views give together, and how well topics are assigned by them.
  func figures(_ views: [Matrix]) -> (logLoss: Double, metrics: MultiLabelMetrics) {
    let judged = judged
    let weights = (0..<columnCount).map { prepared.calibrationWeights(judged, column: $0) }
    let truth = judged.map(prepared.known)
    let calibrations = Calibrator(labelCount: columnCount).fitted(views: views, truth: truth, weights: weights)
    let probabilities = judged.indices.map { row in
      (0..<columnCount).map { label in calibrations[label].probability(views.map { Double($0[row, label]) }) }
    }
    var (loss, count) = (0.0, 0.0)
    for row in judged.indices {
      for label in 0..<columnCount {
        guard let isPresent = truth[row][label] else { continue }
        let probability = isPresent ? probabilities[row][label] : 1 - probabilities[row][label]
        loss -= weights[label][row] * log(max(probability, 1e-12))
        count += weights[label][row]
      }
    }
    let topics = 0..<prepared.corpus.topics.count
    let thresholds = topics.map { label in
      Thresholds.expectedF1(probabilities: probabilities.map { $0[label] }, weights: weights[label])
    }
    let examples = judged.indices.filter { weights[columnCount - 1][$0] > 0 }.map { row in
      JudgedExample(
        probabilities: topics.map { probabilities[row][$0] },
        assigned: topics.map { probabilities[row][$0] >= thresholds[$0] }, truth: Array(truth[row][topics]))
    }
    return (count > 0 ? loss / count : 0, MultiLabelMetrics(examples))
  }
}
