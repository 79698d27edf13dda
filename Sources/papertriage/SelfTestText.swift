import Foundation
import Papers
import RuleTrials

/// The figures of `selftest` for people.
enum SelfTestText {
  /// The report as text.
  static func text(for report: TrialReport) -> String {
    var lines = [
      "\(report.papers) papers against the rules of \(report.venue.safeForTerminal): \(report.legalPapers) legal ones, "
        + "\(report.papers - report.legalPapers) altered copies.",
      "Bounds are exact, one-sided, 95% (Clopper and Pearson). An alarm is a look, a fail or a rule that could not check.",
      "",
    ]
    for rule in report.rules {
      guard rule.status == .measured else {
        lines.append("\(rule.rule): not measured. \(rule.reason?.safeForTerminal ?? "")")
        continue
      }
      let found =
        rule.found.of == 0
        ? "no altered copies"
        : "found \(rule.found.count) of \(rule.found.of) breaches, at least \(percent(rule.found.atLeast))"
      lines.append("\(rule.rule): \(found)")
      lines.append("  alarms on legal papers   \(alarms(rule.legal))")
      lines.append("  on copies altered in something else   \(alarms(rule.otherCopies))")
      for change in rule.changes {
        let page = change.pagesKnown == 0 ? "" : ", on its page \(change.onPage) of \(change.pagesKnown)"
        lines.append(
          "    \(padded(change.size, 15)) \(padded(change.alteration, 44)) found \(change.found.count) of \(change.found.of), "
            + "as \(change.expected.rawValue) \(change.asExpected)\(page)")
      }
    }
    if !report.surprises.isEmpty {
      lines += ["", "Otherwise than it must be:"]
      for surprise in report.surprises {
        let page = surprise.page.map { ", page \($0)" } ?? ""
        let expected = surprise.expectedPage.map { ", page \($0)" } ?? ""
        lines.append(
          "  \(surprise.file.safeForTerminal): \(surprise.rule) \(surprise.verdict.rawValue)\(page) instead of "
            + "\(surprise.expected.rawValue)\(expected): \(surprise.message.safeForTerminal)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func alarms(_ alarms: TrialReport.FalseAlarms) -> String {
    guard alarms.papers > 0 else { return "none there" }
    let kinds =
      alarms.count == 0 ? "" : " (\(alarms.fail) fail, \(alarms.look) look, \(alarms.couldNotCheck) not checked)"
    return "\(alarms.count) of \(alarms.papers)\(kinds), below \(percent(alarms.atMost))"
  }

  private static func percent(_ share: Double) -> String { String(format: "%.1f%%", 100 * share) }

  private static func padded(_ text: String, _ width: Int) -> String {
    let text = text.safeForTerminal
    return text + String(repeating: " ", count: max(width - text.count, 0))
  }
}
