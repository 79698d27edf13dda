import LinearAlgebra
import Testing

@testable import LinearModels

struct LogisticRegressionTests {
  /// Examples and labels by a formula that the Python side repeats.
  private static let examples: SparseMatrix = {
    var matrix = SparseMatrix(columnCount: 20)
    for i in 0..<60 {
      let columns = (0..<20).filter { (i * 5 + 3 * $0 + i * $0) % 4 == 0 }
      matrix.append(SparseVector(columns: columns.map(UInt32.init), values: columns.map { Self.value(i, $0) }))
    }
    return matrix
  }()

  private static func value(_ i: Int, _ j: Int) -> Float { Float((i * 7919 + j * 104_729 + i * j * 31) % 17 + 1) / 17 }

  private static func hasLabel(_ i: Int, _ k: Int) -> Bool {
    let x = (i * 5 + 3 * k + i * k) % 4 == 0 ? Double((i * 7919 + k * 104_729 + i * k * 31) % 17 + 1) / 17 : 0
    return (Double(i * (k + 2) + i / (3 + k)) + x * 10).truncatingRemainder(dividingBy: 5) < 2
  }

  private static let labels: LabelTargets = {
    var labels = LabelTargets(exampleCount: 60, labelCount: 3)
    for i in 0..<60 {
      for k in 0..<3 { labels.set(example: i, label: k, to: hasLabel(i, k) ? .present : .absent) }
    }
    return labels
  }()

  /// scikit-learn 1.9.1, `LogisticRegression(solver="liblinear", intercept_scaling=1, tol=1e-12)`, which minimises the
  /// same objective, its bias regularised too.
  @Test(arguments: [
    (Float(1), [38.65857392308255, 39.40196322534579, 39.46445827579385]),
    (Float(10), [362.01786753479536, 376.15580326161995, 368.73836409982385]),
  ])
  func `the objective is LIBLINEAR's to a millionth`(inverseRegularization: Float, expected: [Double]) throws {
    let estimator = LogisticRegression(
      inverseRegularization: inverseRegularization, relativeGap: 1e-7, passLimit: 2000)
    let model = try estimator.fitted(to: Self.examples, labels: Self.labels)
    for (objective, other) in zip(model.report.objectives, expected) {
      #expect(abs(objective - other) < 1e-6 * other)
    }
  }

  @Test func `weights and bias are LIBLINEAR's`() throws {
    let model = try LogisticRegression(inverseRegularization: 1, relativeGap: 1e-7, passLimit: 2000)
      .fitted(to: Self.examples, labels: Self.labels)
    // The objective is flat at its minimum: a relative 1e-7 there leaves about 1e-3 in the weights.
    #expect(abs(model.weights[0, 0] - -0.72856885) < 2e-3)
    #expect(abs(model.weights[2, 2] - 0.41713073) < 2e-3)
    #expect(abs(model.biases[0] - -0.30613134) < 2e-3)
  }

  @Test func `a fit that begins at another's answers comes to the same solution, sooner`() throws {
    let before = try LogisticRegression(inverseRegularization: 1, relativeGap: 1e-6, passLimit: 2000)
      .fitted(to: Self.examples, labels: Self.labels)
    let estimator = LogisticRegression(inverseRegularization: 1.2, relativeGap: 1e-6, passLimit: 2000)
    let cold = try estimator.fitted(to: Self.examples, labels: Self.labels)
    let warm = try estimator.fitted(to: Self.examples, labels: Self.labels, from: before)
    for (one, other) in zip(cold.report.objectives, warm.report.objectives) {
      #expect(abs(one - other) < 1e-5 * one)
    }
    #expect(warm.report.passes < cold.report.passes)
  }

  @Test func `an unknown label is as if the example were not there`() throws {
    var labels = Self.labels
    for i in 40..<60 { labels.set(example: i, label: 1, to: .unknown) }
    let estimator = LogisticRegression(inverseRegularization: 1, relativeGap: 1e-7, passLimit: 2000)
    let with = try estimator.fitted(to: Self.examples, labels: labels)
    let without = try estimator.fitted(
      to: Self.examples.rows(Array(0..<40)), labels: Self.labels.examples(Array(0..<40)))
    #expect(abs(with.report.objectives[1] - without.report.objectives[1]) < 1e-5)
  }

