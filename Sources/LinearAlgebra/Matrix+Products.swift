extension Matrix {
  /// The number of rows that one core multiplies at a time.
  static let blockSize = 64

  /// Returns `self * right`, shape `[rows, right's columns]`, by blocks of rows on all cores.
  ///
  /// A row's result does not depend on the other rows nor on its place. OpenBLAS rounds differently for other shapes, and
  /// its kernels for Haswell and Zen even for other places in a block, so each row is a product of its own.
  public func times(_ right: Matrix) -> Matrix {
    precondition(columnCount == right.rowCount, "The left factor's columns must be as many as the right one's rows.")
    let columns = right.columnCount
    let blocks = ParallelBlocks.ranges(of: rowCount, size: Self.blockSize)
    let parts = ParallelBlocks.map(blocks.count) { index in
      blocks[index].flatMap { row in
        var part = [Float](repeating: 0, count: columns)
        Self.multiply(
          elements, .plain, stride: columnCount, offset: row * columnCount, right.elements, .plain, stride: columns,
          offset: 0, rows: 1, inner: columnCount, columns: columns, into: &part)
        return part
      }
    }
    return Matrix(rowCount: rowCount, columnCount: columns, elements: parts.flatMap(\.self))
  }

  /// Returns `selfᵀ * right`, shape `[columns, right's columns]`; blocks of 4,096 rows are added in order.
  public func transposedTimes(_ right: Matrix) -> Matrix {
    precondition(rowCount == right.rowCount, "Both factors of a product over rows must have as many rows.")
    let columns = right.columnCount
    let blocks = ParallelBlocks.ranges(of: rowCount, size: 4096)
    let parts = ParallelBlocks.map(blocks.count) { index in
      var part = [Float](repeating: 0, count: columnCount * columns)
      Self.multiply(
        elements, .transposed, stride: columnCount, offset: blocks[index].lowerBound * columnCount, right.elements,
        .plain, stride: columns, offset: blocks[index].lowerBound * columns, rows: columnCount,
        inner: blocks[index].count, columns: columns, into: &part)
      return part
    }
    var result = Matrix(rowCount: columnCount, columnCount: columns)
    for part in parts {
      for index in result.elements.indices { result.elements[index] += part[index] }
    }
    return result
  }

  private static func multiply(
    _ left: [Float], _ leftOrientation: BLAS.Orientation, stride leftStride: Int, offset leftOffset: Int,
    _ right: [Float], _ rightOrientation: BLAS.Orientation, stride rightStride: Int, offset rightOffset: Int,
    rows: Int, inner: Int, columns: Int, into result: inout [Float]
  ) {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        result.withUnsafeMutableBufferPointer { result in
          guard let left = left.baseAddress, let right = right.baseAddress, let result = result.baseAddress else {
            return
          }
          BLAS.multiply(
            left + leftOffset, leftOrientation, leftStride: leftStride, right + rightOffset, rightOrientation,
            rightStride: rightStride, rows: rows, inner: inner, columns: columns, into: result, resultStride: columns,
            keep: 0)
        }
      }
    }
  }
}
