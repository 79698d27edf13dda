import Papers

/// A row of `papertriage classify`: the paper's id beside what the classifier says.
public struct ClassifiedPaper: Sendable {
  private let id: String
  private let prediction: TopicPrediction

  /// Puts both together.
  public init(id: String, prediction: TopicPrediction) {
    self.id = id
    self.prediction = prediction
  }

  /// Appends the row with its line feed: the keys of the prediction and `id`, sorted.
  public func append(to json: inout JSONBytes) {
    json.append(syntax: #"{"groups":"#)
    Self.append(prediction.groups, to: &json)
    json.append(syntax: #","id":"#)
    json.append(id)
    json.append(syntax: #","needs_review":"#)
    json.append(prediction.needsReview)
    json.append(syntax: #","primary":"#)
    json.append(prediction.primary)
    json.append(syntax: #","review_reasons":["#)
    for (index, reason) in prediction.reviewReasons.enumerated() {
      if index > 0 { json.append(syntax: ",") }
      json.append(reason.rawValue)
    }
    json.append(syntax: #"],"scope":{"probability":"#)
    json.append(prediction.scope.probability)
    json.append(syntax: #","verdict":"#)
    json.append(prediction.scope.verdict.rawValue)
    json.append(syntax: #"},"topics":"#)
    Self.append(prediction.topics, to: &json)
    json.append(syntax: "}\n")
  }

  private static func append(_ scores: [LabelScore], to json: inout JSONBytes) {
    json.append(syntax: "[")
    for (index, score) in scores.enumerated() {
      json.append(syntax: index > 0 ? #",{"assigned":"# : #"{"assigned":"#)
      json.append(score.assigned)
      json.append(syntax: #","id":"#)
      json.append(score.id)
      json.append(syntax: #","probability":"#)
      json.append(score.probability)
      json.append(syntax: "}")
    }
    json.append(syntax: "]")
  }
}
