extension ReviewPolicy {
  /// Finds the highest risks at which, among the papers that no person would see, the share of mistakes stays below
  /// `risk`: tagged papers with a wrong tag, and untagged papers that have a topic.
  ///
  /// - Parameters:
  ///   - probabilities: For each paper the probability of each label, the last being that it has any topic, from
  ///     models that have not seen it.
  static func fitted(
    probabilities: [[Double]], thresholds: [Double], papers: [LabelledPaper], weights: [Double], topicCount: Int,
    risk: Double
  ) -> ReviewPolicy {
    var tagged: [(risk: Double, isMistake: Bool, weight: Double)] = []
    var untagged = tagged
    for (index, paper) in papers.enumerated() {
      let assigned = (0..<topicCount).filter { probabilities[index][$0] >= thresholds[$0] }
      if assigned.isEmpty {
        guard let hasTopic = paper.hasTopic(among: topicCount) else { continue }
        untagged.append((probabilities[index][thresholds.count], hasTopic, weights[index]))
      } else {
        let sure = assigned.reduce(1) { $0 * probabilities[index][$1] }
        tagged.append((1 - sure, assigned.contains { paper.truth[$0] == false }, weights[index]))
      }
    }
    let miss = highestRisk(of: untagged, keeping: risk)
    return ReviewPolicy(
      highestTagRisk: highestRisk(of: tagged, keeping: risk), highestMissRisk: miss, outOfScopeBelow: miss,
      inScopeFrom: 0.5)
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
