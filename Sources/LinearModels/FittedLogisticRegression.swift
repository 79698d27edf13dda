import LinearAlgebra

/// One logistic regression for each label.
public struct FittedLogisticRegression: Sendable {
  /// The weights, shape `[features, labels]`.
  public let weights: Matrix
  /// What is added to each label's score.
  public let biases: [Float]
  /// How the fit went.
  public let report: Report

  /// How a fit went.
  public struct Report: Hashable, Sendable {
    /// The value of each label's objective at the solution.
    public let objectives: [Double]
    /// An upper bound of how far each objective is above its minimum; `nil` where the method gives none.
    public let dualityGaps: [Double]?
    /// The number of visits to every example.
    public let passes: Int
    /// Whether the wanted precision was reached.
    public let isConverged: Bool
  }

  /// Returns the log odds of each label, shape `[examples, labels]`.
  ///
  /// - Throws: ``LinearModelError/featureCountMismatch(expected:actual:)``.
  public func logits(for examples: SparseMatrix) throws(LinearModelError) -> Matrix {
    guard examples.columnCount == weights.rowCount else {
      throw .featureCountMismatch(expected: weights.rowCount, actual: examples.columnCount)
    }
    return withBiases(examples.times(weights))
  }

  /// Returns the log odds of each label, shape `[examples, labels]`.
  ///
  /// - Throws: ``LinearModelError/featureCountMismatch(expected:actual:)``.
  public func logits(for examples: Matrix) throws(LinearModelError) -> Matrix {
    guard examples.columnCount == weights.rowCount else {
      throw .featureCountMismatch(expected: weights.rowCount, actual: examples.columnCount)
    }
    return withBiases(examples.times(weights))
  }

  private func withBiases(_ scores: Matrix) -> Matrix {
    var scores = scores
    for row in 0..<scores.rowCount {
      for label in biases.indices { scores[row, label] += biases[label] }
    }
    return scores
  }
}
