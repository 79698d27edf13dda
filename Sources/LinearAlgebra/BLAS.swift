import COpenBLAS

/// The only file that sees OpenBLAS: a few of its routines on row-major storage, one thread each.
///
/// Callers parallelise over blocks of fixed size, so that results never depend on the number of threads.
package enum BLAS {
  /// Whether a factor is taken as it is or transposed.
  package enum Orientation {
    case plain, transposed
    fileprivate var value: CBLAS_TRANSPOSE { self == .plain ? CblasNoTrans : CblasTrans }
  }

  private static let singleThreaded: Void = openblas_set_num_threads(1)

  /// The kernel that OpenBLAS has picked for this processor, such as `Haswell`.
  package static var kernelName: String { openblas_get_corename().map { String(cString: $0) } ?? "unknown" }

  /// Adds `scale * left * right` to `result`, after multiplying `result` by `keep`.
  ///
  /// Shapes after orientation: `[rows, inner]`, `[inner, columns]`, `[rows, columns]`.
  package static func multiply(
    _ left: UnsafePointer<Float>, _ leftOrientation: Orientation, leftStride: Int, _ right: UnsafePointer<Float>,
    _ rightOrientation: Orientation, rightStride: Int, rows: Int, inner: Int, columns: Int, scale: Float = 1,
    into result: UnsafeMutablePointer<Float>, resultStride: Int, keep: Float
  ) {
    _ = singleThreaded
    guard rows > 0, columns > 0 else { return }
    cblas_sgemm(
      CblasRowMajor, leftOrientation.value, rightOrientation.value, Int32(rows), Int32(columns), Int32(inner), scale,
      left, Int32(max(leftStride, 1)), right, Int32(max(rightStride, 1)), keep, result, Int32(max(resultStride, 1)))
  }

  /// Replaces a symmetric positive definite matrix by its lower Cholesky factor; what stands above the diagonal stays.
  ///
  /// - Returns: `nil`, or the index from 0 of the first pivot that is not positive.
  static func factorize(_ matrix: UnsafeMutablePointer<Float>, count: Int) -> Int? {
    _ = singleThreaded
    var order = Int32(count)
    var info: Int32 = 0
    // LAPACK stores columns: its upper triangle is our lower one.
    spotrf_("U", &order, matrix, &order, &info, 1)
    return info > 0 ? Int(info) - 1 : nil
  }

  /// Solves with a lower Cholesky factor `L` from the left: `L X = B`, or `Lᵀ X = B` when transposed; `B` becomes `X`.
  static func solveTriangular(
    _ factor: UnsafePointer<Float>, _ orientation: Orientation, count: Int, _ sides: UnsafeMutablePointer<Float>,
    columns: Int
  ) {
    _ = singleThreaded
    cblas_strsm(
      CblasRowMajor, CblasLeft, CblasLower, orientation.value, CblasNonUnit, Int32(count), Int32(columns), 1, factor,
      Int32(count), sides, Int32(columns))
  }

  /// Replaces a symmetric matrix by its eigenvectors, one a row, and returns the eigenvalues in ascending order.
  static func diagonalize(_ matrix: UnsafeMutablePointer<Float>, count: Int) -> [Float] {
    _ = singleThreaded
    var order = Int32(count)
    var info: Int32 = 0
    var values = [Float](repeating: 0, count: count)
    // The sizes that LAPACK's manual gives for jobz = V.
    var workSize = Int32(1 + 6 * count + 2 * count * count)
    var integerWorkSize = Int32(3 + 5 * count)
    var work = [Float](repeating: 0, count: Int(workSize))
    var integerWork = [Int32](repeating: 0, count: Int(integerWorkSize))
    ssyevd_("V", "U", &order, matrix, &order, &values, &work, &workSize, &integerWork, &integerWorkSize, &info, 1, 1)
    precondition(info == 0, "The eigenvalue iteration did not converge.")
    return values
  }
}

/// Facts about the linear algebra library in use.
public enum LinearAlgebraLibrary {
  /// The kernel that OpenBLAS has picked for this processor, such as `Haswell`; speeds mean nothing without it.
  public static var kernelName: String { BLAS.kernelName }
}
