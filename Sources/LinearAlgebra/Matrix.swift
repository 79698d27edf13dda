/// A dense matrix of single-precision numbers, row after row.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// The numbers, row after row; `rowCount * columnCount` of them.
  public var elements: [Float]

  /// Makes a matrix of zeros.
  public init(rowCount: Int, columnCount: Int) {
    self.init(
      rowCount: rowCount, columnCount: columnCount, elements: [Float](repeating: 0, count: rowCount * columnCount))
  }

  /// Makes a matrix of the given numbers, row after row.
  public init(rowCount: Int, columnCount: Int, elements: [Float]) {
    precondition(rowCount >= 0 && columnCount >= 0, "A matrix cannot have a negative number of rows or columns.")
    precondition(elements.count == rowCount * columnCount, "A matrix needs rows times columns numbers.")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.elements = elements
  }

  /// The number in a row and column, both from 0.
  public subscript(row: Int, column: Int) -> Float {
    get { elements[row * columnCount + column] }
    set { elements[row * columnCount + column] = newValue }
  }

  /// The numbers of one row.
  public func row(_ row: Int) -> ArraySlice<Float> { elements[row * columnCount..<(row + 1) * columnCount] }

  /// The matrix with rows and columns exchanged.
  public func transposed() -> Matrix {
    var result = Matrix(rowCount: columnCount, columnCount: rowCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount { result[column, row] = self[row, column] }
    }
    return result
  }
}
