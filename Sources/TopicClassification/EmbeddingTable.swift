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

  /// Returns the sums of documents' features' vectors, not scaled, shape `[documents, width]`.
  ///
  /// What is linear in them is linear in the features, so weights of theirs can be weights of words: ``weights(of:)``.
  func sums(of rows: SparseMatrix) -> Matrix {
    StoredNumbers.weightedSums(of: vectors, width: width, rowCount: featureCount, by: rows)
  }

  /// Returns what each feature's vector adds to labels that have weights of the components, shape `[features, labels]`.
  func weights(of components: Matrix) -> Matrix {
    Matrix(rowCount: featureCount, columnCount: width, elements: vectors.map(Float.init)).times(components)
  }

  /// Returns the embeddings of documents given by their features, shape `[documents, width]`.
  func embeddings(of rows: SparseMatrix) -> Matrix {
    var sums = sums(of: rows)
    sums.elements.withUnsafeMutableBufferPointer { sums in
      for row in 0..<rows.rowCount {
        let entries = row * width..<(row + 1) * width
        var squares: Float = 0
        for entry in entries { squares += sums[entry] * sums[entry] }
        guard squares > 0 else { continue }
        let length = squares.squareRoot()
        for entry in entries { sums[entry] /= length }
      }
    }
    return sums
  }
}
