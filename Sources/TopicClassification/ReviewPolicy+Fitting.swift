/// The shares of mistakes that may escape a person's eye.
public struct ReviewRisks: Hashable, Sendable {
  /// Among the tagged papers that no person sees, those with a wrong tag.
  public var wrongTag: Double
  /// Among the untagged papers that no person sees, those that have a topic.
  public var miss: Double

  /// Sets both.
  public init(wrongTag: Double, miss: Double) {
    self.wrongTag = wrongTag
    self.miss = miss
  }
}

extension ReviewPolicy {
  /// Finds the highest risks at which, among the papers that no person would see, the shares of mistakes stay within
  /// `risks`: tagged papers with a wrong tag, and untagged papers that have a topic.
  ///
  /// - Parameters:
  ///   - probabilities: For each paper the probability of each label, the last being that it has any topic, from
  ///     models that have not seen it.
  static func fitted(
    probabilities: [[Double]], assignment: TopicAssignment, papers: [LabelledPaper], weights: [Double],
    risks: ReviewRisks
  ) -> ReviewPolicy {
    let topicCount = assignment.thresholds.count
    var tagged: [(risk: Double, isMistake: Bool, weight: Double)] = []
    var untagged = tagged
    for (index, paper) in papers.enumerated() {
      let marks = assignment.assigned(Array(probabilities[index].prefix(topicCount)))
      let assigned = marks.indices.filter { marks[$0] }
      if assigned.isEmpty {
        guard let hasTopic = paper.hasTopic(among: topicCount) else { continue }
        untagged.append((probabilities[index][probabilities[index].count - 1], hasTopic, weights[index]))
      } else {
        let sure = assigned.reduce(1) { $0 * probabilities[index][$1] }
        tagged.append((1 - sure, assigned.contains { paper.truth[$0] == false }, weights[index]))
      }
    }
    let miss = highestRisk(of: untagged, keeping: risks.miss)
    return ReviewPolicy(
      highestTagRisk: highestRisk(of: tagged, keeping: risks.wrongTag), highestMissRisk: miss, outOfScopeBelow: miss,
      inScopeFrom: 0.5,
      levels: ReviewLevel.table(
        tagged: tagged.filter { $0.weight > 0 }.map { JudgedRisk(risk: $0.risk, isMistake: $0.isMistake) },
        untagged: untagged.filter { $0.weight > 0 }.map { JudgedRisk(risk: $0.risk, isMistake: $0.isMistake) }))
  }

  private static func highestRisk(
    of papers: [(risk: Double, isMistake: Bool, weight: Double)], keeping share: Double
  ) -> Double {
    var (mistakes, total, level) = (0.0, 0.0, 0.0)
    for paper in papers.sorted(by: { $0.risk < $1.risk }) {
      mistakes += paper.isMistake ? paper.weight : 0
      total += paper.weight
      if mistakes <= share * total { level = paper.risk }
    }
    return level
  }
}
