import Foundation
import Papers

/// What a report shows if it is known, beyond the assessments: thresholds, words that speak for a tag, page pictures.
///
/// Papers are named by their place among the assessments, from 0. What is not given is not shown, never guessed.
public struct ReportSupplement: Sendable {
  /// From which probability on a label is assigned.
  public var thresholds: LabelThresholds
  /// The words of a paper that speak for and against its tags.
  public var contributions: [Int: [WordContribution]]
  /// The picture of a paper's first page.
  public var pictures: [Int: PagePicture]
  /// A sentence at the head of the report, such as that a run was interrupted.
  public var notice: String?

  /// Makes a supplement; all of it may be missing.
  public init(
    thresholds: LabelThresholds = LabelThresholds(), contributions: [Int: [WordContribution]] = [:],
    pictures: [Int: PagePicture] = [:], notice: String? = nil
  ) {
    self.thresholds = thresholds
    self.contributions = contributions
    self.pictures = pictures
    self.notice = notice
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

/// How much a stretch of an abstract adds to the score of one label, or takes from it.
public struct WordContribution: Hashable, Sendable {
  /// Which of the venue's labels; a topic and a group may have the same id.
  public enum Label: Hashable, Sendable {
    /// A topic by its id.
    case topic(String)
    /// A group by its id.
    case group(String)
  }

  /// The label.
  public let label: Label
  /// The stretch of the assessment's abstract, in Unicode scalars.
  public let range: Range<Int>
  /// The part of the label's score (log odds) that comes from the stretch; negative if it speaks against.
  public let weight: Double

  /// Makes a contribution.
  public init(label: Label, range: Range<Int>, weight: Double) {
    self.label = label
    self.range = range
    self.weight = weight
  }
}

/// A picture of a paper's first page.
public struct PagePicture: Hashable, Sendable {
  /// Where the picture is.
  public enum Content: Hashable, Sendable {
    /// In the report itself.
    case png(Data)
    /// In the report itself.
    case jpeg(Data)
    /// A file of the folder `pages/` beside the report, by its bare name.
    case file(named: String)
  }

  /// What is done about the author block.
  public enum AuthorBlock: Hashable, Sendable {
    /// It is covered; only such a picture gets into a report for blind readers.
    case masked
    /// It can be read.
    case visible
  }

  /// Where the picture is.
  public let content: Content
  /// What is done about the author block.
  public let authorBlock: AuthorBlock

  /// Makes a picture.
  public init(_ content: Content, authorBlock: AuthorBlock) {
    self.content = content
    self.authorBlock = authorBlock
  }
}