  @Test func `a probability as target is as two examples with weights`() throws {
    let rows = Self.examples.rows([0, 1, 2, 3])
    var soft = LabelTargets(exampleCount: 4, labelCount: 1)
    for i in 0..<4 { soft.set(example: i, label: 0, to: .probability(0.25 * Float(i))) }
    var hard = LabelTargets(exampleCount: 8, labelCount: 1)
    for i in 0..<4 {
      hard.set(example: i, label: 0, to: .present, weight: 0.25 * Float(i))
      hard.set(example: i + 4, label: 0, to: .absent, weight: 1 - 0.25 * Float(i))
    }
    let estimator = LogisticRegression(inverseRegularization: 5, relativeGap: 1e-7, passLimit: 5000)
    let first = try estimator.fitted(to: rows, labels: soft).report.objectives[0]
    let second = try estimator.fitted(to: Self.examples.rows([0, 1, 2, 3, 0, 1, 2, 3]), labels: hard)
    #expect(abs(first - second.report.objectives[0]) < 1e-5)
  }

  @Test(arguments: [1e-3, 1e-4, 1e-6])
  func `the gap is kept though examples near their answer are passed over`(gap: Double) throws {
    var examples = SparseMatrix(columnCount: 50)
    var labels = LabelTargets(exampleCount: 500, labelCount: 2)
    for i in 0..<500 {
      // Few columns, many times the same ones: most examples are alike and soon settled.
      let columns = Set([i % 3, 3 + i % 11, 14 + i * i % 36]).sorted()
      examples.append(SparseVector(columns: columns.map(UInt32.init), values: columns.map { Self.value(i, $0) }))
      for label in 0..<2 { labels.set(example: i, label: label, to: i * (label + 3) % 7 < 2 ? .present : .absent) }
    }
    let exact = try LogisticRegression(inverseRegularization: 2, relativeGap: 1e-7, passLimit: 5000)
      .fitted(to: examples, labels: labels)
    let model = try LogisticRegression(inverseRegularization: 2, relativeGap: gap, passLimit: 5000)
      .fitted(to: examples, labels: labels)
    #expect(model.report.isConverged)
    for (objective, best) in zip(model.report.objectives, exact.report.objectives) {
      #expect(objective - best <= (gap + 2e-7) * objective)
    }
  }

  @Test func `the order of the features does not matter`() throws {
    var turned = SparseMatrix(columnCount: 20)
    for i in 0..<60 {
      let row = Self.examples[i]
      turned.append(SparseVector(columns: row.columns.map { 19 - $0 }.reversed(), values: row.values.reversed()))
    }
    let estimator = LogisticRegression(inverseRegularization: 1, relativeGap: 1e-7, passLimit: 2000)
    let model = try estimator.fitted(to: Self.examples, labels: Self.labels)
    let other = try estimator.fitted(to: turned, labels: Self.labels)
    for feature in 0..<20 { #expect(abs(model.weights[feature, 1] - other.weights[19 - feature, 1]) < 2e-3) }
  }

  @Test func `the same seed gives the same bits`() throws {
    let estimator = LogisticRegression(inverseRegularization: 3, seed: 7)
    let first = try estimator.fitted(to: Self.examples, labels: Self.labels)
    #expect(try estimator.fitted(to: Self.examples, labels: Self.labels).weights == first.weights)
  }

  @Test func `features and labels of different counts are refused`() throws {
    #expect(throws: LinearModelError.exampleCountMismatch(features: 2, labels: 60)) {
      try LogisticRegression(inverseRegularization: 1).fitted(to: Self.examples.rows([0, 1]), labels: Self.labels)
    }
  }

  @Test func `features of another width are refused`() throws {
    let model = try LogisticRegression(inverseRegularization: 1).fitted(to: Self.examples, labels: Self.labels)
    #expect(throws: LinearModelError.featureCountMismatch(expected: 20, actual: 2)) {
      try model.logits(for: SparseMatrix(columnCount: 2))
    }
  }

  @Test func `a feature that is not a number is refused`() throws {
    var examples = SparseMatrix(columnCount: 1)
    examples.append(SparseVector(columns: [0], values: [.nan]))
    #expect(throws: LinearModelError.notFinite) {
      try LogisticRegression(inverseRegularization: 1)
        .fitted(to: examples, labels: LabelTargets(exampleCount: 1, labelCount: 1))
    }
  }
}
