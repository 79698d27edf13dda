/// A range that covers a figure's true value for 95 of 100 samples of examples, about.
public struct BootstrapInterval: Hashable, Sendable {
  /// The 2.5th percentile of the figure over resamples.
  public let low: Double
  /// The 97.5th percentile.
  public let high: Double

  /// Draws as many examples as there are, with replacement, `resamples` times (Efron 1979, percentile method).
  ///
  /// - Parameter figure: Computes the figure from examples given by their indices.
  public init(
    exampleCount: Int, resamples: Int = 1000, using generator: inout some RandomNumberGenerator,
    _ figure: ([Int]) -> Double
  ) {
    guard exampleCount > 0, resamples > 0 else {
      low = 0
      high = 0
      return
    }
    let values = (0..<resamples).map { _ in
      figure((0..<exampleCount).map { _ in Int.random(in: 0..<exampleCount, using: &generator) })
    }.sorted()
    low = values[Int(0.025 * Double(resamples - 1))]
    high = values[Int((0.975 * Double(resamples - 1)).rounded(.up))]
  }
}
