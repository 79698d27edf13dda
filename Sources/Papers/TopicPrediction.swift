/// What the classifier says of one paper: every topic and every group of the venue, in the venue's order.
public struct TopicPrediction: Hashable, Sendable, Codable {
  /// The most probable assigned topic; `nil` if none is assigned.
  public var primary: String?
  /// One score for each topic of the venue, in its order.
  public var topics: [LabelScore]
  /// One score for each group of the venue, in its order.
  public var groups: [LabelScore]
  /// Whether the paper is one that the call asks for.
  public var scope: Scope
  /// Whether a person should look before the tags are used.
  public var needsReview: Bool
  /// Why a person should look; empty if not.
  public var reviewReasons: [ReviewReason]

  /// Makes a prediction; `primary` follows from the topics.
  public init(topics: [LabelScore], groups: [LabelScore], scope: Scope, reviewReasons: [ReviewReason]) {
    // `max(by:)` would give the last of equals; the venue's order decides instead.
    primary =
      topics.filter(\.assigned).reduce(nil as LabelScore?) { best, score in
        guard let best, best.probability >= score.probability else { return score }
        return best
      }?.id
    self.topics = topics
    self.groups = groups
    self.scope = scope
    self.needsReview = !reviewReasons.isEmpty
    self.reviewReasons = reviewReasons
  }

  /// Writes every key; `primary` is null where no topic is assigned.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(primary, forKey: .primary)
    try container.encode(topics, forKey: .topics)
    try container.encode(groups, forKey: .groups)
    try container.encode(scope, forKey: .scope)
    try container.encode(needsReview, forKey: .needsReview)
    try container.encode(reviewReasons, forKey: .reviewReasons)
  }
}

/// The probability that a paper has one label, and whether it is given that label.
public struct LabelScore: Hashable, Sendable, Codable {
  /// The topic's or group's id in the venue.
  public var id: String
  /// The calibrated probability.
  public var probability: Probability
  /// Whether the paper is given the label: its probability reaches the label's threshold, or it is the most probable
  /// topic of a paper that reaches none.
  public var assigned: Bool

  /// Makes a score.
  public init(id: String, probability: Probability, assigned: Bool) {
    self.id = id
    self.probability = probability
    self.assigned = assigned
  }
}

/// Whether a paper is one that the call asks for. Being out is a reason to look, never to refuse.
public struct Scope: Hashable, Sendable, Codable {
  /// The three answers.
  public enum Verdict: String, Hashable, Sendable, Codable {
    case inScope = "in"
    case doubtful
    case outOfScope = "out"
  }

  /// The answer.
  public var verdict: Verdict
  /// The calibrated probability that the paper carries at least one topic.
  public var probability: Probability

  /// Makes an answer.
  public init(verdict: Verdict, probability: Probability) {
    self.verdict = verdict
    self.probability = probability
  }
}

/// Why a person should look at a paper's tags.
public enum ReviewReason: String, Hashable, Sendable, Codable, CaseIterable {
  /// The file could not be read, so there is nothing to classify.
  case unreadable
  /// There is no title and no abstract.
  case noText = "no-text"
  /// There is no abstract; the tags rest on the title.
  case noAbstract = "no-abstract"
  /// The abstract has fewer than 40 words.
  case shortAbstract = "short-abstract"
  /// The text does not look like English.
  case notEnglish = "not-english"
  /// Title or abstract were extracted with doubts.
  case extractionDoubtful = "extraction-doubtful"
  /// A label's probability is close to its threshold.
  case closeCall = "close-call"
  /// No topic is assigned.
  case noTopic = "no-topic"

  /// The reason as half a line for a list.
  public var sentence: String {
    switch self {
    case .unreadable: "The file could not be read."
    case .noText: "There is no text to classify."
    case .noAbstract: "There is no abstract; the tags rest on the title alone."
    case .shortAbstract: "The abstract has fewer than 40 words."
    case .notEnglish: "The text does not look like English."
    case .extractionDoubtful: "Title or abstract may have been extracted wrongly."
    case .closeCall: "A topic is close to its threshold."
    case .noTopic: "No topic of the call fits."
    }
  }
}
