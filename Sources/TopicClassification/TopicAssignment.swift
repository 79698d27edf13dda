/// Which topics a paper is given.
struct TopicAssignment: Hashable, Sendable {
  /// The probability from which each topic is assigned.
  let thresholds: [Double]
  /// The probability from which a paper that reaches no threshold is given its most probable topic all the same; `nil`
  /// if it is given none.
  let loneThreshold: Double?

  /// Returns whether each topic is assigned.
  ///
  /// A threshold balances a topic's own mistakes; but a paper on the edge of several topics is mostly on one of them.
  /// Giving it the most probable one raises macro-F1 and finds more primary topics (the model card has the figures).
  /// Such a tag is unsure, so the review rule mostly sends the paper to a person.
  ///
  /// - Parameter probabilities: One for each topic; `nil` for a topic that the model does not know.
  func assigned(_ probabilities: [Double?]) -> [Bool] {
    var assigned = zip(probabilities, thresholds).map { probability, threshold in
      probability.map { $0 >= threshold } ?? false
    }
    guard let loneThreshold, !assigned.contains(true) else { return assigned }
    var best: Int?
    for (topic, probability) in probabilities.enumerated() {
      guard let probability, probability >= loneThreshold else { continue }
      if let rival = best.flatMap({ probabilities[$0] }), rival >= probability { continue }
      best = topic
    }
    if let best { assigned[best] = true }
    return assigned
  }
}
