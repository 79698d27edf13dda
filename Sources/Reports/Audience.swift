/// Who reads a report.
public enum Audience: String, Hashable, Sendable, Codable, CaseIterable {
  /// Readers who must not learn who the authors are: area chairs and reviewers of a double-blind venue.
  case blind
  /// Chairs, who see authors, file names and the evidence of identity.
  case chair
}
