import Papers
import Venues

/// Probabilities like those of a calibrated model: mostly sure, sometimes close to the threshold.
enum SyntheticScores {
  static func prediction(
    subject: String, other: String, venue: Venue, threshold: Double, hasAbstract: Bool,
    using generator: inout Generator
  ) -> TopicPrediction {
    let isStray = generator.whole(below: 40) == 0
    let topics = venue.topics.map { topic -> LabelScore in
      let probability =
        switch topic.id {
        case subject where !isStray: 0.55 + 0.44 * generator.fraction()
        case other where !isStray: 0.2 + 0.5 * generator.fraction()
        default: 0.08 * generator.fraction() * generator.fraction()
        }
      return score(topic.id, probability, threshold)
    }
    let groups = venue.groups.map { group in
      score(
        group.id, generator.whole(below: 3) == 0 ? 0.5 + 0.5 * generator.fraction() : 0.3 * generator.fraction(),
        threshold)
    }
    var reasons: [ReviewReason] = hasAbstract ? [] : [.noAbstract]
    if topics.contains(where: { abs($0.probability.rawValue - threshold) < 0.02 }) { reasons.append(.closeCall) }
    if !topics.contains(where: \.assigned) { reasons.append(.noTopic) }
    let largest = topics.map(\.probability.rawValue).max() ?? 0
    return TopicPrediction(
      topics: topics, groups: groups,
      scope: Scope(
        verdict: largest < 0.2 ? .outOfScope : largest < threshold ? .doubtful : .inScope,
        probability: Probability(min(1, largest + 0.1))), reviewReasons: reasons)
  }

  private static func score(_ id: String, _ probability: Double, _ threshold: Double) -> LabelScore {
    LabelScore(id: id, probability: Probability(probability), assigned: probability >= threshold)
  }
}
