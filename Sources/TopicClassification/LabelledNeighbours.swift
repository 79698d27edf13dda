import LinearAlgebra
import Papers
import TextFeatures

/// Labelled papers, among which those nearest to a paper are found.
///
/// Two papers are as near as the mean of two cosines: of their words and phrases, which tells the same terms, and of
/// their embeddings, which tells like ones.
public struct LabelledNeighbours: Sendable {
  /// A labelled paper and how near it is.
  public struct Neighbour: Hashable, Sendable, Codable {
    /// Its id in the corpus.
    public let id: String
    /// Its title.
    public let title: String
    /// From 0 (nothing in common) to 1 (the same text).
    public let similarity: Probability
    /// The ids of the topics it has.
    public let topics: [String]
    /// The ids of the groups it has.
    public let groups: [String]
  }

  private let model: TopicModel
  private let corpus: LabelledCorpus
  private let rows: SparseMatrix
  private let lengths: [Float]
  private let embeddings: Matrix

  /// Reads the papers of a corpus as the classifier's model sees them.
  public init(_ corpus: LabelledCorpus, for classifier: TopicClassifier) {
    model = classifier.model
    self.corpus = corpus
    rows = model.space.features(of: corpus.papers.map(\.document))
    let rows = rows
    lengths = (0..<rows.rowCount).map { rows[$0].length }
    embeddings = model.embedding.embeddings(of: rows)
  }

  /// Returns the nearest papers, the nearest first; equals in the corpus's order.
  ///
  /// - Parameter id: The paper's own id, which is left out if the corpus holds it.
  public func nearest(to input: ClassifierInput, id: String, count: Int) -> [Neighbour] {
    let similarities = similarities(to: input)
    let order = corpus.papers.indices.filter { corpus.papers[$0].id != id && similarities[$0] > 0 }
      .sorted { (-similarities[$0], $0) < (-similarities[$1], $1) }
    return order.prefix(count).map { index in
      let paper = corpus.papers[index]
      let present = paper.truth.indices.filter { paper.truth[$0] == true }
      return Neighbour(
        id: paper.id, title: paper.document.title, similarity: Probability(Double(similarities[index])),
        topics: present.filter { $0 < corpus.topics.count }.map { corpus.label($0).id },
        groups: present.filter { $0 >= corpus.topics.count }.map { corpus.label($0).id })
    }
  }

  private func similarities(to input: ClassifierInput) -> [Float] {
    let query = model.space.features(of: [input.document])
    let vector = query[0]
    var values = [Float](repeating: 0, count: rows.columnCount)
    for (column, value) in zip(vector.columns, vector.values) { values[Int(column)] += value }
    let embedding = model.embedding.embeddings(of: query)
    let length = vector.length
    return (0..<rows.rowCount).map { row in
      var words: Float = 0
      for entry in rows.rowStarts[row]..<rows.rowStarts[row + 1] {
        words += rows.values[entry] * values[Int(rows.columns[entry])]
      }
      var meaning: Float = 0
      for component in 0..<embeddings.columnCount { meaning += embeddings[row, component] * embedding[0, component] }
      let lengths = length * lengths[row]
      return max(0, ((lengths > 0 ? words / lengths : 0) + meaning) / 2)
    }
  }
}
