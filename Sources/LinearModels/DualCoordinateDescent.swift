import Glibc
import LinearAlgebra

/// Fits logistic regressions on sparse examples, one example at a time, all labels at each visit.
///
/// With `log(1 + exp(z)) = max over a of (a z + H(a))`, H the entropy, the objective of ``LogisticRegression`` has the
/// dual
///
///     maximise over a in (0, 1)^n:   -1/2 |w|² + sum over i of c_i H(a_i),   w = sum over i of c_i (t_i - a_i) x_i
///
/// and at the solution `a_i = logistic(w·x_i)`. Visiting example `i` means to solve for `a_i` alone, which in
/// `u = log(a / (1 - a))` reads `u + q c logistic(u) = w·x_i + q c a_i`, `q = |x_i|²`: monotone, solved by Newton kept
/// in a bracket. Soft targets and unknown labels (`c = 0`) need nothing special. After Yu, Huang and Lin 2011, with
/// the labels side by side in memory so that a visit reads each feature's weights once.
///
/// It begins at `a = t`, where the weights are zero without a look at the examples. The weights of frequent features lie
/// side by side, so that most of what a visit reads is in the nearer caches.
///
/// It stops when primal minus dual objective, added up in double precision over all examples, is small for each label.
/// That gap is the sum of the examples' `c_i KL(a_i, logistic(z_i))`, so each visit sees its part of it; an example whose
/// part will probably be next to nothing is passed over. Where the gap is still too large after that, all are visited.
final class DualCoordinateDescent {
  private let examples: SparseMatrix
  private let labels: LabelTargets
  private let settings: LogisticRegression
  private let stride: Int
  /// The row of the weights for each column of the examples, frequent columns first, and with it the examples' columns.
  private let places: [UInt32]
  private let columns: [UInt32]
  private let squaredNorms: [Float]
  /// `C c_i`, padded with zeros to the stride.
  private let penalties: Floats
  /// The weights, the last row being the bias's.
  private let weights: Floats
  private let logits: Floats
  private let probabilities: Floats
  private let scores: Floats
  private let step: Floats
  /// The sum over a pass of the examples' shares of the duality gap, each taken just before its visit.
  private let doubt: Floats
  /// One over the share of the duality gap that each example may have if the gap is to be reached.
  private let inverseFairShares: Floats
  /// The largest share of any label that each example's last visit saw, as a multiple of its fair share.
  private var shares: [Float]

  init(examples: SparseMatrix, labels: LabelTargets, settings: LogisticRegression) {
    self.examples = examples
    self.labels = labels
    self.settings = settings
    stride = VectorKernels.stride(for: labels.labelCount)
    let ranks = examples.columnRanks
    places = ranks
    columns = examples.columns.map { ranks[Int($0)] }
    let bias = settings.biasFeature
    squaredNorms = (0..<examples.rowCount).map { row in
      examples.values[examples.rowStarts[row]..<examples.rowStarts[row + 1]].reduce(bias * bias) { $0 + $1 * $1 }
    }
    penalties = Floats(count: examples.rowCount * stride)
    weights = Floats(count: (examples.columnCount + 1) * stride)
    logits = Floats(count: examples.rowCount * stride)
    probabilities = Floats(count: examples.rowCount * stride, repeating: 0.5)
    scores = Floats(count: stride)
    step = Floats(count: stride)
    doubt = Floats(count: stride)
    inverseFairShares = Floats(count: stride)
    shares = [Float](repeating: .infinity, count: examples.rowCount)
  }

  /// - Parameter logits: The log odds to begin with, shape `[examples, labels]`; the targets decide if `nil`.
  func run(from logits: Matrix? = nil) -> FittedLogisticRegression {
    var generator = SplitMix64(seed: settings.seed)
    var order = Array(0..<examples.rowCount)
    start(from: logits)
    setFairShares(objectives: (0..<labels.labelCount).map(plainObjective))
    var passes = 0
    var before: [Double]?
    var shrinking = 1.0
    var state: Objectives?
    while passes < settings.passLimit {
      doubt.fill(with: 0)
      order.shuffle(using: &generator)
      // What is passed over may come to four times its fair share: most of it is far below.
      let limit = Float(4 / shrinking)
      for example in order where shares[example] > limit { visit(example) }
      passes += 1
      let seen = (0..<labels.labelCount).map { Double(doubt[$0]) }
      shrinking = before.map { Self.shrinking(from: $0, to: seen) } ?? 1
      if passes == 1, logits == nil {
        // On the targets themselves the first visits see nothing.
        forgetShares()
        continue
      }
      before = seen
      // The gap costs half a pass, so it is looked at only when what the visits saw makes it likely to be reached.
      guard passes == settings.passLimit || isHopeful(seen, shrinking: shrinking) else { continue }
      let found = objectives()
      state = found
      if found.isWithin(settings.relativeGap) { break }
      setFairShares(objectives: found.primal)
      forgetShares()
    }
    return model(passes: passes, state: state ?? objectives())
  }

  private func forgetShares() { shares.withUnsafeMutableBufferPointer { $0.update(repeating: .infinity) } }

  /// By which factor the last pass shrank the gap of the slowest label, at most 1.
  private static func shrinking(from before: [Double], to now: [Double]) -> Double {
    zip(before, now).reduce(Double.leastNormalMagnitude) { max($0, min($1.1 / max($1.0, .leastNormalMagnitude), 1)) }
  }

