/// A matrix of which most numbers are zero, row after row (compressed sparse rows).
public struct SparseMatrix: Hashable, Sendable {
  /// The number of columns.
  public let columnCount: Int
  /// Where each row begins in `columns` and `values`; one more than there are rows.
  public private(set) var rowStarts: [Int]
  /// The column of each stored number.
  public private(set) var columns: [UInt32]
  /// The stored numbers.
  public private(set) var values: [Float]

  /// Makes a matrix without rows.
  public init(columnCount: Int) {
    self.columnCount = columnCount
    rowStarts = [0]
    columns = []
    values = []
  }

  /// The number of rows.
  public var rowCount: Int { rowStarts.count - 1 }

  /// Appends a row.
  public mutating func append(_ row: SparseVector) {
    row.columns.withUnsafeBufferPointer { columns in
      row.values.withUnsafeBufferPointer { append(columns: columns, values: $0) }
    }
  }

  /// Appends a row given by its columns, each at most once, and the number in each of them.
  package mutating func append(columns: UnsafeBufferPointer<UInt32>, values: UnsafeBufferPointer<Float>) {
    precondition(columns.count == values.count, "A sparse row needs one value for each column.")
    precondition(columns.allSatisfy { $0 < columnCount }, "A sparse row has a column beyond the matrix.")
    self.columns.append(contentsOf: columns)
    self.values.append(contentsOf: values)
    rowStarts.append(self.columns.count)
  }

  /// Appends all rows of a matrix of as many columns.
  public mutating func append(rowsOf other: SparseMatrix) {
    precondition(other.columnCount == columnCount, "Matrices one below the other need as many columns.")
    let start = columns.count
    columns.append(contentsOf: other.columns)
    values.append(contentsOf: other.values)
    rowStarts.append(contentsOf: other.rowStarts.dropFirst().map { start + $0 })
  }

  /// Each column's rank by how many numbers are stored in it, 0 for the fullest; of equal ones the first comes first.
  package var columnRanks: [UInt32] {
    var counts = [Int](repeating: 0, count: columnCount)
    for column in columns { counts[Int(column)] += 1 }
    // Where the columns of each count begin, fullest first.
    var places = [Int](repeating: 0, count: (counts.max() ?? 0) + 2)
    for count in counts { places[places.count - 1 - count] += 1 }
    for index in places.indices.dropFirst() { places[index] += places[index - 1] }
    return counts.map { count in
      let place = places.count - 2 - count
      defer { places[place] += 1 }
      return UInt32(places[place])
    }
  }

  /// The stored numbers of one row.
  public subscript(row: Int) -> SparseVector {
    let range = rowStarts[row]..<rowStarts[row + 1]
    return SparseVector(columns: Array(columns[range]), values: Array(values[range]))
  }

  /// Returns the rows with the given indices, in that order.
  public func rows(_ indices: [Int]) -> SparseMatrix {
    var result = SparseMatrix(columnCount: columnCount)
    for index in indices {
      let range = rowStarts[index]..<rowStarts[index + 1]
      result.columns.append(contentsOf: columns[range])
      result.values.append(contentsOf: values[range])
      result.rowStarts.append(result.columns.count)
    }
    return result
  }

  /// Returns `self * right`, shape `[rows, right's columns]`; each row is added up in the order it is stored.
  public func times(_ right: Matrix) -> Matrix {
    precondition(columnCount == right.rowCount, "The left factor's columns must be as many as the right one's rows.")
    let width = right.columnCount
    let blocks = ParallelBlocks.ranges(of: rowCount, size: Matrix.blockSize)
    let parts = ParallelBlocks.map(blocks.count) { index in
      var part = [Float](repeating: 0, count: blocks[index].count * width)
      part.withUnsafeMutableBufferPointer { part in
        right.elements.withUnsafeBufferPointer { right in
          for row in blocks[index] {
            let target = (row - blocks[index].lowerBound) * width
            for entry in rowStarts[row]..<rowStarts[row + 1] {
              let source = Int(columns[entry]) * width
              let value = values[entry]
              for column in 0..<width { part[target + column] += value * right[source + column] }
            }
          }
        }
      }
      return part
    }
    return Matrix(rowCount: rowCount, columnCount: width, elements: parts.flatMap(\.self))
  }

  /// Returns the matrix with rows and columns exchanged; within a row the former row order is kept.
  public func transposed() -> SparseMatrix {
    var result = SparseMatrix(columnCount: rowCount)
    var counts = [Int](repeating: 0, count: columnCount + 1)
    for column in columns { counts[Int(column) + 1] += 1 }
    for column in 0..<columnCount { counts[column + 1] += counts[column] }
    result.rowStarts = counts
    result.columns = [UInt32](repeating: 0, count: columns.count)
    result.values = [Float](repeating: 0, count: values.count)
    for row in 0..<rowCount {
      for entry in rowStarts[row]..<rowStarts[row + 1] {
        let column = Int(columns[entry])
        result.columns[counts[column]] = UInt32(row)
        result.values[counts[column]] = values[entry]
        counts[column] += 1
      }
    }
    return result
  }
}

/// The numbers of one row that are not zero.
public struct SparseVector: Hashable, Sendable {
  /// The columns, each at most once.
  public var columns: [UInt32]
  /// The number in each of these columns.
  public var values: [Float]

  /// Makes a row.
  public init(columns: [UInt32] = [], values: [Float] = []) {
    precondition(columns.count == values.count, "A sparse row needs one value for each column.")
    self.columns = columns
    self.values = values
  }

  /// The Euclidean length.
  public var length: Float { values.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot() }
}

extension SparseMatrix {
  /// Stores every number of a dense matrix, zeros too.
  public init(_ matrix: Matrix) {
    self.init(columnCount: matrix.columnCount)
    let all = (0..<matrix.columnCount).map(UInt32.init)
    for row in 0..<matrix.rowCount { append(SparseVector(columns: all, values: Array(matrix.row(row)))) }
  }
}
