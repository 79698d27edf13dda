import Evaluation
import Papers

/// What a model says of a paper, beside what is true.
public struct JudgedPaper: Sendable {
  /// The paper.
  public let paper: LabelledPaper
  /// What the model says.
  public let prediction: TopicPrediction
  /// The lowest share of mistakes, of those a user may ask for, at which nobody needs to look at the paper; infinite if
  /// a person always does, `nil` if the model has no table of them.
  public let lowestUnseenShare: Double?

  /// Topics, then groups.
  public var example: JudgedExample {
    let scores = prediction.topics + prediction.groups
    return JudgedExample(
      probabilities: scores.map(\.probability.rawValue), assigned: scores.map(\.assigned), truth: paper.truth)
  }

  /// Whether the predicted primary topic is the paper's; `nil` if the paper's is not known.
  public var isPrimaryRight: Bool? {
    paper.primary.map { prediction.primary == prediction.topics[$0].id }
  }
}
