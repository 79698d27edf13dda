import Evaluation
import Foundation
import Testing

struct ShareEstimateTests {
  /// Scores of examples with and without the label are normal with means 1 and -1, so the log odds where a share `s` has
  /// the label are `2 x + log(s / (1 - s))`.
  private static func probabilities(
    _ count: Int, share: Double, calibratedShare s: Double, _ generator: inout Generator
  ) -> [Double] {
    (0..<count).map { _ in
      let center = Double.random(in: 0..<1, using: &generator) < share ? 1.0 : -1.0
      // Box and Muller 1958.
      let (u, v) = (Double.random(in: 1e-12..<1, using: &generator), Double.random(in: 0..<1, using: &generator))
      let x = center + (-2 * log(u)).squareRoot() * cos(2 * .pi * v)
      return 1 / (1 + exp(-(2 * x + log(s / (1 - s)))))
    }
  }

  @Test func `a batch's own share is found where the mean of its probabilities is wrong`() {
    var generator = Generator(state: 3)
    let probabilities = Self.probabilities(4000, share: 0.6, calibratedShare: 0.1, &generator)
    let mean = probabilities.reduce(0, +) / 4000
    let estimate = ShareEstimate(probabilities: probabilities, calibratedShare: 0.1)
    #expect(mean < 0.5)
    #expect(abs(estimate.share - 0.6) < 0.04)
    #expect(estimate.low < estimate.share && estimate.share < estimate.high && estimate.high - estimate.low < 0.1)
  }

  @Test func `the interval holds the share for about 95 of 100 batches`() {
    var generator = Generator(state: 5)
    let hits = (0..<100).count { _ in
      let probabilities = Self.probabilities(80, share: 0.25, calibratedShare: 0.4, &generator)
      let estimate = ShareEstimate(probabilities: probabilities, calibratedShare: 0.4)
      return estimate.low <= 0.25 && 0.25 <= estimate.high
    }
    #expect(hits >= 90)
  }

  @Test func `the solution is the fixed point of the EM algorithm`() {
    var generator = Generator(state: 9)
    let probabilities = Self.probabilities(200, share: 0.3, calibratedShare: 0.2, &generator)
    var share = 0.2
    for _ in 0..<2000 {
      let posteriors = probabilities.map { p in
        let (with, without) = (p * share / 0.2, (1 - p) * (1 - share) / 0.8)
        return with / (with + without)
      }
      share = posteriors.reduce(0, +) / 200
    }
    // Far below what a share is shown with.
    #expect(abs(ShareEstimate(probabilities: probabilities, calibratedShare: 0.2).share - share) < 1e-6)
  }

  @Test func `certain answers give the ends`() {
    #expect(ShareEstimate(probabilities: [0, 0, 0], calibratedShare: 0.5).share < 1e-6)
    #expect(ShareEstimate(probabilities: [1, 1, 1], calibratedShare: 0.5).share > 1 - 1e-6)
    #expect(ShareEstimate(probabilities: [0.5], calibratedShare: 0.5).high > 1 - 1e-6)
  }
}