  /// Whether the gap is probably reached: what the visits saw is from before, and a pass shrinks it as the one before did.
  private func isHopeful(_ doubts: [Double], shrinking: Double) -> Bool {
    doubts.enumerated().allSatisfy { label, doubt in
      doubt * shrinking * Double(inverseFairShares[label]) <= Double(examples.rowCount)
    }
  }

  private func setFairShares(objectives: [Double]) {
    for (label, objective) in objectives.enumerated() {
      let allowed = max(settings.relativeGap * objective, .leastNormalMagnitude)
      inverseFairShares[label] = Float(min(Double(examples.rowCount) / allowed, 1e30))
    }
  }

  /// A rough guess at a label's objective: half of what its share alone would give.
  private func plainObjective(_ label: Int) -> Double {
    let share = min(max(labels.share(of: label), 1e-4), 1 - 1e-4)
    let total = Swift.stride(from: label, to: labels.weights.count, by: labels.labelCount)
      .reduce(0) { $0 + Double(labels.weights[$1]) }
    return -0.5 * Double(settings.inverseRegularization) * total * (share * log(share) + (1 - share) * log(1 - share))
  }

  /// Sets the dual variables to given answers and the weights to what follows from them, or to the targets, from which
  /// zero weights follow.
  private func start(from answers: Matrix?) {
    for example in 0..<examples.rowCount {
      for label in 0..<labels.labelCount {
        let index = example * stride + label
        let target = labels.targets[example * labels.labelCount + label]
        penalties[index] = settings.inverseRegularization * labels.weights[example * labels.labelCount + label]
        if let answers {
          probabilities[index] = min(max(1 / (1 + expf(-answers[example, label])), 1e-6), 1 - 1e-6)
          step[label] = penalties[index] * (target - probabilities[index])
        } else {
          probabilities[index] = target
        }
        // A sure answer has no finite log odds; a visit brings what is beyond its bracket back.
        let odds = probabilities[index] / (1 - probabilities[index])
        logits[index] = min(max(logf(odds), -15), 15)
      }
      if answers != nil { addStep(of: example) }
    }
  }

  private func visit(_ example: Int) {
    score(example)
    let offset = example * stride
    shares[example] = VectorKernels.solveDuals(
      stride: stride, squaredNorm: squaredNorms[example], penalties: penalties.start + offset, scores: scores.start,
      logits: logits.start + offset, probabilities: probabilities.start + offset, step: step.start,
      doubt: doubt.start, inverseFairShares: inverseFairShares.start)
    addStep(of: example)
  }

  /// Sets `scores` to the example's log odds at the present weights.
  private func score(_ example: Int) {
    let range = examples.rowStarts[example]..<examples.rowStarts[example + 1]
    columns.withUnsafeBufferPointer { columns in
      examples.values.withUnsafeBufferPointer { values in
        guard let columns = columns.baseAddress, let values = values.baseAddress else {
          scores.fill(with: 0)
          return
        }
        VectorKernels.scores(
          weights: weights.start, stride: stride, columns: columns + range.lowerBound,
          values: values + range.lowerBound, count: range.count, into: scores.start)
      }
    }
    let bias = examples.columnCount * stride
    for label in 0..<stride { scores[label] += settings.biasFeature * weights[bias + label] }
  }

  /// Adds the example, times `step`, to the weights.
  private func addStep(of example: Int) {
    let range = examples.rowStarts[example]..<examples.rowStarts[example + 1]
    columns.withUnsafeBufferPointer { columns in
      examples.values.withUnsafeBufferPointer { values in
        guard let columns = columns.baseAddress, let values = values.baseAddress else { return }
        VectorKernels.add(
          to: weights.start, stride: stride, columns: columns + range.lowerBound, values: values + range.lowerBound,
          count: range.count, step: step.start)
      }
    }
    let bias = examples.columnCount * stride
    for label in 0..<stride { weights[bias + label] += settings.biasFeature * step[label] }
  }

  /// The objectives of all labels, primal and dual, at the present weights.
  private func objectives() -> Objectives {
    var primal = [Double](repeating: 0, count: labels.labelCount)
    for feature in 0...examples.columnCount {
      for label in primal.indices {
        let weight = Double(weights[feature * stride + label])
        primal[label] += 0.5 * weight * weight
      }
    }
    var dual = primal.map { -$0 }
    for example in 0..<examples.rowCount {
      score(example)
      VectorKernels.addLosses(
        scores: scores.start, logits: logits.start + example * stride, penalties: penalties.start + example * stride,
        targets: labels.targets, at: example * labels.labelCount, to: &primal, and: &dual)
    }
    return Objectives(primal: primal, dual: dual)
  }

  private func model(passes: Int, state: Objectives) -> FittedLogisticRegression {
    var matrix = Matrix(rowCount: examples.columnCount, columnCount: labels.labelCount)
    for feature in 0..<examples.columnCount {
      let row = Int(places[feature]) * stride
      for label in 0..<labels.labelCount { matrix[feature, label] = weights[row + label] }
    }
    let last = examples.columnCount * stride
    return FittedLogisticRegression(
      weights: matrix, biases: (0..<labels.labelCount).map { weights[last + $0] * settings.biasFeature },
      report: .init(
        objectives: state.primal, dualityGaps: zip(state.primal, state.dual).map { max($0 - $1, 0) }, passes: passes,
        isConverged: state.isWithin(settings.relativeGap)))
  }

  private struct Objectives {
    let primal: [Double]
    let dual: [Double]

    func isWithin(_ relativeGap: Double) -> Bool {
      zip(primal, dual).allSatisfy { $0 - $1 <= relativeGap * max($0, 1e-12) }
    }
  }
}
