import Glibc
import LinearAlgebra
import LinearModels
import TextFeatures
import Venues

/// Makes a model for the topics of another call: no paper of that call is needed, a few labelled ones help.
///
/// A topic that the model knows by id, name or alias, or in nearly the same words, takes the model's head. Any other is
/// scored by ``TransferSignals``: how near its words and their meaning are to a paper's, and what the model's heads say.
public struct TopicTransfer: Sendable {
  /// How a topic of the new model came to be.
  public enum Origin: Hashable, Sendable {
    /// It is the model's topic of that name.
    case sameName(String)
    /// It is the model's topic of that name, by its words.
    case sameWords(String, similarity: Double)
    /// It rests on its words alone.
    case words
    /// It rests on its words and on so many labelled papers that have it.
    case papers(Int)
  }

  /// A model and what its topics rest on.
  public struct Result: Sendable {
    /// The model.
    public let model: TopicModel
    /// For each topic of the venue what it rests on.
    public let origins: [Origin]
  }

  /// From this cosine of words and pairs on, two names are the same topic. "Systems for Machine Learning" and "Machine
  /// Learning for Systems" have 0.82; all other pairs of the shipped venue are below 0.61.
  static let sameWordsFrom = 0.87

  private let base: TopicModel
  private let venue: Venue
  private let settings: TransferSettings
  private let texts: TopicTexts
  private let baseTexts: TopicTexts

  /// Opens the model to start from.
  ///
  /// - Throws: ``ModelFolderError`` with the file's path and what to do.
  public init(
    modelFolder: String, venue: Venue, settings: TransferSettings = .standard
  ) throws(ModelFolderError) {
    self.init(base: try ModelFolder.read(modelFolder), venue: venue, settings: settings)
  }

  init(base: TopicModel, venue: Venue, settings: TransferSettings = .standard) {
    self.base = base
    self.venue = venue
    self.settings = settings
    texts = TopicTexts(venue.topics.map { TopicText($0) }, space: base.space, embedding: base.embedding)
    baseTexts = TopicTexts(
      base.configuration.topics.map { TopicText($0) }, space: base.space, embedding: base.embedding)
  }

  /// Returns the model.
  ///
  /// - Parameter labelled: Papers with topics of the venue; heads taken from the model stay as they are.
  /// - Throws: ``LinearModelError`` if the papers cannot be learnt from.
  public func model(labelled: LabelledCorpus? = nil) throws(LinearModelError) -> Result {
    let matching = LabelMatching(
      venue: venue, topics: base.configuration.topics, groups: base.configuration.groups)
    var columns: [Column] = []
    var thresholds: [Double] = []
    var origins: [Origin] = []
    let learner = labelled.map(learner)
    for index in venue.topics.indices {
      if let (known, origin) = sameTopic(index, matching.topics[index]) {
        columns.append(column(ofBase: known))
        thresholds.append(base.configuration.thresholds[known])
        origins.append(origin)
        continue
      }
      let start = textColumn(index)
      if let learner, let labelled, let learnt = try learnt(index, from: start, labelled, learner) {
        columns.append(learnt.column(from: start))
        thresholds.append(learnt.threshold)
        origins.append(.papers(learnt.positives))
      } else {
        columns.append(start)
        thresholds.append(settings.threshold)
        origins.append(.words)
      }
    }
    let groups = venue.groups.indices.filter { matching.groups[$0] != nil }
    for group in groups {
      guard let known = matching.groups[group] else { continue }
      columns.append(column(ofBase: base.configuration.topics.count + known))
      thresholds.append(base.configuration.thresholds[base.configuration.topics.count + known])
    }
    let isAllKnown = origins.allSatisfy(\.isKnown)
    columns.append(isAllKnown ? column(ofBase: base.labelCount - 1) : Column(of: base))
    let model = assembled(
      columns, thresholds: thresholds, groups: groups.map { venue.groups[$0] }, isAllKnown: isAllKnown,
      labelled: labelled)
    return Result(model: model, origins: origins)
  }

  // MARK: Columns

  /// The weights of one label.
  struct Column {
    var words: [Float]
    var embedding: [Float]
    var bias: Float

    init(of base: TopicModel) {
      words = [Float](repeating: 0, count: base.space.featureCount)
      embedding = [Float](repeating: 0, count: base.embedding.width)
      bias = 0
    }
  }

  private func column(ofBase label: Int) -> Column {
    var column = Column(of: base)
    add(label, times: 1, to: &column)
    return column
  }

  private func add(_ label: Int, times factor: Float, to column: inout Column) {
    let stride = base.labelCount
    base.weights.withContiguousStorageIfAvailable { weights in
      for feature in column.words.indices { column.words[feature] += factor * Float(weights[feature * stride + label]) }
    }
    if let weights = base.embeddingWeights {
      for component in column.embedding.indices { column.embedding[component] += factor * weights[component, label] }
    }
    column.bias += factor * base.biases[label]
  }

