import Papers

/// A chair's word on one paper, which the next run must not lose.
public struct Mark: Hashable, Sendable, Codable {
  /// What the chair says.
  public enum Content: Hashable, Sendable, Codable {
    /// The paper carries the topic.
    case addTopic(String)
    /// The paper does not carry the topic.
    case removeTopic(String)
    /// The paper belongs to the group.
    case addGroup(String)
    /// The paper does not belong to the group.
    case removeGroup(String)
    /// The finding is of no concern.
    case dismissFinding(String)
    /// A person has looked, and nobody else needs to.
    case reviewed
    /// Something to remember.
    case note(String)
  }

  /// The paper's ``Assessment/key``.
  public var paper: String
  /// What the chair says.
  public var content: Content

  /// Makes a mark.
  public init(paper: String, content: Content) {
    self.paper = paper
    self.content = content
  }
}

extension Assessment {
  /// The name by which a chair and the next run know the paper: its id; where none is certain, its path below the folder
  /// or zip that the user gave, or the name of a file given by itself, with as many folders before it as it takes to
  /// tell it from others of the run. It does not depend on how the path was typed.
  public var key: String { id?.rawValue ?? fileKey ?? file }

  /// Returns the assessment as the chair's marks on this paper change it; later marks win.
  ///
  /// The model's probabilities stay as they are: a mark says what is assigned, not how likely it was.
  public func applying(_ marks: [Mark]) -> Assessment {
    marks.reduce(into: self) { assessment, mark in assessment.apply(mark.content) }
  }

  private mutating func apply(_ content: Mark.Content) {
    switch content {
    case .addTopic(let id): assign(true, id, in: \.topics)
    case .removeTopic(let id): assign(false, id, in: \.topics)
    case .addGroup(let id): assign(true, id, in: \.groups)
    case .removeGroup(let id): assign(false, id, in: \.groups)
    case .dismissFinding(let id): findings.removeAll { $0.id == id }
    case .reviewed: decision = .reviewed
    case .note: break
    }
  }

  private mutating func assign(
    _ assigned: Bool, _ id: String, in labels: WritableKeyPath<TopicPrediction, [LabelScore]>
  ) {
    guard var prediction, let index = prediction[keyPath: labels].firstIndex(where: { $0.id == id }) else { return }
    prediction[keyPath: labels][index].assigned = assigned
    self.prediction = TopicPrediction(
      topics: prediction.topics, groups: prediction.groups, scope: prediction.scope,
      reviewReasons: prediction.reviewReasons)
  }
}
