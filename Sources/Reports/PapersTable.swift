import Interchange
import Papers
import Triage
import Venues

/// `papers.csv`: one row a submission for a spreadsheet, safe for readers who must not know the authors.
///
/// The columns follow from the venue alone, never from the papers.
public struct PapersTable: Sendable {
  private let topics: [String]
  private let groups: [String]

  /// Makes the table of a venue.
  public init(venue: Venue) {
    topics = venue.topics.map(\.id)
    groups = venue.groups.map(\.id)
  }

  /// The first line.
  public var header: String {
    CSVText.row(
      ["id", "file", "title", "primary", "topics", "groups", "scope", "needs_review", "review_reasons", "page_count"]
        + ["warnings", "error"] + topics.map { "p_topic_\($0)" } + groups.map { "p_group_\($0)" })
  }

  /// The line of one submission; lists are joined by a semicolon.
  public func row(for assessment: Assessment) -> String {
    let prediction = assessment.prediction
    let paper = assessment.paper
    let facts: [String] = [
      assessment.id?.rawValue ?? "",
      assessment.id == nil ? assessment.file : "",
      assessment.title ?? "",
      prediction?.primary ?? "",
      joined(prediction?.topics.filter(\.assigned).map(\.id)),
      joined(prediction?.groups.filter(\.assigned).map(\.id)),
      prediction?.scope.verdict.rawValue ?? "",
      assessment.decision.needsReview ? "yes" : "no",
      joined(assessment.decision.reasons.map(\.rawValue)),
      paper.map { String($0.pageCount) } ?? "",
      joined(paper?.warnings.map(\.rawValue)),
      assessment.failure?.sentence ?? "",
    ]
    return CSVText.row(
      facts + probabilities(of: topics, in: prediction?.topics) + probabilities(of: groups, in: prediction?.groups))
  }

  private func joined(_ items: [String]?) -> String { items?.joined(separator: ";") ?? "" }

  private func probabilities(of ids: [String], in scores: [LabelScore]?) -> [String] {
    let values = Dictionary((scores ?? []).map { ($0.id, $0.probability) }, uniquingKeysWith: { first, _ in first })
    return ids.map { id in values[id].map { String($0.rounded) } ?? "" }
  }
}
