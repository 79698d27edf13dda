import LinearAlgebra

extension EmbeddingTable {
  /// Learns vectors from how terms go together in papers, without labels.
  ///
  /// Latent semantic analysis (Deerwester et al. 1990): the leading right singular vectors of the matrix of papers by
  /// features.
  ///
  /// - Throws: ``LinearAlgebraError/notPositiveDefinite(pivot:)`` if a number is not finite.
  static func trained(
    on labelled: SparseMatrix, _ unlabelled: SparseMatrix, featureCount: Int, width: Int, seed: UInt64
  ) throws(LinearAlgebraError) -> EmbeddingTable {
    var matrix = SparseMatrix(columnCount: featureCount)
    for rows in [labelled, unlabelled] {
      for row in 0..<rows.rowCount {
        let vector = rows[row]
        let kept = vector.columns.indices.filter { vector.columns[$0] < featureCount }
        matrix.append(SparseVector(columns: kept.map { vector.columns[$0] }, values: kept.map { vector.values[$0] }))
      }
    }
    // A small corpus has no more directions than papers; a third of them is still better than none.
    let width = max(min(width, matrix.rowCount / 3, featureCount / 3), 1)
    var generator = SplitMix64(seed: seed)
    let vectors = try TruncatedSVD(matrix, rank: width, using: &generator).rightVectors
    guard
      let table = EmbeddingTable(
        vectors: SharedBuffer(vectors.elements.map(Float16.init)), featureCount: featureCount, width: width)
    else { preconditionFailure("The singular vectors must have one row for each feature.") }
    return table
  }
}
