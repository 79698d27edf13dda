import Glibc
import LinearAlgebra
import Testing

@testable import LinearModels

struct DenseRegressionTests {
  private static let (rowCount, columnCount) = (3000, 30)

  /// Examples and labels by formulas that `tools/record-dense-regressions.py` repeats.
  private static func residue(_ i: Int, _ j: Int) -> Int { (i * 7919 + j * 104_729 + i * j * 31) % 1009 }

  private static let examples = Matrix(
    rowCount: rowCount, columnCount: columnCount,
    elements: (0..<rowCount).flatMap { i in (0..<columnCount).map { Float(residue(i, $0)) / 1009 - 0.5 } })

  private static func hasLabel(_ i: Int, _ k: Int) -> Bool {
    let sum = (0..<columnCount).reduce(0) { $0 + (($1 + k) % 3 - 1) * residue(i, $1) }
    return sum + i * (k + 3) * 613 % 4001 - 2000 > [0, 2500, 4200][k]
  }

  private static let labels = labels { _, _ in 1 }

  /// - Parameter weight: 0 for a label that is not known.
  private static func labels(_ weight: (Int, Int) -> Int) -> LabelTargets {
    var labels = LabelTargets(exampleCount: rowCount, labelCount: 3)
    for i in 0..<rowCount {
      for k in 0..<3 {
        let mark: LabelTargets.Mark = weight(i, k) == 0 ? .unknown : hasLabel(i, k) ? .present : .absent
        labels.set(example: i, label: k, to: mark, weight: Float(weight(i, k)))
      }
    }
    return labels
  }

  /// scikit-learn 1.9.1, `newton-cholesky`: `tools/record-dense-regressions.py`.
  @Test(arguments: [
    (Float(1), [1703.3658353335975, 360.1865061448083, 98.48814971384101]),
    (Float(100), [168899.34794657532, 32189.797541860582, 3788.020954771367]),
  ])
  func `the objective is scikit-learn's to a millionth`(inverseRegularization: Float, expected: [Double]) throws {
    let model = try LogisticRegression(inverseRegularization: inverseRegularization, relativeGap: 1e-6)
      .fitted(to: Self.examples, labels: Self.labels)
    #expect(model.report.isConverged)
    for (objective, other) in zip(model.report.objectives, expected) {
      #expect(abs(objective - other) < 1e-6 * other, "\(objective)")
    }
  }

  /// scikit-learn 1.9.1, `newton-cholesky` with `sample_weight`: `tools/record-dense-regressions.py`.
  @Test func `with weights and unknown labels the objective is scikit-learn's to a millionth`() throws {
    let labels = Self.labels { i, k in i % 7 == k ? 0 : 1 + (i + k) % 3 }
    let model = try LogisticRegression(inverseRegularization: 1, relativeGap: 1e-6)
      .fitted(to: Self.examples, labels: labels)
    for (objective, other) in zip(model.report.objectives, [2915.710625930377, 586.2889648734487, 139.51434118650562]) {
      #expect(abs(objective - other) < 1e-6 * other, "\(objective)")
    }
  }

  @Test func `the objective that is reported is the formula's at the weights that are returned`() throws {
    let model = try LogisticRegression(inverseRegularization: 2, biasFeature: 3, relativeGap: 1e-6)
      .fitted(to: Self.examples, labels: Self.labels)
    let logits = try model.logits(for: Self.examples)
    for k in 0..<3 {
      let bias = Double(model.biases[k]) / 3
      var objective = 0.5 * bias * bias
      for j in 0..<Self.columnCount { objective += 0.5 * Double(model.weights[j, k]) * Double(model.weights[j, k]) }
      for i in 0..<Self.rowCount {
        let z = Double(logits[i, k])
        objective += 2 * (max(z, 0) + log1p(exp(-abs(z))) - (Self.hasLabel(i, k) ? z : 0))
      }
      #expect(abs(objective - model.report.objectives[k]) < 1e-6 * objective)
    }
  }

  @Test func `dense and sparse examples lead to the same objective, soft targets among them`() throws {
    let rows = Array(0..<90)
    var labels = Self.labels.examples(rows)
    for i in 0..<90 where i % 5 == 0 { labels.set(example: i, label: 0, to: .probability(0.3), weight: 0.5) }
    let estimator = LogisticRegression(inverseRegularization: 1, relativeGap: 1e-6, passLimit: 5000)
    let dense = try estimator.fitted(to: Self.examples.rows(rows), labels: labels)
    let sparse = try estimator.fitted(to: SparseMatrix(Self.examples.rows(rows)), labels: labels)
    for (one, other) in zip(dense.report.objectives, sparse.report.objectives) {
      #expect(abs(one - other) < 2e-6 * other)
    }
  }

