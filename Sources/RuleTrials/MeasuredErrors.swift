import Foundation
import Interchange

/// How often the rules were wrong on the committed papers, with the venue that comes with the program: what
/// `papertriage selftest --format json` printed last, kept in `Measured/self-test.json`.
///
/// Copies were altered in ways that the rules' writers knew, so their share is that of known kinds of breaches, not of
/// all.
public enum MeasuredErrors {
  // A test reads it, so that a program without figures is never built unnoticed.
  /// The report; `nil` if it cannot be read.
  public static let report = try? ContractJSON.decode(
    TrialReport.self, from: Data(PackageResources.self_test_json))

  /// Returns the measured error rates of a rule as a sentence or two.
  public static func sentence(for rule: String) -> String {
    guard let result = report?.rules.first(where: { $0.rule == rule }), result.status == .measured else {
      return "Not measured."
    }
    let found = result.found
    let breaches =
      found.of == 0
      ? "No altered copy was made for it."
      : "Of \(found.of) altered copies that break it, it found \(found.count) (95% bound: at least "
        + "\(percent(found.atLeast)) of such breaches)."
    return
      "\(breaches) Of \(result.legal.papers) legal papers, \(alarms(result.legal)); of \(result.otherCopies.papers) "
      + "copies altered in something else, \(alarms(result.otherCopies))."
  }

  private static func alarms(_ alarms: TrialReport.FalseAlarms) -> String {
    guard alarms.count > 0 else { return "none was accused (95% bound: below \(percent(alarms.atMost)))" }
    let parts = [(alarms.fail, "failed"), (alarms.look, "called for a look"), (alarms.couldNotCheck, "not checked")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      + " (95% bound: below \(percent(alarms.atMost)))"
  }

  private static func percent(_ share: Double) -> String { "\(Double((share * 1000).rounded()) / 10)%" }
}
