/// How often each rule was wrong when it was measured with `tools/measure-checks`; see DECISIONS.md.
public enum MeasuredErrors {
  /// Returns the measured error rates of a rule as a sentence.
  public static func sentence(for rule: String) -> String {
    "Not measured yet."
  }
}
