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

  /// Fits a calibration by Newton's method.
  ///
  /// Minimises the weighted cross entropy plus `strength / 2 * |slopes - prior|²`, which keeps the slopes of rare
  /// labels near what the labels have in common.
  static func fitted(
    views: [[Double]], present: [Bool], weights: [Double], prior: [Double], strength: Double
  ) -> LabelCalibration {
    let width = prior.count + 1
    var parameters = [0.0] + prior
    for _ in 0..<30 {
      var gradient = [Double](repeating: 0, count: width)
      var hessian = [Double](repeating: 0, count: width * width)
      for index in 1..<width {
        gradient[index] = strength * (parameters[index] - prior[index - 1])
        hessian[index * width + index] = strength
      }
      // So small that it only keeps a label without positives from running away.
      gradient[0] = 0.01 * parameters[0]
      hessian[0] = 0.01
      for (row, isPresent) in present.enumerated() where weights[row] > 0 {
        let inputs = [1.0] + views[row]
        let z = zip(parameters, inputs).reduce(0) { $0 + $1.0 * $1.1 }
        let p = 1 / (1 + exp(-z))
        let residual = weights[row] * (p - (isPresent ? 1 : 0))
        let curvature = weights[row] * max(p * (1 - p), 1e-9)
        for first in 0..<width {
          gradient[first] += residual * inputs[first]
          for second in 0..<width { hessian[first * width + second] += curvature * inputs[first] * inputs[second] }
        }
      }
      let step = solved(hessian, gradient)
      for index in parameters.indices { parameters[index] -= max(-4, min(4, step[index])) }
      if step.allSatisfy({ abs($0) < 1e-9 }) { break }
    }
    return LabelCalibration(intercept: parameters[0], slopes: Array(parameters.dropFirst()))
  }

  /// Gaussian elimination without pivoting, which a positive definite matrix does not need.
  private static func solved(_ matrix: [Double], _ side: [Double]) -> [Double] {
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
