/// What the submission system knows of one submission and checks need.
public struct SubmissionRecord: Hashable, Sendable, Codable {
  /// The names of the authors, to be looked for in an anonymous paper.
  public var authors: [String]
  /// When the paper was handed in, as the export gives it; dates of files prove nothing.
  public var submittedAt: String?

  /// Makes a record.
  public init(authors: [String] = [], submittedAt: String? = nil) {
    self.authors = authors
    self.submittedAt = submittedAt
  }

  /// What is known of a submission that no export mentions.
  public static let unknown = SubmissionRecord()
}
