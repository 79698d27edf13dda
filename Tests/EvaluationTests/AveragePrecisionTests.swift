import Evaluation
import Testing

struct AveragePrecisionTests {
  @Test func `it is what scikit-learn 1.9 says, ties included`() throws {
    let truth = [true, false, true, false, false, true]
    let plain = try #require(AveragePrecision.value(scores: [0.9, 0.8, 0.7, 0.6, 0.5, 0.4], truth: truth))
    #expect(abs(plain - (1 + 2.0 / 3 + 0.5) / 3) < 1e-12)
    // average_precision_score([1,0,1,0,0,1], [0.9,0.7,0.7,0.6,0.4,0.4]) is 0.7222...
    let tied = try #require(AveragePrecision.value(scores: [0.9, 0.7, 0.7, 0.6, 0.4, 0.4], truth: truth))
    #expect(abs(tied - (1 + 2.0 / 3 + 0.5) / 3) < 1e-12)
  }

  @Test func `without a true example there is none`() {
    #expect(AveragePrecision.value(scores: [1, 2], truth: [false, false]) == nil)
  }
}
