import Testing

@testable import TopicClassification

struct LabelCalibrationTests {
  /// At the minimum over an unpenalised intercept the probabilities add up to the number of positives.
  @Test func `probabilities add up to the positives`() {
    let views = (0..<200).map { [Double($0 % 23) - 15, Double($0 % 7)] }
    let present = (0..<200).map { ($0 % 23) + ($0 % 5) > 20 }
    let calibration = LabelCalibration.fitted(
      views: views, present: present, weights: [Double](repeating: 1, count: 200), prior: [0.5, 0.5], strength: 1)
    let sum = views.reduce(0) { $0 + calibration.probability($1) }
    // The intercept is held to zero a little.
    #expect(abs(sum - Double(present.count { $0 })) < 0.1)
  }

  // A full Newton step once led to probabilities of 0 and 1 here, and to a label on every paper.
  @Test
  func `steep log odds of a rare label are fitted`() {
    let views = (0..<1000).map { [Double($0 % 100) * 0.4 - 38] }
    let present = (0..<1000).map { $0 % 100 > 97 && $0 % 3 != 0 }
    let calibration = LabelCalibration.fitted(
      views: views, present: present, weights: [Double](repeating: 1, count: 1000), prior: [3], strength: 5)
    let sum = views.reduce(0) { $0 + calibration.probability($1) }
    #expect(abs(sum - Double(present.count { $0 })) < 0.2)
    #expect(calibration.probability([-30]) < 0.01)
  }

  @Test func `a label without positives is improbable everywhere`() {
    let calibration = LabelCalibration.fitted(
      views: [[0], [1], [-1]], present: [false, false, false], weights: [1, 1, 1], prior: [1], strength: 1)
    #expect(calibration.probability([1]) < 0.2)
  }
}
