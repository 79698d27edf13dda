/// One label's way to its minimum: limited-memory BFGS with a line search of its own.
///
/// The directions are those of Nocedal and Wright 2006, algorithm 7.4, with a preconditioner in place of the scaled
/// identity. A step is taken if the objective falls enough (Armijo) or, where rounding hides that, if the slope says
/// so (the approximate Wolfe condition of Hager and Zhang 2005).
struct LabelSearch {
  /// What became of a trial.
  enum Outcome {
    /// Another length of the same step is to be tried.
    case shortened
    /// The trial is the new place.
    case moved
    /// The objective no longer falls: single precision gives no more.
    case stalled
  }

  private struct Pair {
    let step: [Float]
    let change: [Float]
    /// One over their product.
    let reciprocal: Double
  }

  /// 10 pairs; 5 take one iteration more.
  private static let historyLimit = 10
  private static let mostShortenings = 20
  private static let mostIdleMoves = 4

  private(set) var weights: [Float]
  /// The objective at `weights`; infinite before the first evaluation.
  private(set) var objective = Double.infinity
  private(set) var gradient: [Float] = []
  private var direction: [Float]
  private var slope = 0.0
  private var length: Float = 0
  private var shortenings = 0
  private var idleMoves = 0
  private var pairs: [Pair] = []
  private var coefficients: [Double] = []

  init(weights: [Float]) {
    self.weights = weights
    direction = [Float](repeating: 0, count: weights.count)
  }

  /// Half the squared gradient: no less than the objective's distance from its minimum, since the regularisation alone
  /// bends it by 1. It is also exactly the duality gap at the dual variables `a_i = logistic(z_i)`.
  var gap: Double { gradient.isEmpty ? .infinity : 0.5 * dot(gradient, gradient) }

  /// The weights to be evaluated next.
  var trial: [Float] {
    var trial = weights
    for index in trial.indices { trial[index] += length * direction[index] }
    return trial
  }

  /// Takes in the objective and gradient of ``trial``.
  mutating func take(objective new: Double, gradient newGradient: [Float]) -> Outcome {
    guard objective.isFinite else {
      (objective, gradient) = (new, newGradient)
      return new.isFinite ? .moved : .stalled
    }
    let newSlope = dot(newGradient, direction)
    let isLower = new <= objective + 1e-4 * Double(length) * slope
    let isFlat = new <= objective + 1e-6 * abs(objective) && newSlope <= -0.8 * slope
    guard new.isFinite, isLower || isFlat else { return shorten(new) }
    if objective - new <= 1e-9 * abs(objective) {
      idleMoves += 1
      if idleMoves > Self.mostIdleMoves { return .stalled }
    } else {
      idleMoves = 0
    }
    remember(newGradient)
    for index in weights.indices { weights[index] += length * direction[index] }
    (objective, gradient) = (new, newGradient)
    return .moved
  }

  private mutating func shorten(_ new: Double) -> Outcome {
    shortenings += 1
    guard shortenings <= Self.mostShortenings else { return .stalled }
    // The minimum of the parabola through both objectives and the slope, kept away from both ends.
    let excess = new - objective - Double(length) * slope
    let best = new.isFinite && excess > 0 ? Float(-0.5 * Double(length) * slope / excess) : 0
    length *= min(max(best, 0.1), 0.6)
    return .shortened
  }

  private mutating func remember(_ newGradient: [Float]) {
    var step = direction
    var change = newGradient
    for index in step.indices {
      step[index] *= length
      change[index] -= gradient[index]
    }
    let product = dot(step, change)
    guard product > 1e-12 * dot(step, step) else { return }
    if pairs.count == Self.historyLimit { pairs.removeFirst() }
    pairs.append(Pair(step: step, change: change, reciprocal: 1 / product))
  }

  // MARK: Directions, in two halves around the preconditioner

  /// The change of gradient of the last step, which the preconditioner is scaled by; `nil` before the first.
  var lastChange: [Float]? { pairs.last?.change }

  /// Returns what the preconditioner is to be applied to.
  mutating func beginDirection() -> [Float] {
    var vector = gradient
    coefficients = []
    for pair in pairs.reversed() {
      let coefficient = pair.reciprocal * dot(pair.step, vector)
      coefficients.append(coefficient)
      add(-coefficient, pair.change, to: &vector)
    }
    return vector
  }

  /// Sets out in the direction that follows, with a whole step.
  ///
  /// - Parameters:
  ///   - vector: ``beginDirection()``'s after the preconditioner.
  ///   - lastChange: ``lastChange`` after the preconditioner.
  mutating func endDirection(_ vector: [Float], lastChange: [Float]?) {
    var vector = vector
    if let last = pairs.last, let lastChange {
      let scale = 1 / (last.reciprocal * dot(last.change, lastChange))
      if scale.isFinite, scale > 0 {
        for index in vector.indices { vector[index] *= Float(scale) }
      }
    }
    for (pair, coefficient) in zip(pairs, coefficients.reversed()) {
      add(coefficient - pair.reciprocal * dot(pair.change, vector), pair.step, to: &vector)
    }
    direction = vector.map { -$0 }
    slope = dot(gradient, direction)
    if !(slope < 0) {
      // Rounding has spoilt the history: begin anew downhill.
      pairs = []
      direction = gradient.map { -$0 }
      slope = -dot(gradient, gradient)
    }
    length = 1
    shortenings = 0
  }

  private func dot(_ left: [Float], _ right: [Float]) -> Double { VectorKernels.dot(left, right) }

  private func add(_ factor: Double, _ vector: [Float], to sum: inout [Float]) {
    let factor = Float(factor)
    for index in sum.indices { sum[index] += factor * vector[index] }
  }
}
