import LinearAlgebra
import Testing

struct TruncatedSVDTests {
  private let matrix: SparseMatrix = {
    var matrix = SparseMatrix(columnCount: 8)
    for i in 0..<12 {
      let columns = (0..<8).filter { (i * 3 + $0 * 5 + i * $0) % 3 == 0 }
      matrix.append(
        SparseVector(
          columns: columns.map(UInt32.init), values: columns.map { Float((i * 13 + $0 * 7) % 11 + 1) / 11 }))
    }
    return matrix
  }()

  /// numpy 2.4.6, `numpy.linalg.svd`; single precision and squared condition numbers leave four digits.
  @Test func `singular values and vectors are numpy's`() throws {
    var generator = SplitMix64(seed: 1)
    let svd = try TruncatedSVD(matrix, rank: 3, using: &generator)
    for (value, expected) in zip(svd.singularValues, [3.82185205, 2.36578703, 1.01500276] as [Float]) {
      #expect(abs(value - expected) < 1e-3)
    }
    let first: [Float] = [
      0.48328301, 0.2519426, 0.11856806, 0.55031085, 0.21859896, 0.1928819, 0.51648192, 0.18525533,
    ]
    for (row, expected) in first.enumerated() { #expect(abs(svd.rightVectors[row, 0] - expected) < 1e-3) }
  }
}
