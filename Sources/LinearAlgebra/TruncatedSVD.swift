/// The leading right singular vectors of a large sparse matrix `A ≈ U diag(s) Vᵀ`.
///
/// A randomised range finder with power iterations (Halko, Martinsson and Tropp 2011, algorithm 4.4), bases made
/// orthonormal by Cholesky of their Gram matrix, the small problem solved by eigenvectors of `(A Q)ᵀ(A Q)`. The same
/// seed gives the same bits whatever the number of threads.
public struct TruncatedSVD: Sendable {
  /// The singular values, the largest first.
  public let singularValues: [Float]
  /// The right singular vectors as columns, shape `[columns, rank]`; the largest entry of each is positive.
  public let rightVectors: Matrix

  /// Decomposes a matrix.
  ///
  /// - Parameter powerIterations: 3 leave an error under a hundredth for the spectra of text.
  /// - Throws: ``LinearAlgebraError/notPositiveDefinite(pivot:)`` if a number of the matrix is not finite.
  public init(
    _ matrix: SparseMatrix, rank: Int, powerIterations: Int = 3, using generator: inout some RandomNumberGenerator
  ) throws(LinearAlgebraError) {
    // Halko et al. advise 5 to 10 more directions than wanted.
    let width = min(rank + 10, matrix.columnCount)
    let transposed = matrix.transposed()
    var basis = Matrix(rowCount: matrix.columnCount, columnCount: width)
    for index in basis.elements.indices { basis.elements[index] = Float.random(in: -1...1, using: &generator) }
    for _ in 0...powerIterations {
      basis = try Self.orthonormalized(transposed.times(matrix.times(basis)))
    }
    let image = matrix.times(basis)
    let eigen = SymmetricEigen(image.transposedTimes(image))
    let kept = min(rank, width)
    singularValues = eigen.values.prefix(kept).map { max($0, 0).squareRoot() }
    let rotation = Matrix(
      rowCount: kept, columnCount: width, elements: Array(eigen.vectors.elements.prefix(kept * width)))
    rightVectors = Self.withFixedSigns(basis.times(rotation.transposed()))
  }

  /// Three rounds of Cholesky on the Gram matrix, each with a shift that lets it pass where columns depend on each
  /// other (shifted Cholesky QR; Fukaya et al. 2020).
  private static func orthonormalized(_ columns: Matrix) throws(LinearAlgebraError) -> Matrix {
    var result = scaledToUnitColumns(columns)
    for shift: Float in [1e-4, 1e-5, 1e-6] {
      var gram = result.transposedTimes(result)
      for index in 0..<gram.rowCount { gram[index, index] += shift }
      let factor = try Cholesky(gram)
      result = factor.forwardSolved(result.transposed()).transposed()
    }
    return result
  }

  private static func scaledToUnitColumns(_ matrix: Matrix) -> Matrix {
    var squares = [Double](repeating: 0, count: matrix.columnCount)
    for row in 0..<matrix.rowCount {
      for column in 0..<matrix.columnCount { squares[column] += Double(matrix[row, column] * matrix[row, column]) }
    }
    let scales = squares.map { $0 > 0 ? Float(1 / $0.squareRoot()) : 0 }
    var result = matrix
    for row in 0..<matrix.rowCount {
      for column in 0..<matrix.columnCount { result[row, column] *= scales[column] }
    }
    return result
  }

  private static func withFixedSigns(_ matrix: Matrix) -> Matrix {
    var result = matrix
    for column in 0..<matrix.columnCount {
      var largest: Float = 0
      for row in 0..<matrix.rowCount where abs(matrix[row, column]) > abs(largest) { largest = matrix[row, column] }
      guard largest < 0 else { continue }
      for row in 0..<matrix.rowCount { result[row, column].negate() }
    }
    return result
  }
}
