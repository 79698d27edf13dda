/// How many mistakes are made if only the surest part of the examples is decided without a person.
public struct CoverageCurve: Hashable, Sendable {
  /// One part of the examples, the surest ones.
  public struct Point: Hashable, Sendable {
    /// The share of the examples that are decided.
    public let coverage: Double
    /// The share of mistakes among them.
    public let error: Double
  }

  /// Twenty parts, each a twentieth larger than the one before; fewer if there are fewer examples, and none if there
  /// are none.
  public let points: [Point]

  /// Orders examples by how unsure they are; equals keep their order.
  ///
  /// - Parameters:
  ///   - risks: How unsure each example's decision is.
  ///   - mistakes: Whether it is wrong.
  public init(risks: [Double], mistakes: [Bool]) {
    precondition(risks.count == mistakes.count, "Each example needs a risk and a verdict.")
    let order = risks.indices.sorted { (risks[$0], $0) < (risks[$1], $1) }
    var sums = [0]
    for index in order { sums.append(sums[sums.count - 1] + (mistakes[index] ? 1 : 0)) }
    let counts = Set((1...20).map { ($0 * order.count + 10) / 20 }.filter { $0 > 0 }).sorted()
    points = counts.map { count in
      Point(coverage: Double(count) / Double(order.count), error: Double(sums[count]) / Double(count))
    }
  }
}
