import Evaluation
import Testing

struct PairedComparisonTests {
  /// Figures to twelve digits: sums of logarithms lose a few.
  private static let tolerance = 1e-12

  @Test func `the binomial tail is the sum of its terms`() {
    // Python: sum(math.comb(n, i) * p**i * (1 - p)**(n - i) for i in range(k + 1))
    #expect(abs(BinomialTail(upTo: 50).atMost(3, of: 20, probability: 0.3) - 0.10708680450373086) < Self.tolerance)
    #expect(abs(BinomialTail(upTo: 50).atMost(0, of: 50, probability: 0.01) - 0.6050060671375364) < Self.tolerance)
    #expect(BinomialTail(upTo: 50).atMost(-1, of: 5, probability: 0.5) == 0)
    #expect(BinomialTail(upTo: 50).atMost(5, of: 5, probability: 0.5) == 1)
  }

  @Test func `an exact McNemar test counts coins`() {
    #expect(McNemarTest(onlyFirst: 0, onlySecond: 0).pValue == 1)
    #expect(McNemarTest(onlyFirst: 3, onlySecond: 3).pValue == 1)
    // Six tosses that all fall alike: 2 / 2^6.
    #expect(abs(McNemarTest(onlyFirst: 0, onlySecond: 6).pValue - 2.0 / 64) < Self.tolerance)
    // 2 * (1 + 10 + 45) / 2^10.
    #expect(abs(McNemarTest(onlyFirst: 8, onlySecond: 2).pValue - 112.0 / 1024) < Self.tolerance)
  }

  @Test func `Holm raises p-values in their order and no later one falls below`() {
    #expect(McNemarTest.adjusted([0.01, 0.04, 0.03]) == [0.03, 0.06, 0.06])
    #expect(McNemarTest.adjusted([0.9, 0.8]) == [1, 1])
  }

  private static func examples(_ wrong: (Int) -> Bool) -> [JudgedExample] {
    (0..<200).map { index in
      let truth = [index % 2 == 0, index % 5 == 0]
      let assigned = wrong(index) ? truth.map { !$0 } : truth
      return JudgedExample(probabilities: assigned.map { $0 ? 0.9 : 0.1 }, assigned: assigned, truth: truth)
    }
  }

  @Test func `alike ways differ by chance, unlike ones do not`() {
    var generator = Generator(state: 7)
    let (tenth, otherTenth) = (Self.examples { $0 % 10 == 3 }, Self.examples { $0 % 10 == 7 })
    let alike = PairedComparison(tenth, otherTenth, using: &generator)
    #expect(alike.microF1.pValue > 0.2 && alike.macroF1.pValue > 0.2)
    #expect(alike.microF1.interval.low < 0 && alike.microF1.interval.high > 0)
    #expect(alike.labels[0] == McNemarTest(onlyFirst: 20, onlySecond: 20))

    let perfect = Self.examples { _ in false }
    let unlike = PairedComparison(tenth, perfect, using: &generator)
    #expect(unlike.microF1.pValue < 0.01 && unlike.microF1.interval.low > 0)
    #expect(unlike.microF1.second == 1)
    #expect(unlike.labels[0].pValue < 0.001)
  }

  @Test func `the same answers have no difference`() {
    var generator = Generator(state: 7)
    let examples = Self.examples { $0 % 10 == 3 }
    let comparison = PairedComparison(examples, examples, using: &generator)
    #expect(comparison.macroF1.pValue == 1)
    #expect(comparison.macroF1.interval.low == 0 && comparison.macroF1.interval.high == 0)
  }
}
