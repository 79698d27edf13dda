import LinearAlgebra
import TextFeatures
import Venues

/// What is known of a topic in words.
struct TopicText: Hashable, Sendable {
  /// Its name.
  var name: String
  /// Its other names.
  var aliases: [String] = []
  /// What papers on it are about.
  var description: String?

  /// All of it.
  fileprivate var whole: TextDocument {
    TextDocument(title: "", body: ([name] + aliases + [description].compactMap(\.self)).joined(separator: ". "))
  }

  /// What says best what papers on the topic mean: the description, beside which a name only blurs (average precision
  /// of the cosine 0.420 without, 0.393 with the name), else the names.
  fileprivate var meaning: TextDocument { description.map { TextDocument(title: "", body: $0) } ?? whole }
}

extension TopicText {
  init(_ topic: Topic) {
    self.init(name: topic.name, aliases: topic.aliases, description: topic.description)
  }

  init(_ label: ModelLabel) { self.init(name: label.name, aliases: label.aliases) }
}

/// What a list of topics says in words and in meaning, in a model's own features and embedding.
///
/// Damping divides each feature by the square root of the number of topics that have it: what all topics of a call
/// speak of ("learning") tells none of them.
struct TopicTexts: Sendable {
  /// For each topic the features of all its text, damped, length 1.
  let words: [SparseVector]
  /// The same, not damped.
  let plainWords: [SparseVector]
  /// For each topic the embedding of its description, length 1, or zeros if no word of it is known. The cosine with a
  /// paper's embedding is the plain way that transfer is judged against.
  let meanings: [[Float]]
  /// The same of the damped features, by which topics are compared with each other.
  let dampedMeanings: [[Float]]

  init(_ topics: [TopicText], space: FeatureSpace, embedding: EmbeddingTable) {
    let whole = topics.map { space.features(of: $0.whole) }
    let described = topics.map { space.features(of: $0.meaning) }
    let counts = whole.reduce(into: [UInt32: Float]()) { counts, row in
      for column in row.columns { counts[column, default: 0] += 1 }
    }
    func damped(_ row: SparseVector) -> SparseVector {
      Self.unit(
        SparseVector(
          columns: row.columns,
          values: zip(row.columns, row.values).map { $1 / counts[$0, default: 1].squareRoot() }))
    }
    plainWords = whole.map(Self.unit)
    words = whole.map(damped)
    func embeddings(_ rows: [SparseVector]) -> [[Float]] {
      var matrix = SparseMatrix(columnCount: space.featureCount)
      for row in rows { matrix.append(row) }
      let result = embedding.embeddings(of: matrix)
      return rows.indices.map { Array(result.row($0)) }
    }
    meanings = embeddings(described)
    dampedMeanings = embeddings(described.map(damped))
  }

  private static func unit(_ row: SparseVector) -> SparseVector {
    row.length > 0 ? SparseVector(columns: row.columns, values: row.values.map { $0 / row.length }) : row
  }

  /// The cosine of two topics' words, pairs of neighbours among them, so that "systems for learning" is not "learning
  /// for systems".
  static func similarity(_ first: SparseVector, _ second: SparseVector) -> Double {
    let values = Dictionary(zip(first.columns, first.values), uniquingKeysWith: +)
    return zip(second.columns, second.values).reduce(0) { $0 + Double(values[$1.0, default: 0] * $1.1) }
  }

  static func dot(_ first: some Sequence<Float>, _ second: some Sequence<Float>) -> Double {
    zip(first, second).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }
}
