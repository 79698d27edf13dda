import LinearAlgebra

/// Rows of features, sparse or dense, of which each kind is learnt by its own method.
public protocol LearnableRows: Sendable {
  /// Returns the rows with the given indices, in that order.
  func rows(_ indices: [Int]) -> Self
  /// Returns the regressions that fit the rows; see ``LogisticRegression``.
  func fitted(
    by estimator: LogisticRegression, labels: LabelTargets, from start: FittedLogisticRegression?
  ) throws(LinearModelError) -> FittedLogisticRegression
  /// Returns the log odds that a model gives the rows, shape `[rows, labels]`.
  func logits(of model: FittedLogisticRegression) throws(LinearModelError) -> Matrix
}

extension SparseMatrix: LearnableRows {
  /// Returns the regressions that fit the rows, by dual coordinate descent.
  public func fitted(
    by estimator: LogisticRegression, labels: LabelTargets, from start: FittedLogisticRegression?
  ) throws(LinearModelError) -> FittedLogisticRegression {
    try estimator.fitted(to: self, labels: labels, from: start)
  }

  /// Returns the log odds that a model gives the rows, shape `[rows, labels]`.
  public func logits(of model: FittedLogisticRegression) throws(LinearModelError) -> Matrix {
    try model.logits(for: self)
  }
}

extension Matrix: LearnableRows {
  /// Returns the regressions that fit the rows, by a quasi-Newton method.
  public func fitted(
    by estimator: LogisticRegression, labels: LabelTargets, from start: FittedLogisticRegression?
  ) throws(LinearModelError) -> FittedLogisticRegression {
    try estimator.fitted(to: self, labels: labels, from: start)
  }

  /// Returns the log odds that a model gives the rows, shape `[rows, labels]`.
  public func logits(of model: FittedLogisticRegression) throws(LinearModelError) -> Matrix {
    try model.logits(for: self)
  }
}
