import LinearModels

/// The time that a fit takes, and what it comes to.
enum SolverTiming {
  /// - Parameter numbers: `C` and the relative gap.
  static func figures(
    _ numbers: [Double], _ fit: (LogisticRegression) throws -> FittedLogisticRegression
  ) rethrows -> [String: Any] {
    let estimator = LogisticRegression(inverseRegularization: Float(numbers[0]), relativeGap: numbers[1])
    let start = ProcessorTime.now
    let model = try fit(estimator)
    return [
      "seconds": ProcessorTime.now - start, "objectives": model.report.objectives, "passes": model.report.passes,
      "converged": model.report.isConverged,
    ]
  }
}
