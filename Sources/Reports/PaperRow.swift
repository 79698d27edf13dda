import Papers
import Triage

/// One submission as `papers.ndjson` gives it: safe for readers who must not know the authors.
///
/// It has no authors, no identity evidence, and no file name where an id is known.
public struct PaperRow: Encodable {
  private let id: PaperID?
  private let file: String?
  private let title: String?
  private let abstract: String?
  private let keywords: [String]
  private let pageCount: Int?
  private let primary: String?
  private let topics: [LabelScore]
  private let groups: [LabelScore]
  private let scope: Scope?
  private let needsReview: Bool
  private let reviewReasons: [ReviewReason]
  private let findings: [Finding]
  private let warnings: [ExtractionWarning]
  private let error: String?

  /// Makes the row of an assessment.
  public init(_ assessment: Assessment) {
    let paper = assessment.paper
    id = assessment.id
    file = assessment.id == nil ? assessment.file : nil
    title = assessment.title
    abstract = assessment.abstract
    keywords = paper?.keywords ?? []
    pageCount = paper?.pageCount
    primary = assessment.prediction?.primary
    topics = assessment.prediction?.topics ?? []
    groups = assessment.prediction?.groups ?? []
    scope = assessment.prediction?.scope
    needsReview = assessment.decision.needsReview
    reviewReasons = assessment.decision.reasons
    findings = assessment.findings.filter { $0.visibility == .all }
    warnings = paper?.warnings ?? []
    error = assessment.failure?.sentence
  }

  private enum CodingKeys: String, CodingKey {
    case id, file, title, abstract, keywords, pageCount, primary, topics, groups, scope, needsReview, reviewReasons
    case findings, warnings, error
  }

  /// Writes every key, null where there is nothing; `error` only where there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(file, forKey: .file)
    try container.encode(title, forKey: .title)
    try container.encode(abstract, forKey: .abstract)
    try container.encode(keywords, forKey: .keywords)
    try container.encode(pageCount, forKey: .pageCount)
    try container.encode(primary, forKey: .primary)
    try container.encode(topics, forKey: .topics)
    try container.encode(groups, forKey: .groups)
    try container.encode(scope, forKey: .scope)
    try container.encode(needsReview, forKey: .needsReview)
    try container.encode(reviewReasons, forKey: .reviewReasons)
    try container.encode(findings, forKey: .findings)
    try container.encode(warnings, forKey: .warnings)
    try container.encodeIfPresent(error, forKey: .error)
  }
}
