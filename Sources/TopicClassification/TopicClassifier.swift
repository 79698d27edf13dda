import Papers
import TextFeatures
import Venues

/// Gives papers the topics and groups of a venue.
public struct TopicClassifier: Sendable {
  let model: TopicModel
  let venue: Venue
  let matching: LabelMatching
  /// When a person should look; the model's own rule, unless the user asks for another share of mistakes.
  private(set) var review: ReviewPolicy
  /// The share of mistakes that the user asks for; `nil` for the model's own rule.
  public private(set) var risk: Double?

  /// Opens a model for a venue.
  ///
  /// - Parameter encoder: The encoder that the model was trained with; a model without encoder passes it over.
  /// - Throws: ``ModelFolderError`` with the file's path and what to do.
  public init(
    modelFolder: String, venue: Venue, encoder: DocumentEncoder? = nil
  ) throws(ModelFolderError) {
    self.init(model: try ModelFolder.read(modelFolder, encoder: encoder), venue: venue)
  }

  init(model: TopicModel, venue: Venue) {
    self.model = model
    self.venue = venue
    review = model.configuration.review
    matching = LabelMatching(
      venue: venue, topics: model.configuration.topics, groups: model.configuration.groups)
  }

  /// Returns the same classifier with the review rule's lines at a share of mistakes that the user asks for.
  ///
  /// - Parameter risk: The share of papers with a wrong tag among the tagged ones that no person sees, and of papers
  ///   with a topic among the untagged ones; from 0.01 to 0.5.
  /// - Throws: ``ReviewRiskError``.
  public func keeping(risk: Double) throws(ReviewRiskError) -> TopicClassifier {
    var classifier = self
    classifier.review = try review.keeping(risk)
    classifier.risk = risk
    return classifier
  }

  /// The ids of the venue's topics and groups that the model does not know; their probability is always 0.
  public var unknownLabels: [String] {
    let topics = zip(venue.topics, matching.topics).filter { $0.1 == nil }.map(\.0.id)
    let groups = venue.groups.indices.filter { matching.groups[$0] == nil && matching.members[$0].isEmpty }
    return topics + groups.map { venue.groups[$0].id }
  }

  /// From which probability on each of the venue's topics is assigned, by id; unknown ones are left out.
  public var topicThresholds: [String: Probability] {
    thresholds(of: venue.topics.map(\.id), columns: matching.topics)
  }

  /// From which probability on each of the venue's groups is assigned, by id; unknown ones are left out.
  public var groupThresholds: [String: Probability] {
    let offset = model.configuration.topics.count
    return thresholds(of: venue.groups.map(\.id), columns: matching.groups.map { $0.map { offset + $0 } })
  }

  private func thresholds(of ids: [String], columns: [Int?]) -> [String: Probability] {
    let known = zip(ids, columns).compactMap { id, column in
      column.map { (id, Probability(model.configuration.thresholds[$0])) }
    }
    return Dictionary(known, uniquingKeysWith: { first, _ in first })
  }

  /// Returns what the model says of each paper, in the same order.
  ///
  /// Papers are independent: neither the others of a batch nor the number of threads changes an answer.
  public func predictions(for inputs: [ClassifierInput]) -> [TopicPrediction] {
    let labelCount = model.labelCount
    let assignment = TopicAssignment(
      thresholds: matching.topics.map { $0.map { model.configuration.thresholds[$0] } ?? 1 },
      loneThreshold: model.configuration.loneTopicThreshold)
    return model.answers(for: inputs.count, { inputs[$0].document }) { papers, answers in
      papers.map { index in
        let place = index - papers.lowerBound
        return prediction(
          answers.counts[place], answers.probabilities[place * labelCount..<(place + 1) * labelCount], assignment)
      }
    }
  }

  private func prediction(
    _ words: WordCounts, _ probabilities: ArraySlice<Double>, _ assignment: TopicAssignment
  ) -> TopicPrediction {
    let first = probabilities.startIndex
    let topicCount = model.configuration.topics.count
    let hasText = words.title + words.body > 0
    // What is written decides, so that a reader of the six decimals comes to the same answer.
    let known = matching.topics.map { column in column.map { Probability(probabilities[first + $0]).rounded } }
    let assigned = assignment.assigned(known)
    let topics = venue.topics.indices.map { index in
      LabelScore(
        id: venue.topics[index].id,
        probability: Probability(matching.topics[index].map { probabilities[first + $0] } ?? 0),
        assigned: hasText && assigned[index])
    }
    func groupScore(_ id: String, _ column: Int) -> LabelScore {
      let probability = Probability(probabilities[first + column])
      return LabelScore(
        id: id, probability: probability,
        assigned: hasText && probability.rounded >= model.configuration.thresholds[column])
    }
    let groups = venue.groups.indices.map { index in
      matching.groups[index].map { groupScore(venue.groups[index].id, topicCount + $0) }
        ?? union(of: matching.members[index].map { topics[$0] }, id: venue.groups[index].id)
    }
    let scope = review.scope(
      probability: probabilities[probabilities.endIndex - 1], hasTopic: topics.contains(where: \.assigned))
    return TopicPrediction(
      topics: topics, groups: groups, scope: scope,
      reviewReasons: review.reasons(for: words, topics: topics, scope: scope))
  }

  /// A group that the model does not know but that consists of topics: it is assigned where one of them is.
  private func union(of topics: [LabelScore], id: String) -> LabelScore {
    LabelScore(
      id: id, probability: topics.map(\.probability).max() ?? Probability(0),
      assigned: topics.contains(where: \.assigned))
  }
}
