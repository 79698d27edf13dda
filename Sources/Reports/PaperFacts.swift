import Papers
import Triage

/// What every reader of a row gets. It cannot hold authors or a finding; a blind row's texts are masked.
struct PaperFacts: Encodable {
  let id: PaperID?
  let title: MaskedText?
  let abstract: MaskedText?
  let keywords: [String]
  let pageCount: Int?
  let primary: String?
  let topics: [LabelScore]
  let groups: [LabelScore]
  let scope: Scope?
  let needsReview: Bool
  let reviewReasons: [ReviewReason]
  /// Whether a chair has said that a person looked; findings stay, but the paper is on no list of things to do.
  let isReviewed: Bool
  /// The words of the abstract that speak for and against its tags.
  let contributions: [WordContribution]
  let warnings: [ExtractionWarning]
  let error: String?

  init(_ assessment: Assessment, hiding identities: Identities) {
    let paper = assessment.paper
    id = assessment.id
    title = assessment.title.map(identities.masked)
    abstract = assessment.abstract.map(identities.masked)
    keywords = (paper?.keywords ?? []).map { identities.masked($0).text }
    pageCount = paper?.pageCount
    primary = assessment.prediction?.primary
    topics = assessment.prediction?.topics ?? []
    groups = assessment.prediction?.groups ?? []
    scope = assessment.prediction?.scope
    needsReview = assessment.decision.needsReview
    reviewReasons = assessment.decision.reasons
    isReviewed = assessment.decision.isReviewed
    contributions = assessment.contributions
    warnings = paper?.warnings ?? []
    error = assessment.failure.map { identities.masked($0.sentence).text }
  }

  private enum CodingKeys: String, CodingKey {
    case id, title, abstract, keywords, pageCount, primary, topics, groups, scope, needsReview, reviewReasons
    case warnings, error
  }

  /// Writes every key, null where there is nothing; `error` only where there is one.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title?.text, forKey: .title)
    try container.encode(abstract?.text, forKey: .abstract)
    try container.encode(keywords, forKey: .keywords)
    try container.encode(pageCount, forKey: .pageCount)
    try container.encode(primary, forKey: .primary)
    try container.encode(topics, forKey: .topics)
    try container.encode(groups, forKey: .groups)
    try container.encode(scope, forKey: .scope)
    try container.encode(needsReview, forKey: .needsReview)
    try container.encode(reviewReasons, forKey: .reviewReasons)
    try container.encode(warnings, forKey: .warnings)
    try container.encodeIfPresent(error, forKey: .error)
  }
}
