import LinearAlgebra
import LinearModels
import TextFeatures

/// A vector for each frequent feature; a document's embedding is the sum of its features' vectors, times their weights
/// in the document, scaled to length 1.
struct EmbeddingTable: Sendable {
  /// The number of features with a vector: the first ones of the feature space.
  let featureCount: Int
  /// The number of components.
  let width: Int
  private let vectors: SharedBuffer<Float16>

  init?(vectors: SharedBuffer<Float16>, featureCount: Int, width: Int) {
    guard width > 0, vectors.count == featureCount * width else { return nil }
    self.vectors = vectors
    self.featureCount = featureCount
    self.width = width
  }

  /// The vectors, feature after feature.
  var values: SharedBuffer<Float16> { vectors }

  /// Returns the embeddings of documents given by their features, shape `[documents, width]`.
  func embeddings(of rows: SparseMatrix) -> Matrix {
    let blocks = ParallelBlocks.ranges(of: rows.rowCount, size: 64)
    let parts = ParallelBlocks.map(blocks.count) { index in blocks[index].flatMap { embedding(of: rows, row: $0) } }
    return Matrix(rowCount: rows.rowCount, columnCount: width, elements: parts.flatMap(\.self))
  }

  private func embedding(of rows: SparseMatrix, row: Int) -> [Float] {
    let entries = (rows.rowStarts[row]..<rows.rowStarts[row + 1]).filter { rows.columns[$0] < featureCount }
    let sum = StoredNumbers.weightedSum(
      of: vectors, width: width, rows: entries.map { rows.columns[$0] }, values: entries.map { rows.values[$0] })
    let length = sum.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return sum }
    return sum.map { $0 / length }
  }
}
