import Interchange
import Papers
import Triage
import Venues

/// `hotcrp-tags.csv`: the tags as HotCRP's bulk assignment reads them.
///
/// All our tags begin with one prefix; only those are cleared, and only on the papers of this run, so that a chair's
/// own tags and earlier papers stay as they are. A tag's value is the probability in hundredths, so that
/// `order:pt-topic-mlops` sorts. Tags with `~~` are seen by chairs alone.
public struct HotCRPTags: Sendable {
  private let topicTags: [String]
  private let groupTags: [String]
  private let prefix: String

  /// Makes the tags of a venue.
  ///
  /// - Parameter prefix: What every tag begins with; it must begin with a letter.
  public init(venue: Venue, prefix: String = "pt") {
    self.prefix = prefix
    topicTags = venue.topics.map(\.id)
    groupTags = venue.groups.map(\.id)
  }

  private var reviewTag: String { "~~\(prefix)-look" }

  /// The whole file; papers without a certain id have no row.
  public func text(for assessments: [Assessment]) -> String {
    let tagged = assessments.compactMap { assessment in assessment.id.map { (id: $0, assessment: assessment) } }
    var text = CSVText.row(["paper", "action", "tag", "tag_value"])
    guard !tagged.isEmpty else { return text }
    let papers = tagged.map(\.id.rawValue).joined(separator: " ")
    let ours = topicTags.map { "\(prefix)-topic-\($0)" } + groupTags.map { "\(prefix)-group-\($0)" } + [reviewTag]
    for tag in ours { text += CSVText.row([papers, "cleartag", tag, ""]) }
    for (id, assessment) in tagged {
      for (kind, scores) in [("topic", assessment.prediction?.topics), ("group", assessment.prediction?.groups)] {
        for score in scores ?? [] where score.assigned {
          text += CSVText.row([id.rawValue, "tag", "\(prefix)-\(kind)-\(score.id)", hundredths(score.probability)])
        }
      }
      if assessment.decision.needsReview { text += CSVText.row([id.rawValue, "tag", reviewTag, "1"]) }
    }
    return text
  }

  private func hundredths(_ probability: Probability) -> String {
    String(Int((probability.rawValue * 100).rounded()))
  }
}
