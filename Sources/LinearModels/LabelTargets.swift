/// What is known of each label for each example, and how much each such fact counts.
///
/// A target is a probability: 1 for present, 0 for absent, anything between for a teacher's opinion. A weight of 0
/// says that nothing is known.
public struct LabelTargets: Hashable, Sendable {
  /// What is known of one label for one example.
  public enum Mark: Hashable, Sendable {
    /// The example has the label.
    case present
    /// The example has not the label.
    case absent
    /// Nothing is known.
    case unknown
    /// A teacher holds the label to be this probable.
    case probability(Float)
  }

  /// The number of examples.
  public let exampleCount: Int
  /// The number of labels.
  public let labelCount: Int
  /// The targets, example after example.
  public private(set) var targets: [Float]
  /// The weights, example after example.
  public private(set) var weights: [Float]

  /// Makes targets of which nothing is known.
  public init(exampleCount: Int, labelCount: Int) {
    self.exampleCount = exampleCount
    self.labelCount = labelCount
    targets = [Float](repeating: 0, count: exampleCount * labelCount)
    weights = [Float](repeating: 0, count: exampleCount * labelCount)
  }

  /// Notes what is known of a label for an example, with a weight.
  public mutating func set(example: Int, label: Int, to mark: Mark, weight: Float = 1) {
    precondition(weight >= 0, "A weight cannot be negative.")
    let index = example * labelCount + label
    switch mark {
    case .present: targets[index] = 1
    case .absent: targets[index] = 0
    case .unknown: targets[index] = 0
    case .probability(let value): targets[index] = min(max(value, 0), 1)
    }
    weights[index] = mark == .unknown ? 0 : weight
  }

  /// Returns the examples with the given indices, in that order.
  public func examples(_ indices: [Int]) -> LabelTargets {
    var result = LabelTargets(exampleCount: indices.count, labelCount: labelCount)
    for (target, source) in indices.enumerated() {
      for label in 0..<labelCount {
        result.targets[target * labelCount + label] = targets[source * labelCount + label]
        result.weights[target * labelCount + label] = weights[source * labelCount + label]
      }
    }
    return result
  }

  /// The weighted sum of a label's targets divided by the sum of its weights; 0.5 if nothing is known.
  public func share(of label: Int) -> Double {
    var sum = 0.0
    var total = 0.0
    for index in stride(from: label, to: targets.count, by: labelCount) {
      sum += Double(weights[index] * targets[index])
      total += Double(weights[index])
    }
    return total > 0 ? sum / total : 0.5
  }
}
