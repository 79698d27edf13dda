/// The eigenvalues and eigenvectors of a symmetric matrix.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, the largest first.
  public let values: [Float]
  /// The eigenvectors of length 1, one a row, in the order of the values.
  public let vectors: Matrix

  /// Decomposes a matrix, of which only the lower triangle is read.
  public init(_ matrix: Matrix) {
    precondition(matrix.rowCount == matrix.columnCount, "Only square matrices are symmetric.")
    let count = matrix.rowCount
    var rows = matrix
    let ascending = rows.elements.withUnsafeMutableBufferPointer { elements in
      elements.baseAddress.map { BLAS.diagonalize($0, count: count) } ?? []
    }
    values = ascending.reversed()
    vectors = Matrix(
      rowCount: count, columnCount: count, elements: (0..<count).reversed().flatMap { rows.row($0) })
  }
}
