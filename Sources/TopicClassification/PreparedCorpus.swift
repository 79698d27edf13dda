import LinearAlgebra
import LinearModels
import TextFeatures

/// A corpus as numbers: everything that does not depend on labels, made once and shared by all fits.
///
/// The vocabulary, how rare terms are, and the vectors come from all texts without a look at their labels, so also in
/// cross-validation nothing of a paper's labels reaches the model that judges it.
struct PreparedCorpus: Sendable {
  let corpus: LabelledCorpus
  let unlabelledCount: Int
  let settings: TrainingSettings
  let space: FeatureSpace
  let embedding: EmbeddingTable
  let rows: SparseMatrix
  /// The sums of the papers' features' vectors, all times one number that makes their lengths 1 on average of squares.
  let sums: Matrix
  /// That number.
  let sumScale: Float
  /// The encoder and its vectors of the papers; `nil` for a training without.
  let encoder: DocumentEncoder?
  let encodings: Matrix?
  let targets: LabelTargets
  /// The part of cross-validation that each paper belongs to; `nil` for those that only teach.
  let folds: [Int?]

  init(
    _ corpus: LabelledCorpus, unlabelled: [TextDocument], settings: TrainingSettings, encoder: DocumentEncoder? = nil
  ) throws(LinearAlgebraError) {
    self.corpus = corpus
    self.settings = settings
    unlabelledCount = unlabelled.count
    let documents = corpus.papers.map(\.document)
    var counter = FeatureCounter(blocks: settings.blocks)
    for document in documents { counter.count(document, as: .labelled) }
    for document in unlabelled { counter.count(document, as: .unlabelled) }
    space = counter.featureSpace(minimum: settings.minimumPapers, minimumOfAll: settings.minimumPapersOfAnyKind)
    rows = space.features(of: documents)
    embedding = try EmbeddingTable.trained(
      on: rows, space.features(of: unlabelled), featureCount: min(settings.embeddedFeatures, space.featureCount),
      width: settings.embeddingWidth, seed: settings.seed)
    (sums, sumScale) = Self.scaled(embedding.sums(of: rows))
    self.encoder = encoder
    encodings = encoder?.embeddings(of: documents)
    targets = Self.targets(of: corpus)
    folds = corpus.papers.map { $0.standing == .teaching ? nil : $0.fold ?? Self.fold(of: $0.id) }
  }

  /// The parts that papers with the given indices belong to, in ascending order.
  func folds(of papers: some Sequence<Int>) -> [Int] { Set(papers.compactMap { folds[$0] }).sorted() }

  /// How much each of the papers counts when the probabilities of a column are fitted: representative ones alone if
  /// enough of them have the label.
  func calibrationWeights(_ papers: [Int], column: Int) -> [Double] {
    let isRepresentative = papers.map { corpus.papers[$0].standing == .representative }
    let present = zip(papers, isRepresentative).count { paper, representative in
      representative && known(paper)[column] == true
    }
    guard present < settings.fewestRepresentativePapers else { return isRepresentative.map { $0 ? 1 : 0 } }
    return papers.map { _ in 1 }
  }

  /// What is known of each column for a paper, the last being whether it has any topic.
  func known(_ paper: Int) -> [Bool?] {
    corpus.papers[paper].truth + [corpus.papers[paper].hasTopic(among: corpus.topics.count)]
  }

  private static func scaled(_ sums: Matrix) -> (Matrix, Float) {
    var sums = sums
    let squares = sums.elements.reduce(0.0) { $0 + Double($1 * $1) }
    let scale = squares > 0 ? Float((Double(sums.rowCount) / squares).squareRoot()) : 1
    for index in sums.elements.indices { sums.elements[index] *= scale }
    return (sums, scale)
  }

  private static func targets(of corpus: LabelledCorpus) -> LabelTargets {
    var targets = LabelTargets(exampleCount: corpus.papers.count, labelCount: corpus.labelCount + 1)
    for (index, paper) in corpus.papers.enumerated() {
      for (label, truth) in paper.truth.enumerated() {
        targets.set(example: index, label: label, to: truth.map { $0 ? .present : .absent } ?? .unknown)
      }
      let anyTopic = paper.hasTopic(among: corpus.topics.count)
      targets.set(
        example: index, label: corpus.labelCount, to: anyTopic.map { $0 ? .present : .absent } ?? .unknown)
    }
    return targets
  }

  /// One of five parts by the id alone, so that a paper stays in its part when a corpus grows.
  private static func fold(of id: String) -> Int {
    Int(id.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 } >> 33) % 5
  }
}

extension LabelledPaper {
  /// Whether the paper has any of the first so many labels; `nil` if it has none of those known and some are unknown.
  func hasTopic(among topicCount: Int) -> Bool? {
    let topics = truth.prefix(topicCount)
    return topics.contains(true) ? true : topics.contains(nil) ? nil : false
  }
}
