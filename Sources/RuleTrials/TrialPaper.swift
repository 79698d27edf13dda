import Papers
import SubmissionChecks
import Venues

/// A paper made for measuring the rules: a legal one, or a copy of which it is known what was altered. One row of a
/// set's `manifest.ndjson`.
public struct TrialPaper: Hashable, Sendable, Codable {
  /// The file's name.
  public var file: String
  /// Which half of the legal papers' options it was set with (`tuning`, `held-out`), or `altered`.
  public var set: String
  /// The rule that must say something; `nil` if no rule may.
  public var rule: String?
  /// What was altered.
  public var alteration: String?
  /// How large the change is.
  public var size: String?
  /// How gravely the rule must speak: `look` or `fail`.
  public var expected: Verdict?
  /// The page that was altered, from 1; `nil` where the change is not one page's.
  public var page: Int?
  /// Rules that the change may touch besides; `*` for all.
  public var also: [String]?
  /// The authors that the submission system knows.
  public var authors: [String]?
  /// When it was handed in, in seconds from the beginning of the last minute before the deadline.
  public var secondsAfterDeadline: Int?
  /// By how many megabytes of 1,000,000 bytes the file is made larger than the call allows; whatever that is.
  public var megabytesOverLimit: Double?

  /// Makes a row.
  public init(
    file: String, set: String, rule: String? = nil, alteration: String? = nil, size: String? = nil,
    expected: Verdict? = nil, page: Int? = nil, also: [String]? = nil
  ) {
    self.file = file
    self.set = set
    self.rule = rule
    self.alteration = alteration
    self.size = size
    self.expected = expected
    self.page = page
    self.also = also
  }

  /// Whether the paper as a whole is legal.
  public var isLegal: Bool { self.set != "altered" }

  /// Whether a rule has nothing to say about it.
  public func keeps(_ rule: String) -> Bool {
    rule != self.rule && also?.contains { $0 == rule || $0 == "*" } != true
  }

  /// What the submission system of a venue would know of it.
  public func record(for venue: Venue) -> SubmissionRecord {
    SubmissionRecord(
      authors: authors ?? [],
      submittedAt: secondsAfterDeadline.flatMap { venue.submissionTime(secondsFromDeadline: $0) })
  }
}
