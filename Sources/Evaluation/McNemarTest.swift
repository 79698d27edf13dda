/// Whether one of two ways of deciding is right more often than the other, on the same examples.
///
/// Only the examples on which they differ count: if neither is better, each is as likely to be the right one there
/// (McNemar 1947; exact binomial form).
public struct McNemarTest: Hashable, Sendable {
  /// The number of examples on which only the first is right.
  public let onlyFirst: Int
  /// The number of examples on which only the second is right.
  public let onlySecond: Int

  /// Takes the counts.
  public init(onlyFirst: Int, onlySecond: Int) {
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
  }

  /// How likely a difference at least as large is if neither is better, in either direction; 1 if they never differ.
  public var pValue: Double {
    let count = onlyFirst + onlySecond
    guard count > 0 else { return 1 }
    return min(1, 2 * BinomialTail(upTo: count).atMost(min(onlyFirst, onlySecond), of: count, probability: 0.5))
  }

  /// Returns p-values raised so that, over all of them together, a true null hypothesis is rejected at most as often as
  /// each says alone (Holm 1979); in the order given.
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var highest = 0.0
    for (rank, index) in pValues.indices.sorted(by: { (pValues[$0], $0) < (pValues[$1], $1) }).enumerated() {
      highest = max(highest, min(1, pValues[index] * Double(pValues.count - rank)))
      adjusted[index] = highest
    }
    return adjusted
  }
}
