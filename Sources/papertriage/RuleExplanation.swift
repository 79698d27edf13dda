import RuleTrials
import SubmissionChecks

/// What `check --explain` says of a rule.
enum RuleExplanation {
  /// The documentation of a rule, or the list of all.
  static func text(for id: String) -> String {
    guard let rule = SubmissionChecker.rule(id) else {
      return SubmissionChecker.allRules.map { "\($0.id)\n    \($0.summary)" }.joined(separator: "\n")
    }
    return """
      \(rule.id)

      Rule:    \(rule.summary)
      Method:  \(rule.method)
      Source:  \(rule.source)
      Errors:  \(MeasuredErrors.sentence(for: rule.id))
      """
  }
}
