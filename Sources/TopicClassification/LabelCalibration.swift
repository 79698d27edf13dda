import Glibc

/// How the views' log odds of one label become its probability: `logistic(intercept + sum of slopes * log odds)`.
///
/// Platt 1999, with one slope for each view; fitted on papers that the views were not trained on.
public struct LabelCalibration: Hashable, Sendable, Codable {
  /// What is added.
  public var intercept: Double
  /// What each view's log odds count.
  public var slopes: [Double]

  /// Makes a calibration.
  public init(intercept: Double, slopes: [Double]) {
    self.intercept = intercept
    self.slopes = slopes
  }

  /// Returns the calibrated log odds.
  public func logit(_ views: [Double]) -> Double {
    zip(slopes, views).reduce(intercept) { $0 + $1.0 * $1.1 }
  }

  /// Returns the calibrated probability.
  public func probability(_ views: [Double]) -> Double { 1 / (1 + exp(-logit(views))) }

  /// Fits a calibration.
  ///
  /// Minimises the weighted cross entropy plus `strength / 2 * |slopes - prior|²`, which keeps the slopes of rare
  /// labels near what the labels have in common. Newton's method, each step halved until the objective falls: a full
  /// step from afar may lead to where all probabilities are 0 or 1 and no slope is left.
  static func fitted(
    views: [[Double]], present: [Bool], weights: [Double], prior: [Double], strength: Double
  ) -> LabelCalibration {
    let rows = weights.indices.filter { weights[$0] > 0 }
    let problem = Problem(
      inputs: rows.map { [1.0] + views[$0] }, targets: rows.map { present[$0] ? 1 : 0 },
      weights: rows.map { weights[$0] }, prior: prior, strength: strength)
    var parameters = [0.0] + prior
    var value = problem.objective(parameters)
    for _ in 0..<50 {
      let direction = problem.newtonStep(parameters)
      var scale = 1.0
      var next = parameters
      var nextValue = Double.infinity
      while scale > 1e-6 {
        next = zip(parameters, direction).map { $0 - scale * $1 }
        nextValue = problem.objective(next)
        if nextValue <= value { break }
        scale /= 2
      }
      guard nextValue < value else { break }
      let gain = value - nextValue
      (parameters, value) = (next, nextValue)
      if gain < 1e-12 * (1 + abs(value)) { break }
    }
    return LabelCalibration(intercept: parameters[0], slopes: Array(parameters.dropFirst()))
  }

  private struct Problem {
    let inputs: [[Double]]
    let targets: [Double]
    let weights: [Double]
    let prior: [Double]
    let strength: Double

    /// So small that it only keeps a label without positives from running away.
    private static let interceptStrength = 0.01

    private func logit(_ row: Int, _ parameters: [Double]) -> Double {
      zip(parameters, inputs[row]).reduce(0) { $0 + $1.0 * $1.1 }
    }

    func objective(_ parameters: [Double]) -> Double {
      var value = 0.5 * Self.interceptStrength * parameters[0] * parameters[0]
      for (slope, common) in zip(parameters.dropFirst(), prior) {
        value += 0.5 * strength * (slope - common) * (slope - common)
      }
      for row in inputs.indices {
        let z = logit(row, parameters)
        value += weights[row] * (max(z, 0) + log1p(exp(-abs(z))) - targets[row] * z)
      }
      return value
    }

    func newtonStep(_ parameters: [Double]) -> [Double] {
      let width = parameters.count
      var gradient = [Double](repeating: 0, count: width)
      var hessian = [Double](repeating: 0, count: width * width)
      gradient[0] = Self.interceptStrength * parameters[0]
      hessian[0] = Self.interceptStrength
      for index in 1..<width {
        gradient[index] = strength * (parameters[index] - prior[index - 1])
        hessian[index * width + index] = strength
      }
      for row in inputs.indices {
        let p = 1 / (1 + exp(-logit(row, parameters)))
        let residual = weights[row] * (p - targets[row])
        let curvature = weights[row] * p * (1 - p)
        for first in 0..<width {
          gradient[first] += residual * inputs[row][first]
          for second in 0..<width {
            hessian[first * width + second] += curvature * inputs[row][first] * inputs[row][second]
          }
        }
      }
      return LabelCalibration.solved(hessian, gradient)
    }
  }

  /// Gaussian elimination without pivoting, which a positive definite matrix does not need.
  fileprivate static func solved(_ matrix: [Double], _ side: [Double]) -> [Double] {
    var a = matrix
    var x = side
    let n = side.count
    for column in 0..<n {
      for row in (column + 1)..<max(n, column + 1) {
        let factor = a[row * n + column] / a[column * n + column]
        for k in column..<n { a[row * n + k] -= factor * a[column * n + k] }
        x[row] -= factor * x[column]
      }
    }
    for row in (0..<n).reversed() {
      for k in (row + 1)..<max(n, row + 1) { x[row] -= a[row * n + k] * x[k] }
      x[row] /= a[row * n + row]
    }
    return x
  }
}
