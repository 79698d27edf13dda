/// The lower triangular `L` with `L Lᵀ = A`, for a symmetric positive definite `A`.
public struct Cholesky: Sendable {
  private let factor: Matrix

  /// Factorises a matrix, of which only the lower triangle is read.
  ///
  /// - Throws: ``LinearAlgebraError/notPositiveDefinite(pivot:)``.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    precondition(matrix.rowCount == matrix.columnCount, "Only square matrices have a Cholesky factor.")
    var factor = matrix
    let failed = factor.elements.withUnsafeMutableBufferPointer { elements in
      elements.baseAddress.flatMap { BLAS.factorize($0, count: matrix.rowCount) }
    }
    if let failed { throw .notPositiveDefinite(pivot: failed) }
    self.factor = factor
  }

  /// Returns the `X` with `A X = sides`.
  public func solution(of sides: Matrix) -> Matrix { backSolved(forwardSolved(sides)) }

  /// Returns the `X` with `L X = sides`.
  public func forwardSolved(_ sides: Matrix) -> Matrix { solved(sides, .plain) }

  /// Returns the `X` with `Lᵀ X = sides`.
  public func backSolved(_ sides: Matrix) -> Matrix { solved(sides, .transposed) }

  private func solved(_ sides: Matrix, _ orientation: BLAS.Orientation) -> Matrix {
    precondition(sides.rowCount == factor.rowCount, "The sides must have as many rows as the factor.")
    var result = sides
    factor.elements.withUnsafeBufferPointer { factor in
      result.elements.withUnsafeMutableBufferPointer { sides in
        guard let factor = factor.baseAddress, let sides = sides.baseAddress else { return }
        BLAS.solveTriangular(factor, orientation, count: self.factor.rowCount, sides, columns: result.columnCount)
      }
    }
    return result
  }
}
