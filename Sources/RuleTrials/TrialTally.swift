import Papers
import SubmissionChecks
import Venues

/// Counts, paper by paper, what the rules of a venue say of papers whose breaches are known.
public struct TrialTally: Sendable {
  private let rules: RuleBook
  private var read: [(paper: TrialPaper, findings: [String: Finding])] = []

  /// Begins with nothing read.
  public init(rules: RuleBook) { self.rules = rules }

  /// Takes what the checks found in a paper.
  public mutating func add(_ paper: TrialPaper, findings: [Finding]) {
    read.append((paper, Dictionary(findings.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })))
  }

  /// Sums up.
  public func report() -> TrialReport {
    let results = SubmissionChecker.allRules.map(\.id).map { (rule: result(for: $0), surprises: surprises(in: $0)) }
    return TrialReport(
      venue: rules.venue.name, papers: read.count, legalPapers: read.count { $0.paper.isLegal },
      rules: results.map(\.rule),
      surprises: results.flatMap { $0.rule.status == .measured ? $0.surprises : [] })
  }

  private func result(for rule: String) -> TrialReport.Rule {
    let verdicts = read.compactMap { read in read.findings[rule].map { (paper: read.paper, finding: $0) } }
    let broken = verdicts.filter { $0.paper.rule == rule }
    let kept = verdicts.filter { $0.paper.keeps(rule) }
    var changes: [TrialReport.Change] = []
    var names: [String] = []
    for (paper, _) in broken where !names.contains(Self.key(paper)) {
      names.append(Self.key(paper))
      changes.append(change(broken.filter { Self.key($0.paper) == Self.key(paper) }, like: paper))
    }
    var status = TrialReport.Status.measured
    var reason = unfitReason(for: rule)
    if reason != nil { status = .notMeasured }
    if !verdicts.isEmpty, verdicts.allSatisfy({ $0.finding.verdict == .notApplicable }) {
      status = .notApplicable
      reason = verdicts[0].finding.message
    }
    return TrialReport.Rule(
      rule: rule, status: status, reason: reason,
      found: TrialReport.Found(broken.count { Self.isFound($0.finding) }, of: broken.count), changes: changes,
      legal: TrialReport.FalseAlarms(kept.filter(\.paper.isLegal).map(\.finding.verdict)),
      otherCopies: TrialReport.FalseAlarms(kept.filter { !$0.paper.isLegal }.map(\.finding.verdict)))
  }

  private func change(
    _ copies: [(paper: TrialPaper, finding: Finding)], like paper: TrialPaper
  ) -> TrialReport.Change {
    let paged = copies.filter { $0.paper.page != nil }
    return TrialReport.Change(
      alteration: paper.alteration ?? "", size: paper.size ?? "", expected: paper.expected ?? .look,
      found: TrialReport.Found(copies.count { Self.isFound($0.finding) }, of: copies.count),
      asExpected: copies.count { Self.isAsExpected($0.finding, $0.paper) },
      onPage: paged.count { Self.isFound($0.finding) && $0.finding.page == $0.paper.page }, pagesKnown: paged.count)
  }

  private func surprises(in rule: String) -> [TrialReport.Surprise] {
    read.compactMap { paper, findings in
      guard let finding = findings[rule] else { return nil }
      let isBroken = paper.rule == rule
      let isWrong =
        isBroken
        ? !Self.isAsExpected(finding, paper) || (paper.page != nil && finding.page != paper.page)
        : paper.keeps(rule) && Self.isAlarm(finding)
      guard isWrong else { return nil }
      return TrialReport.Surprise(
        file: paper.file, rule: rule, alteration: paper.alteration,
        expected: isBroken ? paper.expected ?? .look : .pass,
        verdict: finding.verdict, page: finding.page, expectedPage: isBroken ? paper.page : nil,
        message: finding.message)
    }
  }

  /// Why the papers say nothing of a rule of this call; `nil` if they do.
  private func unfitReason(for rule: String) -> String? {
    let venue = rules.venue
    if rule.hasPrefix("format."), venue.template != TrialSet.template {
      return "The papers are set with \(TrialSet.template), but the call "
        + (venue.template.map { "asks for \($0)." } ?? "names no template.")
    }
    if rule == "length.pages", let limit = venue.pageLimit,
      limit.max != TrialSet.pages || !limit.excludes.contains(.references) || limit.excludes.contains(.appendix)
    {
      return "The papers keep to six pages with appendices and without references; the call asks otherwise."
    }
    return nil
  }

  private static func key(_ paper: TrialPaper) -> String { "\(paper.alteration ?? "")\n\(paper.size ?? "")" }

  private static func isFound(_ finding: Finding) -> Bool { finding.verdict == .fail || finding.verdict == .look }

  private static func isAlarm(_ finding: Finding) -> Bool {
    isFound(finding) || finding.verdict == .couldNotCheck
  }

  private static func isAsExpected(_ finding: Finding, _ paper: TrialPaper) -> Bool {
    finding.verdict == .fail || (paper.expected != .fail && finding.verdict == .look)
  }
}
