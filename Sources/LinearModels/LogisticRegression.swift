import LinearAlgebra

/// Learns one logistic regression for each label, all at once.
///
/// For label `k` with targets `t_i` in [0, 1] and weights `c_i` the minimised objective is
///
///     1/2 |w|² + 1/2 b² + C * sum over i of c_i * (log(1 + exp(z_i)) - t_i * z_i),   z_i = w·x_i + B * b
///
/// that is, L2-regularised cross entropy in LIBLINEAR's form, the bias being the weight `b` of a constant feature `B`
/// and regularised with the others. `biasFeature: 1` is LIBLINEAR's `-B 1`; a large one leaves the bias nearly free.
/// Sparse examples are learnt by dual coordinate descent, dense ones by a quasi-Newton method.
public struct LogisticRegression: Hashable, Sendable {
  /// How much the examples count against the regularisation: LIBLINEAR's and scikit-learn's `C`.
  public var inverseRegularization: Float
  /// The constant `B`.
  public var biasFeature: Float
  /// Fitting stops when the duality gap is this part of the objective, for every label.
  public var relativeGap: Double
  /// Fitting stops after so many visits to every example, in any case.
  public var passLimit: Int
  /// Decides the order of visits.
  public var seed: UInt64

  /// Describes how to learn.
  public init(
    inverseRegularization: Float, biasFeature: Float = 1, relativeGap: Double = 1e-4, passLimit: Int = 200,
    seed: UInt64 = 1
  ) {
    self.inverseRegularization = inverseRegularization
    self.biasFeature = biasFeature
    self.relativeGap = relativeGap
    self.passLimit = passLimit
    self.seed = seed
  }

  /// Returns the model that minimises the objective on sparse examples.
  ///
  /// - Parameter start: A fit of the same examples, such as with another regularisation, from whose answers to begin; it
  ///   saves time and changes the solution only within the wanted precision.
  /// - Throws: ``LinearModelError`` if examples and labels do not fit together.
  public func fitted(
    to examples: SparseMatrix, labels: LabelTargets, from start: FittedLogisticRegression? = nil
  ) throws(LinearModelError) -> FittedLogisticRegression {
    guard examples.rowCount == labels.exampleCount else {
      throw .exampleCountMismatch(features: examples.rowCount, labels: labels.exampleCount)
    }
    guard VectorKernels.areFinite(examples.values) else { throw .notFinite }
    let descent = DualCoordinateDescent(examples: examples, labels: labels, settings: self)
    return descent.run(from: try start?.logits(for: examples))
  }

  /// Returns the model that minimises the objective on dense examples, by ``QuasiNewton``.
  ///
  /// - Parameter start: A fit, such as with another regularisation, from whose weights to begin; it saves time and
  ///   changes the solution only within the wanted precision.
  /// - Throws: ``LinearModelError`` if examples, labels and start do not fit together.
  public func fitted(
    to examples: Matrix, labels: LabelTargets, from start: FittedLogisticRegression? = nil
  ) throws(LinearModelError) -> FittedLogisticRegression {
    guard examples.rowCount == labels.exampleCount else {
      throw .exampleCountMismatch(features: examples.rowCount, labels: labels.exampleCount)
    }
    guard VectorKernels.areFinite(examples.elements) else { throw .notFinite }
    if let start, start.weights.rowCount != examples.columnCount {
      throw .featureCountMismatch(expected: start.weights.rowCount, actual: examples.columnCount)
    }
    return QuasiNewton(examples: examples, labels: labels, settings: self, start: start).run()
  }
}

/// Why a model cannot be learnt or used.
public enum LinearModelError: Error, Equatable, CustomStringConvertible {
  /// There are not as many rows of features as of labels.
  case exampleCountMismatch(features: Int, labels: Int)
  /// A feature is not a number, or infinite.
  case notFinite
  /// The model was made for another number of features.
  case featureCountMismatch(expected: Int, actual: Int)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .exampleCountMismatch(let features, let labels):
      "There are \(features) rows of features but labels for \(labels) examples."
    case .notFinite:
      "A feature is not a finite number. Was a file damaged?"
    case .featureCountMismatch(let expected, let actual):
      "The model expects \(expected) features per example but was given \(actual). "
        + "Extract features with the vocabulary stored beside the model."
    }
  }
}
