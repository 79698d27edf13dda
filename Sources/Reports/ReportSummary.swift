import Papers

/// The numbers of a report's overview.
struct ReportSummary {
  /// One topic or group.
  struct Demand {
    let label: ReportLabels.Label
    /// How many papers have the tag.
    let papers: Int
    /// How many papers would carry it if people looked at all: the sum of the calibrated probabilities.
    let expected: Double
  }

  /// One rule that is open in some paper.
  struct Rule {
    let id: String
    let counts: [Verdict: Int]
    var total: Int { counts.values.reduce(0, +) }
  }

  /// One reason for a person to look.
  struct Reason {
    let reason: ReviewReason
    let papers: Int
  }

  let paperCount: Int
  let unreadableCount: Int
  let personCount: Int
  let needsReviewCount: Int
  let failCount: Int
  let untaggedCount: Int
  /// The most frequent first.
  let topics: [Demand]
  let groups: [Demand]
  /// The gravest first: by papers that break the rule, then by those to look at.
  let rules: [Rule]
  /// The rules that were applied and are open nowhere.
  let quietRuleCount: Int
  /// The most frequent first.
  let reasons: [Reason]

  init(of rows: [ReportRow], list: PersonList, labels: ReportLabels) {
    paperCount = rows.count
    unreadableCount = rows.count { $0.facts.error != nil }
    personCount = list.entries.count
    needsReviewCount = rows.count { $0.facts.needsReview }
    failCount = rows.count { $0.findings.gravestVerdict == .fail }
    untaggedCount = rows.count { $0.facts.primary == nil }
    topics = Self.demand(for: labels.topics, in: rows.map(\.facts.topics))
    groups = Self.demand(for: labels.groups, in: rows.map(\.facts.groups))
    let findings = Dictionary(grouping: rows.flatMap(\.findings), by: \.rule)
    let rules = findings.map { rule, findings in
      Rule(id: rule, counts: Dictionary(grouping: findings.filter(\.isOpen), by: \.verdict).mapValues(\.count))
    }
    self.rules = rules.filter { $0.total > 0 }.sorted { $0.order < $1.order }
    quietRuleCount = rules.count { $0.total == 0 }
    let reasons = rows.flatMap(\.facts.reviewReasons)
    self.reasons = ReviewReason.allCases.map { reason in
      Reason(reason: reason, papers: reasons.count { $0 == reason })
    }.filter { $0.papers > 0 }.enumerated()
      .sorted { (-$0.element.papers, $0.offset) < (-$1.element.papers, $1.offset) }.map(\.element)
  }

  private static func demand(for labels: [ReportLabels.Label], in scores: [[LabelScore]]) -> [Demand] {
    var papers: [String: Int] = [:]
    var expected: [String: Double] = [:]
    for score in scores.joined() {
      if score.assigned { papers[score.id, default: 0] += 1 }
      expected[score.id, default: 0] += score.probability.rounded
    }
    return labels.map { Demand(label: $0, papers: papers[$0.id] ?? 0, expected: expected[$0.id] ?? 0) }.enumerated()
      .sorted {
        (-$0.element.papers, -$0.element.expected, $0.offset) < (-$1.element.papers, -$1.element.expected, $1.offset)
      }
      .map(\.element)
  }
}

extension ReportSummary.Rule {
  fileprivate var order: (Int, Int, Int, String) {
    (-(counts[.fail] ?? 0), -(counts[.look] ?? 0), -(counts[.couldNotCheck] ?? 0), id)
  }
}
