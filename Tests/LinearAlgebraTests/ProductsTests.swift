import LinearAlgebra
import Testing

struct ProductsTests {
  private func matrix(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var generator = SplitMix64(seed: seed)
    return Matrix(
      rowCount: rows, columnCount: columns,
      elements: (0..<rows * columns).map { _ in Float.random(in: -1...1, using: &generator) })
  }

  private func plainProduct(_ left: Matrix, _ right: Matrix) -> Matrix {
    var result = Matrix(rowCount: left.rowCount, columnCount: right.columnCount)
    for i in 0..<left.rowCount {
      for j in 0..<right.columnCount {
        result[i, j] = Float((0..<left.columnCount).reduce(0.0) { $0 + Double(left[i, $1]) * Double(right[$1, j]) })
      }
    }
    return result
  }

  /// Sums of some hundred single-precision products differ from double ones in the sixth digit.
  private let tolerance: Float = 1e-4

  @Test func `a product over several blocks is the sum of products`() {
    let (left, right) = (matrix(600, 37, seed: 1), matrix(37, 5, seed: 2))
    let (fast, plain) = (left.times(right), plainProduct(left, right))
    #expect(zip(fast.elements, plain.elements).allSatisfy { abs($0 - $1) < tolerance })
  }

  @Test func `a row's product does not depend on the other rows nor on its place`() {
    let (left, right) = (matrix(150, 128, seed: 9), matrix(128, 24, seed: 10))
    let together = left.times(right)
    for row in [0, 1, 11, 12, 59, 60, 63, 64, 95, 96, 143, 149] {
      let alone = Matrix(rowCount: 1, columnCount: 128, elements: Array(left.row(row))).times(right)
      #expect(Array(together.row(row)) == alone.elements)
    }
  }

  @Test func `a product with the transposed is that of the transposed`() {
    let (left, right) = (matrix(600, 37, seed: 3), matrix(600, 5, seed: 4))
    let (fast, plain) = (left.transposedTimes(right), plainProduct(left.transposed(), right))
    #expect(zip(fast.elements, plain.elements).allSatisfy { abs($0 - $1) < tolerance })
  }

  @Test func `fused products are two products, blocks handed over in order`() {
    let (left, rows) = (matrix(5, 37, seed: 11), matrix(4700, 37, seed: 12))
    let (sum, blocks) = rows.sumOfFusedProducts(left) { range, scores in
      for index in scores.indices { scores[index] *= 0.01 }
      return range
    }
    var scores = plainProduct(left, rows.transposed())
    for index in scores.elements.indices { scores.elements[index] *= 0.01 }
    let plain = plainProduct(scores, rows)
    #expect(zip(sum.elements, plain.elements).allSatisfy { abs($0 - $1) < tolerance * max(abs($1), 1) })
    #expect(blocks.flatMap(Array.init) == Array(0..<4700))
  }

  @Test func `rows are taken in the order asked for`() {
    let rows = matrix(4, 3, seed: 13)
    #expect(rows.rows([2, 0, 2]).elements == Array(rows.row(2)) + rows.row(0) + rows.row(2))
  }

  @Test func `a sparse product is the dense one`() {
    let dense = matrix(300, 20, seed: 5)
    let right = matrix(20, 4, seed: 6)
    let (sparse, plain) = (SparseMatrix(dense).times(right), plainProduct(dense, right))
    #expect(zip(sparse.elements, plain.elements).allSatisfy { abs($0 - $1) < tolerance })
  }

  @Test func `empty matrices have empty products`() {
    let product = Matrix(rowCount: 0, columnCount: 3).times(Matrix(rowCount: 3, columnCount: 2))
    #expect(product.rowCount == 0 && product.columnCount == 2)
  }

  @Test func `a Cholesky solution solves`() throws {
    let root = matrix(8, 8, seed: 7)
    var positive = root.transposedTimes(root)
    for i in 0..<8 { positive[i, i] += 1 }
    let sides = matrix(8, 2, seed: 8)
    let back = plainProduct(positive, try Cholesky(positive).solution(of: sides))
    #expect(zip(back.elements, sides.elements).allSatisfy { abs($0 - $1) < tolerance })
  }

  @Test func `an indefinite matrix has no Cholesky factor`() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 1)) {
      try Cholesky(Matrix(rowCount: 2, columnCount: 2, elements: [1, 0, 0, -1]))
    }
  }
}
