import Foundation
import Papers
import Triage

/// What a report shows if it is known, beyond the assessments: thresholds, page pictures, what has changed.
///
/// Papers are named by their place among the assessments, from 0. What is not given is not shown, never guessed.
public struct ReportSupplement: Sendable {
  /// From which probability on a label is assigned.
  public var thresholds: LabelThresholds
  /// The picture of a paper's first page.
  public var pictures: [Int: PagePicture]
  /// What was different when the submissions last changed; `nil` if they never did.
  public var changes: ChangeSet?
  /// A sentence at the head of the report, such as that a run was interrupted.
  public var notice: String?
  /// What the line of the review rule promises, if the user set one.
  public var reviewNote: String?
  /// That the batch is unlike what the model knows, in a sentence.
  public var warning: String?
  /// Between how many papers each label probably has.
  public var likelyPapers: LikelyPapers

  /// Makes a supplement; all of it may be missing.
  public init(
    thresholds: LabelThresholds = LabelThresholds(), pictures: [Int: PagePicture] = [:],
    changes: ChangeSet? = nil, notice: String? = nil, reviewNote: String? = nil,
    warning: String? = nil, likelyPapers: LikelyPapers = LikelyPapers()
  ) {
    self.thresholds = thresholds
    self.pictures = pictures
    self.changes = changes
    self.notice = notice
    self.reviewNote = reviewNote
    self.warning = warning
    self.likelyPapers = likelyPapers
  }
}

/// Between how many papers of a batch each label probably has, by id, by the batch's own frequencies.
public struct LikelyPapers: Hashable, Sendable {
  /// The topics' ranges.
  public var topics: [String: ClosedRange<Double>]
  /// The groups' ranges.
  public var groups: [String: ClosedRange<Double>]

  /// Makes ranges; a label without one is shown without.
  public init(topics: [String: ClosedRange<Double>] = [:], groups: [String: ClosedRange<Double>] = [:]) {
    self.topics = topics
    self.groups = groups
  }
}

/// From which probability on each label is assigned, by id.
public struct LabelThresholds: Sendable {
  /// The topics' thresholds.
  public var topics: [String: Probability]
  /// The groups' thresholds.
  public var groups: [String: Probability]

  /// Makes thresholds; a label without one is shown without a mark.
  public init(topics: [String: Probability] = [:], groups: [String: Probability] = [:]) {
    self.topics = topics
    self.groups = groups
  }
}
