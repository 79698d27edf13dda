import LinearAlgebra

/// Fits the calibration of every label, rare ones leaning on what the labels have in common.
struct Calibrator {
  let labelCount: Int

  /// How strongly a label's slopes are held to the common ones: one with hundreds of papers finds its own, one with a
  /// dozen keeps the common ones. From 1 to 20 the calibration error moves by 0.001.
  private static let strength = 5.0

  /// - Parameters:
  ///   - views: For each view the log odds, shape `[papers, labels]`, from models that have not seen the papers.
  ///   - truth: For each paper what is known of each label.
  ///   - weights: For each label how much each paper counts.
  func fitted(views: [Matrix], truth: [[Bool?]], weights: [[Double]]) -> [LabelCalibration] {
    let start = [Double](repeating: 1 / Double(views.count), count: views.count)
    var everything = Cells()
    for label in 0..<labelCount { everything.append(views, truth, weights[label], label: label) }
    let common = everything.calibration(prior: start, strength: 1)
    return (0..<labelCount).map { label in
      var cells = Cells()
      cells.append(views, truth, weights[label], label: label)
      return cells.calibration(prior: common.slopes, strength: Self.strength)
    }
  }

  private struct Cells {
    var views: [[Double]] = []
    var present: [Bool] = []
    var weights: [Double] = []

    mutating func append(_ matrices: [Matrix], _ truth: [[Bool?]], _ paperWeights: [Double], label: Int) {
      for (paper, labels) in truth.enumerated() {
        guard let isPresent = labels[label] else { continue }
        views.append(matrices.map { Double($0[paper, label]) })
        present.append(isPresent)
        weights.append(paperWeights[paper])
      }
    }

    func calibration(prior: [Double], strength: Double) -> LabelCalibration {
      .fitted(views: views, present: present, weights: weights, prior: prior, strength: strength)
    }
  }
}
