import Papers
import Testing

struct TopicPredictionTests {
  @Test func `the primary topic is the most probable assigned one`() {
    let prediction = TopicPrediction(
      topics: [
        LabelScore(id: "a", probability: Probability(0.9), assigned: false),
        LabelScore(id: "b", probability: Probability(0.6), assigned: true),
        LabelScore(id: "c", probability: Probability(0.6), assigned: true),
      ], groups: [], scope: Scope(verdict: .inScope, probability: Probability(1)), reviewReasons: [])
    #expect(prediction.primary == "b")
  }
}