  @Test func `the gap that is reported bounds the distance from the minimum`() throws {
    let minimum = try LogisticRegression(inverseRegularization: 1, relativeGap: 1e-7)
      .fitted(to: Self.examples, labels: Self.labels)
    for relativeGap in [1e-1, 1e-2, 1e-3] {
      let early = try LogisticRegression(inverseRegularization: 1, relativeGap: relativeGap)
        .fitted(to: Self.examples, labels: Self.labels)
      let gaps = try #require(early.report.dualityGaps)
      for k in 0..<3 {
        let distance = early.report.objectives[k] - minimum.report.objectives[k]
        #expect(distance <= gaps[k] + 1e-6 * minimum.report.objectives[k])
        #expect(gaps[k] <= relativeGap * early.report.objectives[k])
      }
    }
  }

  @Test func `one thread gives the same bits as many`() throws {
    let estimator = LogisticRegression(inverseRegularization: 1)
    let many = try estimator.fitted(to: Self.examples, labels: Self.labels)
    // Inside a parallel loop that fills all cores, inner loops run on what thread there is.
    let fits = ParallelBlocks.map(4) { _ in try? estimator.fitted(to: Self.examples, labels: Self.labels).weights }
    #expect(fits.allSatisfy { $0 == many.weights })
  }

  @Test func `a fit that begins at another's weights comes to the same solution, sooner`() throws {
    let before = try LogisticRegression(inverseRegularization: 1, relativeGap: 1e-6)
      .fitted(to: Self.examples, labels: Self.labels)
    let estimator = LogisticRegression(inverseRegularization: 1.2, relativeGap: 1e-6)
    let cold = try estimator.fitted(to: Self.examples, labels: Self.labels)
    let warm = try estimator.fitted(to: Self.examples, labels: Self.labels, from: before)
    for (one, other) in zip(cold.report.objectives, warm.report.objectives) { #expect(abs(one - other) < 1e-6 * one) }
    #expect(warm.report.passes < cold.report.passes)
  }

  @Test func `features of very different sizes are no hindrance`() throws {
    var examples = Self.examples
    for i in 0..<Self.rowCount {
      examples[i, 0] *= 1000
      examples[i, 1] *= 0.001
    }
    let model = try LogisticRegression(inverseRegularization: 1, relativeGap: 1e-4)
      .fitted(to: examples, labels: Self.labels)
    #expect(model.report.isConverged)
    #expect(model.report.passes < 60)
  }

  @Test func `a label that all or no examples have, or of which nothing is known, is learnt without harm`() throws {
    var labels = LabelTargets(exampleCount: 100, labelCount: 3)
    for i in 0..<100 {
      labels.set(example: i, label: 0, to: .present)
      labels.set(example: i, label: 1, to: .absent)
    }
    let model = try LogisticRegression(inverseRegularization: 1)
      .fitted(to: Self.examples.rows(Array(0..<100)), labels: labels)
    #expect(model.report.isConverged)
    #expect(model.biases[0] > 2)
    #expect(model.biases[1] < -2)
    #expect(abs(model.biases[2]) < 1e-3)
  }

  @Test func `a number that is not finite is refused`() {
    #expect(throws: LinearModelError.notFinite) {
      try LogisticRegression(inverseRegularization: 1).fitted(
        to: Matrix(rowCount: 1, columnCount: 2, elements: [1, .infinity]),
        labels: LabelTargets(exampleCount: 1, labelCount: 1))
    }
  }

  @Test func `a start of another width is refused`() throws {
    let start = try LogisticRegression(inverseRegularization: 1).fitted(
      to: Matrix(rowCount: 1, columnCount: 2), labels: LabelTargets(exampleCount: 1, labelCount: 1))
    #expect(throws: LinearModelError.featureCountMismatch(expected: 2, actual: 3)) {
      try LogisticRegression(inverseRegularization: 1).fitted(
        to: Matrix(rowCount: 1, columnCount: 3), labels: LabelTargets(exampleCount: 1, labelCount: 1), from: start)
    }
  }
}
