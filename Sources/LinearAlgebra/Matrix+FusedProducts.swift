extension Matrix {
  /// The number of rows that stay in the cache between two products.
  static let fusedBlockSize = 256
  /// The number of rows that one core takes at a time.
  private static let fusedChunkSize = 2048

  /// Returns the sum over blocks `X` of rows of `change(left Xᵀ) X`, shape `[left's rows, columns]`.
  ///
  /// Both products of a block are made while it is in the cache. Blocks are added in a fixed order, so that the bits do
  /// not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - left: Shape `[any, columns]`.
  ///   - change: Is given the rows of a block and `left Xᵀ`, one row for each row of `left`, and replaces it in place;
  ///     called from any thread. What it returns is handed on in the order of the blocks.
  public func sumOfFusedProducts<Extra: Sendable>(
    _ left: Matrix, _ change: @Sendable (_ rows: Range<Int>, _ scores: inout [Float]) -> Extra
  ) -> (sum: Matrix, extras: [Extra]) {
    precondition(columnCount == left.columnCount, "Both matrices must have as many columns.")
    let chunks = ParallelBlocks.ranges(of: rowCount, size: Self.fusedChunkSize)
    let parts = ParallelBlocks.map(chunks.count) { index in
      var sum = [Float](repeating: 0, count: left.elements.count)
      var extras: [Extra] = []
      for start in stride(from: chunks[index].lowerBound, to: chunks[index].upperBound, by: Self.fusedBlockSize) {
        let rows = start..<min(start + Self.fusedBlockSize, chunks[index].upperBound)
        var scores = [Float](repeating: 0, count: left.rowCount * rows.count)
        addProducts(left, rows: rows, scores: &scores, sum: &sum) { extras.append(change(rows, &$0)) }
      }
      return (sum: sum, extras: extras)
    }
    var total = Matrix(rowCount: left.rowCount, columnCount: columnCount)
    for part in parts {
      for index in total.elements.indices { total.elements[index] += part.sum[index] }
    }
    return (total, parts.flatMap(\.extras))
  }

  private func addProducts(
    _ left: Matrix, rows: Range<Int>, scores: inout [Float], sum: inout [Float], _ change: (inout [Float]) -> Void
  ) {
    let count = left.rowCount
    elements.withUnsafeBufferPointer { elements in
      guard let block = elements.baseAddress.map({ $0 + rows.lowerBound * columnCount }) else { return }
      left.elements.withUnsafeBufferPointer { left in
        scores.withUnsafeMutableBufferPointer { scores in
          guard let left = left.baseAddress, let scores = scores.baseAddress else { return }
          BLAS.multiply(
            left, .plain, leftStride: columnCount, block, .transposed, rightStride: columnCount, rows: count,
            inner: columnCount, columns: rows.count, into: scores, resultStride: rows.count, keep: 0)
        }
      }
      change(&scores)
      scores.withUnsafeBufferPointer { scores in
        sum.withUnsafeMutableBufferPointer { sum in
          guard let scores = scores.baseAddress, let sum = sum.baseAddress else { return }
          BLAS.multiply(
            scores, .plain, leftStride: rows.count, block, .plain, rightStride: columnCount, rows: count,
            inner: rows.count, columns: columnCount, into: sum, resultStride: columnCount, keep: 1)
        }
      }
    }
  }

  /// Returns the rows with the given indices, in that order.
  public func rows(_ indices: [Int]) -> Matrix {
    var elements: [Float] = []
    elements.reserveCapacity(indices.count * columnCount)
    for index in indices { elements += row(index) }
    return Matrix(rowCount: indices.count, columnCount: columnCount, elements: elements)
  }
}
