import Evaluation
import Testing

struct ErrorDetailTests {
  private static func example(_ assigned: [Bool], _ truth: [Bool?]) -> JudgedExample {
    JudgedExample(probabilities: assigned.map { $0 ? 1 : 0 }, assigned: assigned, truth: truth)
  }

  @Test func `what was assigned in the place of a missed label is counted`() {
    let missed = MissedLabel(
      0,
      in: [
        Self.example([false, true, true], [true, false, true]),
        Self.example([false, false, false], [true, true, false]),
        Self.example([true, true, false], [true, false, false]),
        Self.example([false, true, false], [nil, false, false]),
        Self.example([false, true, false], [true, nil, false]),
      ])
    #expect(missed.missed == 3)
    #expect(missed.withoutLabel == 1)
    // Neither a label that is right, nor one of which nothing is known, is a mistake.
    #expect(missed.instead == [0, 1, 0])
  }

  @Test func `the coverage curve counts the surest first`() {
    let curve = CoverageCurve(risks: [0.4, 0.1, 0.3, 0.2], mistakes: [true, false, true, false])
    #expect(curve.points.map(\.coverage) == [0.25, 0.5, 0.75, 1])
    #expect(curve.points.map(\.error) == [0, 0, 1.0 / 3, 0.5])
    #expect(CoverageCurve(risks: [], mistakes: []).points.isEmpty)
  }
}
