import Papers
import TextFeatures

/// When a person should look at a paper's tags, and when a paper counts as outside the call.
public struct ReviewPolicy: Hashable, Sendable, Codable {
  /// A tagged paper goes to a person when the probability that one of its tags is wrong is above this.
  public var highestTagRisk: Double
  /// A paper without tags goes to a person when the probability that it has a topic is above this.
  public var highestMissRisk: Double
  /// Below this probability of having a topic, a paper without tags is out of the call.
  public var outOfScopeBelow: Double
  /// From this probability of having a topic, a tagged paper is in the call.
  public var inScopeFrom: Double
  /// The lines for the shares of mistakes that a user may ask for, the lowest first; `nil` in a model that was trained
  /// before there were any.
  public var levels: [ReviewLevel]?

  enum CodingKeys: String, CodingKey {
    case highestTagRisk = "highest_tag_risk"
    case highestMissRisk = "highest_miss_risk"
    case outOfScopeBelow = "out_of_scope_below"
    case inScopeFrom = "in_scope_from"
    case levels
  }

  /// The fewest words of an abstract that tags may rest on.
  public static let shortestAbstract = 40

  /// Returns whether the paper is one that the call asks for.
  func scope(probability: Double, hasTopic: Bool) -> Scope {
    let verdict: Scope.Verdict =
      hasTopic && probability >= inScopeFrom
      ? .inScope
      : !hasTopic && probability < outOfScopeBelow
        ? .outOfScope
        : .doubtful
    return Scope(verdict: verdict, probability: Probability(probability))
  }

  /// Returns why a person should look, in the order of ``ReviewReason``.
  func reasons(for words: WordCounts, topics: [LabelScore], scope: Scope) -> [ReviewReason] {
    var reasons: [ReviewReason] = []
    if words.body == 0 {
      reasons.append(words.title == 0 ? .noText : .noAbstract)
    } else {
      if words.body < Self.shortestAbstract { reasons.append(.shortAbstract) }
      if !EnglishText.isLikely(words: words.body, stopWords: words.stopWordsInBody) { reasons.append(.notEnglish) }
    }
    if !topics.contains(where: \.assigned) {
      if scope.probability.rawValue > highestMissRisk { reasons.append(.noTopic) }
    } else if Self.tagRisk(topics.filter(\.assigned)) > highestTagRisk {
      reasons.append(.closeCall)
    }
    return reasons
  }

  /// The probability that one of a paper's tags is wrong, as if they were independent.
  static func tagRisk(_ tags: [LabelScore]) -> Double { 1 - tags.reduce(1) { $0 * $1.probability.rawValue } }
}
