import Evaluation
import Testing

struct MetricsTests {
  private func example(_ probabilities: [Double], _ assigned: [Bool], _ truth: [Bool?]) -> JudgedExample {
    JudgedExample(probabilities: probabilities, assigned: assigned, truth: truth)
  }

  /// By hand: label 0 has TP 1, FP 1, FN 0; label 1 has TP 1, FP 0, FN 1.
  @Test func `micro and macro F1 follow from the counts`() {
    let metrics = MultiLabelMetrics([
      example([0.9, 0.8], [true, true], [true, true]), example([0.7, 0.1], [true, false], [false, true]),
    ])
    #expect(metrics.counts[0] == ConfusionCounts(truePositives: 1, falsePositives: 1))
    #expect(metrics.counts[1] == ConfusionCounts(truePositives: 1, falseNegatives: 1))
    #expect(abs(metrics.microF1 - 2.0 / 3) < 1e-12)
    #expect(abs(metrics.macroF1 - 2.0 / 3) < 1e-12)
  }

  @Test func `what is not known does not count`() {
    let metrics = MultiLabelMetrics([example([0.9], [true], [nil])])
    #expect(metrics.counts[0] == ConfusionCounts())
  }

  @Test func `precision at one looks at the most probable label, the first of equals`() {
    let examples = [
      example([0.5, 0.5], [false, false], [true, false]), example([0.1, 0.9], [false, true], [true, false]),
    ]
    #expect(MultiLabelMetrics.precision(at: 1, examples) == 0.5)
    #expect(MultiLabelMetrics.precision(at: 1, [example([0.1], [false], [false])]) == nil)
  }

  /// By hand: bin 0.2 to 0.3 holds 0.2 twice, one true (distance 0.3); bin 0.9 to 1 holds 1.0, true (distance 0).
  @Test func `the calibration error is the mean distance of the bins`() {
    let calibration = Calibration([
      example([0.2], [false], [true]), example([0.2], [false], [false]), example([1.0], [true], [true]),
      example([0.01], [false], [false]),
    ])
    #expect(abs(calibration.expectedError - 0.2) < 1e-12)
    #expect(abs(calibration.brierScore - (0.64 + 0.04 + 0 + 0.0001) / 4) < 1e-12)
  }

  @Test func `always saying the share has no skill`() {
    let calibration = Calibration([example([0.5], [false], [true]), example([0.5], [false], [false])])
    #expect(abs(calibration.brierSkill) < 1e-12)
  }

  @Test func `a bootstrap interval repeats with its seed and holds the figure`() {
    let values = (0..<100).map { Double($0 % 7) }
    func interval() -> BootstrapInterval {
      var generator = Counter()
      return BootstrapInterval(exampleCount: 100, resamples: 200, using: &generator) { indices in
        indices.reduce(0) { $0 + values[$1] } / Double(indices.count)
      }
    }
    let mean = values.reduce(0, +) / 100
    #expect(interval() == interval())
    #expect(interval().low < mean && mean < interval().high)
  }

  /// A generator that needs no other target.
  private struct Counter: RandomNumberGenerator {
    var state: UInt64 = 1
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
