import Papers
import Triage

extension AttentionCounts {
  /// Counts the papers of a report's list for a person.
  init(of list: PersonList, among rows: [ReportRow]) {
    let listed = list.entries.map { rows[$0.paper] }
    self.init(
      total: listed.count,
      unreadable: listed.count { $0.facts.error != nil },
      doubtful: listed.count { $0.facts.error == nil && !$0.facts.reviewReasons.isEmpty },
      breakingRule: listed.count { $0.findings.contains { $0.verdict == .fail } },
      toLookAt: listed.count { $0.findings.contains { $0.verdict == .look } })
  }
}
