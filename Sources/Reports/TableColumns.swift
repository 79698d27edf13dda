import Interchange
import Papers
import Venues

/// The columns of `papers.csv`. They follow from the venue alone, never from the papers.
struct TableColumns: Sendable {
  private let topics: [String]
  private let groups: [String]

  init(venue: Venue) {
    topics = venue.topics.map(\.id)
    groups = venue.groups.map(\.id)
  }

  /// The first line. `extra` are columns at the end that only some readers get.
  func header(and extra: [String] = []) -> String {
    CSVText.row(names + extra)
  }

  private var names: [String] {
    ["id", "file", "title", "primary", "topics", "groups", "scope", "needs_review", "review_reasons", "page_count"]
      + ["verdict", "findings", "warnings", "error"]
      + topics.map { "p_topic_\($0)" } + groups.map { "p_group_\($0)" }
  }

  func row(_ facts: PaperFacts, file: String, findings: [Finding], and extra: [String] = []) -> String {
    let fields: [String] = [
      facts.id?.rawValue ?? "",
      file,
      facts.title?.text ?? "",
      facts.primary ?? "",
      joined(facts.topics.filter(\.assigned).map(\.id)),
      joined(facts.groups.filter(\.assigned).map(\.id)),
      facts.scope?.verdict.rawValue ?? "",
      facts.needsReview ? "yes" : "no",
      joined(facts.reviewReasons.map(\.rawValue)),
      facts.pageCount.map(String.init) ?? "",
      findings.gravestVerdict?.rawValue ?? "",
      joined(findings.filter(\.isOpen).map { "\($0.rule):\($0.verdict.rawValue)" }),
      joined(facts.warnings.map(\.rawValue)),
      facts.error ?? "",
    ]
    return CSVText.row(
      fields + probabilities(of: topics, in: facts.topics) + probabilities(of: groups, in: facts.groups) + extra)
  }

  private func joined(_ items: [String]) -> String { items.joined(separator: ";") }

  private func probabilities(of ids: [String], in scores: [LabelScore]) -> [String] {
    let values = Dictionary(scores.map { ($0.id, $0.probability) }, uniquingKeysWith: { first, _ in first })
    return ids.map { id in values[id].map(Self.decimal) ?? "" }
  }

  /// At most six decimals and never an exponent, which spreadsheets of some countries take for text.
  private static func decimal(_ probability: Probability) -> String {
    let millionths = Int((probability.rawValue * 1_000_000).rounded())
    guard millionths > 0, millionths < 1_000_000 else { return millionths == 0 ? "0" : "1" }
    let digits = String(millionths + 1_000_000).dropFirst()
    return "0." + String(digits.reversed().drop { $0 == "0" }.reversed())
  }
}
