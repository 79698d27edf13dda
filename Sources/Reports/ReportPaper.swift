import Foundation
import Papers

/// One paper in the report's data. Short lists of numbers in the venue's order, because 3,000 papers have 69,000
/// probabilities and 75,000 findings, nearly all of which passed.
struct ReportPaper: Encodable {
  /// The largest number of Unicode scalars that a report shows of a text. Abstracts of real papers stay under 4,000.
  enum Limit {
    static let title = 500
    static let abstract = 10_000
    static let other = 1_000
  }

  /// A finding that a person may want to see.
  struct OpenFinding: Encodable {
    let rule: String
    let verdict: Verdict
    let message: String
    let page: Int?
    let evidence: String?
    let chairsOnly: Bool?
  }

  /// The words that speak for and against one label: start, end (UTF-16 units of `abstract`) and weight.
  struct Marks: Encodable {
    let kind: String
    let label: Int
    let words: [[Double]]
  }

  let id: String?
  let file: String?
  let authors: [String]?
  let title: String?
  let abstract: String?
  let keywords: [String]
  let pageCount: Int?
  let primary: Int?
  let topics: [Double]
  let groups: [Double]
  let assignedTopics: [Int]
  let assignedGroups: [Int]
  let scope: Scope?
  let needsReview: Bool
  let reasons: [ReviewReason]
  let warnings: [ExtractionWarning]
  let error: String?
  let verdict: Verdict?
  let findings: [OpenFinding]
  let passed: [String]
  let notApplicable: [String]
  let why: String?
  let picture: ReportPicture?
  let marks: [Marks]?

  init(_ row: ReportRow, labels: ReportLabels, why: String?, picture: PagePicture?) {
    let facts = row.facts
    let abstract = facts.abstract.map { ShownText($0.text, limit: Limit.abstract) }
    func shown(_ text: String) -> String { ShownText(text, limit: Limit.other).text }
    id = facts.id.map { shown($0.rawValue) }
    file = row.file.map(shown)
    authors = row.authors?.map(shown)
    title = facts.title.map { ShownText($0.text, limit: Limit.title).text }
    self.abstract = abstract?.text
    keywords = facts.keywords.prefix(40).map(shown)
    pageCount = facts.pageCount
    primary = labels.topics.firstIndex { $0.id == facts.primary }
    topics = Self.probabilities(of: labels.topics, in: facts.topics)
    groups = Self.probabilities(of: labels.groups, in: facts.groups)
    assignedTopics = Self.assigned(of: labels.topics, in: facts.topics)
    assignedGroups = Self.assigned(of: labels.groups, in: facts.groups)
    scope = facts.scope
    needsReview = facts.needsReview
    reasons = facts.reviewReasons
    warnings = facts.warnings
    error = facts.error.map(shown)
    verdict = row.findings.gravestVerdict
    findings = row.findings.filter(\.isOpen).map {
      OpenFinding(
        rule: $0.rule, verdict: $0.verdict, message: shown($0.message), page: $0.page,
        evidence: $0.evidence.map(shown), chairsOnly: $0.visibility == .chair ? true : nil)
    }
    passed = row.findings.filter { $0.verdict == .pass }.map(\.rule)
    notApplicable = row.findings.filter { $0.verdict == .notApplicable }.map(\.rule)
    self.why = why.map(shown)
    self.picture = picture.flatMap { ReportPicture($0, forBlindReaders: row.authors == nil) }
    marks = Marks.all(Self.contributions(of: facts), of: facts.abstract, shown: abstract, labels: labels)
  }

  private static func probabilities(of labels: [ReportLabels.Label], in scores: [LabelScore]) -> [Double] {
    guard !scores.isEmpty else { return [] }
    let values = Dictionary(scores.map { ($0.id, $0.probability) }, uniquingKeysWith: { first, _ in first })
    return labels.map { values[$0.id]?.rounded ?? 0 }
  }

  /// The contributions to tags that the paper has; a chair may have taken one away.
  private static func contributions(of facts: PaperFacts) -> [WordContribution] {
    let topics = Set(facts.topics.filter(\.assigned).map { VenueLabel.topic($0.id) })
    let groups = Set(facts.groups.filter(\.assigned).map { VenueLabel.group($0.id) })
    return facts.contributions.filter { topics.contains($0.label) || groups.contains($0.label) }
  }

  private static func assigned(of labels: [ReportLabels.Label], in scores: [LabelScore]) -> [Int] {
    let assigned = Set(scores.filter(\.assigned).map(\.id))
    return labels.indices.filter { assigned.contains(labels[$0].id) }
  }
}

extension ReportPaper.Marks {
  /// Brings contributions from places of the assessment's abstract to places of the shown one, one item a label.
  fileprivate static func all(
    _ contributions: [WordContribution], of masked: MaskedText?, shown: ShownText?, labels: ReportLabels
  ) -> [Self]? {
    guard let masked, let shown, !contributions.isEmpty else { return nil }
    func words(_ label: VenueLabel) -> [[Double]] {
      contributions.filter { $0.label == label }.sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap {
        let start = shown.place(ofScalar: masked.offset(of: $0.range.lowerBound))
        let end = shown.place(ofScalar: masked.offset(of: $0.range.upperBound))
        return start < end ? [Double(start), Double(end), ($0.weight * 1_000).rounded() / 1_000] : nil
      }
    }
    let topics = labels.topics.indices.map {
      Self(kind: "topics", label: $0, words: words(.topic(labels.topics[$0].id)))
    }
    let groups = labels.groups.indices.map {
      Self(kind: "groups", label: $0, words: words(.group(labels.groups[$0].id)))
    }
    return (topics + groups).filter { !$0.words.isEmpty }
  }
}
