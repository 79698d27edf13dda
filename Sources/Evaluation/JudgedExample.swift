/// What was predicted for one example, beside what is true.
public struct JudgedExample: Hashable, Sendable {
  /// The predicted probability of each label.
  public let probabilities: [Double]
  /// Whether each label was assigned.
  public let assigned: [Bool]
  /// Whether the example has each label; `nil` where that is not known.
  public let truth: [Bool?]

  /// Puts prediction and truth together; all three lists follow the labels' order.
  public init(probabilities: [Double], assigned: [Bool], truth: [Bool?]) {
    precondition(
      probabilities.count == assigned.count && assigned.count == truth.count,
      "Probabilities, assignments and truth need one entry for each label.")
    self.probabilities = probabilities
    self.assigned = assigned
    self.truth = truth
  }

  /// The same example with some labels only.
  public func labels(_ range: Range<Int>) -> JudgedExample {
    JudgedExample(
      probabilities: Array(probabilities[range]), assigned: Array(assigned[range]), truth: Array(truth[range]))
  }
}