  private func textColumn(_ index: Int) -> Column {
    let slopes = settings.calibration.slopes.map(Float.init)
    var column = Column(of: base)
    column.bias = Float(settings.calibration.intercept)
    for (component, value) in texts.meanings[index].enumerated() { column.embedding[component] = slopes[0] * value }
    for (feature, value) in zip(texts.words[index].columns, texts.words[index].values) {
      column.words[Int(feature)] += slopes[1] * value
    }
    let relations = TransferSignals.Relations(of: texts.dampedMeanings[index], to: baseTexts.dampedMeanings)
    for topic in baseTexts.dampedMeanings.indices {
      let factor = slopes[2] * relations.likeness[topic] + slopes[3] * relations.unlikeness[topic]
      add(topic, times: factor, to: &column)
      column.bias -= factor * TransferSignals.restingLogit
    }
    add(base.labelCount - 1, times: slopes[4], to: &column)
    return column
  }

  private func sameTopic(_ index: Int, _ matched: Int?) -> (Int, Origin)? {
    let known = base.configuration.topics
    if let matched { return (matched, .sameName(known[matched].name)) }
    let names = TopicTexts(
      [TopicText(name: venue.topics[index].name)] + known.map { TopicText(name: $0.name) }, space: base.space,
      embedding: base.embedding
    ).plainWords
    let similarities = names.dropFirst().map { TopicTexts.similarity(names[0], $0) }
    guard let best = similarities.indices.max(by: { similarities[$0] < similarities[$1] }),
      similarities[best] >= Self.sameWordsFrom
    else { return nil }
    return (best, .sameWords(known[best].name, similarity: similarities[best]))
  }

  // MARK: Labelled papers

  private func learner(_ labelled: LabelledCorpus) -> FewLabels {
    let rows = base.space.features(of: labelled.papers.map(\.document))
    return FewLabels(rows: rows, embeddings: base.embedding.embeddings(of: rows))
  }

  private func learnt(
    _ topic: Int, from start: Column, _ labelled: LabelledCorpus, _ learner: FewLabels
  ) throws(LinearModelError) -> FewLabels.Learnt? {
    let papers = labelled.papers.indices.filter { labelled.papers[$0].truth[topic] != nil }
    return try learner.learnt(
      papers: papers, present: papers.map { labelled.papers[$0].truth[topic] == true },
      start: papers.map { paper in
        let (row, embedding) = (learner.rows[paper], learner.embeddings.row(paper))
        let words = zip(row.columns, row.values).reduce(0.0) { $0 + Double(start.words[Int($1.0)] * $1.1) }
        return words
          + zip(start.embedding, embedding).reduce(Double(start.bias)) { $0 + Double($1.0 * $1.1) }
      })
  }

  // MARK: Assembly

  private func assembled(
    _ columns: [Column], thresholds: [Double], groups: [Group], isAllKnown: Bool, labelled: LabelledCorpus?
  ) -> TopicModel {
    let stride = columns.count
    var weights = [Float16](repeating: 0, count: base.space.featureCount * stride)
    var embeddingWeights = Matrix(rowCount: base.embedding.width, columnCount: stride)
    for (label, column) in columns.enumerated() {
      for feature in column.words.indices { weights[feature * stride + label] = Float16(column.words[feature]) }
      for component in column.embedding.indices { embeddingWeights[component, label] = column.embedding[component] }
    }
    var review = base.configuration.review
    // The lines for --risk were tested with the base's topics.
    review.levels = nil
    if !isAllKnown {
      // Whether a paper is on any topic of the call is not known: one without a tag always goes to a person.
      (review.highestMissRisk, review.outOfScopeBelow) = (0, 0)
      review.inScopeFrom = 0.5
    }
    let old = base.configuration
    var training = old.training
    training.labelledPapers = labelled?.papers.count ?? 0
    training.calibratedOn =
      "other topics than these, each left out in turn; labelled papers of the call: "
      + "\(labelled?.papers.count ?? 0)"
    let configuration = ModelConfiguration(
      formatVersion: old.formatVersion, venueName: venue.name,
      topics: venue.topics.map { ModelLabel(id: $0.id, name: $0.name, aliases: $0.aliases) },
      groups: groups.map { ModelLabel(id: $0.id, name: $0.name) }, blocks: old.blocks, thresholds: thresholds,
      review: review, training: training)
    return TopicModel(
      configuration: configuration, space: base.space, weights: SharedBuffer(weights), biases: columns.map(\.bias),
      embedding: base.embedding, embeddingWeights: embeddingWeights)
  }
}

extension TopicTransfer.Origin {
  /// Whether the topic's head comes from the model that was started from.
  public var isKnown: Bool {
    switch self {
    case .sameName, .sameWords: true
    case .words, .papers: false
    }
  }

  /// What the topic rests on, in words.
  public var sentence: String {
    switch self {
    case .sameName(let name): "taken from '\(name)' of the model, by name"
    case .sameWords(let name, let similarity):
      "taken from '\(name)' of the model, by its words (likeness \((similarity * 100).rounded() / 100))"
    case .words: "from its words alone"
    case .papers(let count): "from its words and \(count) labelled papers that have it"
    }
  }
}
