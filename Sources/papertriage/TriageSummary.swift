import Submissions
import TopicClassification
import Triage
import TriagePipeline
import Venues

/// What a chair reads on the terminal when a run is done.
struct TriageSummary {
  let text: String

  init(_ outcome: TriagePipeline.Outcome, venue: Venue, list: SubmissionList, folder: String, reviewNote: String? = nil)
  {
    let assessments = outcome.assessments
    let unreadable = assessments.count { $0.failure != nil } + list.unreadable.count
    let withoutID = assessments.filter { $0.id == nil }
    var lines = ["\(Self.number(assessments.count, "paper")); \(Self.sentence(for: outcome.attention.chair))"]
    let blind = outcome.attention.blind.total
    if blind != outcome.attention.chair.total {
      lines.append(
        "These are the papers of chair/report.html; report.html hides what tells authors and lists \(blind).")
    }
    if let reviewNote { lines.append(reviewNote) }
    if let warning = outcome.batch?.warning { lines.append(warning) }
    if unreadable > 0 { lines.append("\(Self.number(unreadable, "input")) could not be read (named below).") }
    if list.otherFileCount > 0 { lines.append("\(Self.number(list.otherFileCount, "other file")) passed over.") }
    if !withoutID.isEmpty {
      lines.append(
        "No certain paper id, so no row in hotcrp-tags.csv: " + withoutID.map(\.key).joined(separator: ", "))
    }
    if let changes = outcome.changes { lines.append(Self.sentence(for: changes)) }
    lines.append("")
    lines += Self.topicTable(assessments, venue: venue, batch: outcome.batch)
    lines.append("")
    lines.append("Results in \(folder): " + (ResultWriter.files + ["triage.sqlite"]).joined(separator: ", "))
    text = lines.map(\.safeForTerminal).joined(separator: "\n")
  }

  private static func topicTable(_ assessments: [Assessment], venue: Venue, batch: BatchReport?) -> [String] {
    let assigned = assessments.flatMap { $0.prediction?.topics.filter(\.assigned).map(\.id) ?? [] }
    let counts = Dictionary(assigned.map { ($0, 1) }, uniquingKeysWith: +)
    let shares = Dictionary(
      (batch?.topics ?? []).map { ($0.id, $0.estimate) }, uniquingKeysWith: { first, _ in first })
    let papers = Double(batch?.papers ?? 0)
    let rows = venue.topics.map { topic in
      let likely = shares[topic.id].map { estimate in
        " (probably \(Int((estimate.low * papers).rounded())) to \(Int((estimate.high * papers).rounded())))"
      }
      return (count: counts[topic.id] ?? 0, name: topic.name + (likely ?? ""))
    }
    let width = rows.map { String($0.count).count }.max() ?? 1
    return ["Papers per topic:"]
      + rows.map { row in
        let number = String(row.count)
        return "  " + String(repeating: " ", count: width - number.count) + number + "  " + row.name
      }
  }

  /// How many papers are for a person, and on what grounds.
  private static func sentence(for attention: AttentionCounts) -> String {
    guard attention.total > 0 else { return "none for a person to look at." }
    let parts = [
      (attention.unreadable, "that could not be read", "that could not be read"),
      (attention.doubtful, "with doubtful text or tags", "with doubtful text or tags"),
      (attention.breakingRule, "that breaks a rule", "that break a rule"),
      (attention.toLookAt, "in which a rule asks for a look", "in which a rule asks for a look"),
    ].filter { $0.0 > 0 }
    let words = parts.map { count, one, several in "\(count) \(count == 1 ? one : several)" }
    let isSeveral = parts.map(\.0).reduce(0, +) > attention.total
    return "\(attention.total) for a person to look at: " + words.joined(separator: ", ")
      + (isSeveral ? " (some on more than one ground)." : ".")
  }

  /// The most papers that are named of one kind of change.
  private static let mostNamed = 10

  private static func sentence(for changes: ChangeSet) -> String {
    let parts = [("added", changes.added), ("changed", changes.changed), ("withdrawn", changes.withdrawn)]
      .filter { !$0.1.isEmpty }.map { "\($0.1.count) \($0.0) (\(named($0.1)))" }
    return parts.isEmpty
      ? "Nothing has changed since the last run." : "Since the last run: " + parts.joined(separator: "; ") + "."
  }

  private static func named(_ keys: [String]) -> String {
    let rest = keys.count - mostNamed
    return keys.prefix(mostNamed).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
