import Testing

@testable import LinearModels

struct LabelTargetsTests {
  private static func targets() -> LabelTargets {
    var targets = LabelTargets(exampleCount: 10, labelCount: 2)
    for example in 0..<10 {
      targets.set(example: example, label: 0, to: example < 2 ? .present : .absent)
      targets.set(example: example, label: 1, to: .absent)
    }
    return targets
  }

  @Test func `balanced with exponent 1 gives scikit-learn's class weights`() {
    let weights = Self.targets().balanced(exponent: 1).weights
    // n / (2 * count): 10 / 4 and 10 / 16.
    #expect((0..<10).map { weights[2 * $0] } == [2.5, 2.5] + [Float](repeating: 0.625, count: 8))
  }

  @Test func `balancing keeps the sum of weights, and leaves labels of one kind alone`() {
    let weights = Self.targets().balanced(exponent: 0.5).weights
    #expect(abs((0..<10).reduce(0) { $0 + weights[2 * $1] } - 10) < 1e-5)
    #expect(abs(weights[0] / weights[18] - 2) < 1e-5)
    #expect((0..<10).allSatisfy { weights[2 * $0 + 1] == 1 })
  }
}
