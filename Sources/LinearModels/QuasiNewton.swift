import Glibc
import LinearAlgebra

/// Fits logistic regressions on dense examples, all labels at once.
///
/// It minimises the objective of ``LogisticRegression`` by limited-memory BFGS, one history and one line search a label
/// but one pass over the examples for all: the scores `W Xᵀ` of a block of rows, their losses and what the block adds to
/// the gradients are made while the block is in the cache. The preconditioner is ``GramPreconditioner``. The bias is the
/// weight of a constant last feature. A label whose gradient is short enough is done and costs nothing any more.
///
/// It stops for each label when half the squared length of the gradient, an upper bound of how far the objective is
/// above its minimum, is the wanted part of the objective.
final class QuasiNewton {
  private let examples: Matrix
  private let featureCount: Int
  private let labelCount: Int
  private let settings: LogisticRegression
  /// Label after label.
  private let targets: SharedBuffer<Float>
  /// `C c_i`, label after label.
  private let penalties: SharedBuffer<Float>
  private let preconditioner: GramPreconditioner
  private var searches: [LabelSearch]

  init(examples: Matrix, labels: LabelTargets, settings: LogisticRegression, start: FittedLogisticRegression?) {
    self.settings = settings
    featureCount = examples.columnCount
    labelCount = labels.labelCount
    let padded = Self.withConstant(examples, settings.biasFeature)
    self.examples = padded
    var targets = [Float](repeating: 0, count: labels.targets.count)
    var penalties = targets
    for label in 0..<labels.labelCount {
      for example in 0..<labels.exampleCount {
        let source = example * labels.labelCount + label
        targets[label * labels.exampleCount + example] = labels.targets[source]
        penalties[label * labels.exampleCount + example] = settings.inverseRegularization * labels.weights[source]
      }
    }
    self.targets = SharedBuffer(targets)
    self.penalties = SharedBuffer(penalties)
    let shares = (0..<labels.labelCount).map { min(max(labels.share(of: $0), 1e-4), 1 - 1e-4) }
    preconditioner = GramPreconditioner(
      padded,
      curvatures: shares.indices.map { label in
        let rows = label * labels.exampleCount..<(label + 1) * labels.exampleCount
        let total = penalties[rows].reduce(0) { $0 + Double($1) }
        // Half: at the solution examples are surer than their label's share.
        return 0.5 * total / Double(max(labels.exampleCount, 1)) * shares[label] * (1 - shares[label])
      })
    searches = shares.indices.map { label in
      var weights = [Float](repeating: 0, count: padded.columnCount)
      if let start {
        for feature in 0..<examples.columnCount { weights[feature] = start.weights[feature, label] }
        if settings.biasFeature != 0 { weights[examples.columnCount] = start.biases[label] / settings.biasFeature }
      } else if settings.biasFeature != 0 {
        weights[examples.columnCount] = Float(log(shares[label] / (1 - shares[label]))) / settings.biasFeature
      }
      return LabelSearch(weights: weights)
    }
  }

  /// A copy with the bias's feature, and columns of zeros where rows would lie a multiple of 256 bytes apart, which
  /// makes products slower by a third.
  private static func withConstant(_ examples: Matrix, _ constant: Float) -> Matrix {
    let width = examples.columnCount + 1
    let columnCount = width % 64 == 0 ? width + 1 : width
    var elements: [Float] = []
    elements.reserveCapacity(examples.rowCount * columnCount)
    for row in 0..<examples.rowCount {
      elements += examples.row(row)
      elements.append(constant)
      if columnCount > width { elements.append(0) }
    }
    return Matrix(rowCount: examples.rowCount, columnCount: columnCount, elements: elements)
  }

  func run() -> FittedLogisticRegression {
    var active = Array(0..<labelCount)
    var isConverged = [Bool](repeating: false, count: labelCount)
    var passes = 0
    while !active.isEmpty, passes < settings.passLimit {
      let evaluated = evaluate(active)
      passes += 1
      var moved: [Int] = []
      var going: [Int] = []
      for (row, label) in active.enumerated() {
        switch searches[label].take(objective: evaluated.objectives[row], gradient: evaluated.gradients[row]) {
        case .shortened: going.append(label)
        case .stalled: break
        case .moved:
          isConverged[label] = searches[label].gap <= settings.relativeGap * max(searches[label].objective, 1e-12)
          if !isConverged[label] {
            going.append(label)
            moved.append(label)
          }
        }
      }
      direct(moved)
      active = going
    }
    return model(passes: passes, isConverged: isConverged.allSatisfy(\.self))
  }

  /// The objectives and gradients of the trials of some labels.
  private func evaluate(_ active: [Int]) -> (objectives: [Double], gradients: [[Float]]) {
    let trials = active.map { searches[$0].trial }
    let exampleCount = examples.rowCount
    let (targets, penalties) = (targets, penalties)
    let (sum, losses) = examples.sumOfFusedProducts(
      Matrix(rowCount: active.count, columnCount: examples.columnCount, elements: trials.flatMap(\.self))
    ) { rows, scores in
      active.indices.map { row in
        VectorKernels.lossAndResiduals(
          of: &scores, from: row * rows.count, count: rows.count, targets: targets, penalties: penalties,
          at: active[row] * exampleCount + rows.lowerBound)
      }
    }
    var objectives = trials.map { 0.5 * VectorKernels.dot($0, $0) }
    for block in losses {
      for row in active.indices { objectives[row] += block[row] }
    }
    let gradients = trials.indices.map { row in zip(trials[row], sum.row(row)).map { $0 + $1 } }
    return (objectives, gradients)
  }

  private func direct(_ labels: [Int]) {
    guard !labels.isEmpty else { return }
    let begun = labels.map { searches[$0].beginDirection() }
    let changed = labels.filter { searches[$0].lastChange != nil }
    let solved = preconditioner.applied(
      to: begun + changed.compactMap { searches[$0].lastChange }, labels: labels + changed)
    let changes = Dictionary(uniqueKeysWithValues: zip(changed, solved.dropFirst(labels.count)))
    for (row, label) in labels.enumerated() {
      searches[label].endDirection(solved[row], lastChange: changes[label])
    }
  }

  private func model(passes: Int, isConverged: Bool) -> FittedLogisticRegression {
    var matrix = Matrix(rowCount: featureCount, columnCount: labelCount)
    for label in 0..<labelCount {
      for feature in 0..<featureCount { matrix[feature, label] = searches[label].weights[feature] }
    }
    return FittedLogisticRegression(
      weights: matrix, biases: searches.map { $0.weights[featureCount] * settings.biasFeature },
      report: .init(
        objectives: searches.map(\.objective), dualityGaps: searches.map(\.gap), passes: passes,
        isConverged: isConverged))
  }
}
