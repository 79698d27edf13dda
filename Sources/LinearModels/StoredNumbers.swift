import CVectorKernels
import LinearAlgebra

/// Numbers of a model where they lie in its file.
public enum StoredNumbers {
  /// Returns the sum of some rows of a table of half-precision numbers, each times its value; shape `[width]`.
  ///
  /// The rows are converted as they are added, which the processor does eight or more at a time; Swift's own conversion
  /// took a quarter of one paper's answer. The result is the same on every processor.
  ///
  /// - Parameters:
  ///   - width: The numbers of a row.
  ///   - rows: The rows, in the order in which they are added.
  ///   - values: One for each of them.
  public static func weightedSum(
    of table: SharedBuffer<Float16>, width: Int, rows: [UInt32], values: [Float]
  ) -> [Float] {
    precondition(rows.count == values.count, "Each row needs one value.")
    precondition(rows.allSatisfy { (Int($0) + 1) * width <= table.count }, "A row lies beyond the table.")
    var sum = [Float](repeating: 0, count: width)
    table.withContiguousStorageIfAvailable { table in
      table.withMemoryRebound(to: UInt16.self) { halves in
        guard let halves = halves.baseAddress else { return }
        vk_add_halves(halves, Int32(width), .max, rows, values, Int64(rows.count), &sum)
      }
    }
    return sum
  }

  /// Returns, for each row of a sparse matrix, the sum of the table's rows that its columns name, each times its value;
  /// shape `[rows, width]`. Works on this core alone, and adds as ``weightedSum(of:width:rows:values:)`` does.
  ///
  /// - Parameter rowCount: The number of the table's rows; columns beyond it are left out.
  public static func weightedSums(
    of table: SharedBuffer<Float16>, width: Int, rowCount: Int, by rows: SparseMatrix
  ) -> Matrix {
    precondition(rowCount * width <= table.count, "The table has fewer rows.")
    var sums = [Float](repeating: 0, count: rows.rowCount * width)
    table.withContiguousStorageIfAvailable { table in
      table.withMemoryRebound(to: UInt16.self) { halves in
        rows.columns.withUnsafeBufferPointer { columns in
          rows.values.withUnsafeBufferPointer { values in
            sums.withUnsafeMutableBufferPointer { sums in
              guard let halves = halves.baseAddress, let columns = columns.baseAddress,
                let values = values.baseAddress, let sums = sums.baseAddress
              else { return }
              for row in 0..<rows.rowCount {
                let start = rows.rowStarts[row]
                vk_add_halves(
                  halves, Int32(width), UInt32(rowCount), columns + start, values + start,
                  Int64(rows.rowStarts[row + 1] - start), sums + row * width)
              }
            }
          }
        }
      }
    }
    return Matrix(rowCount: rows.rowCount, columnCount: width, elements: sums)
  }

  /// Adds `left * right` to a matrix, on this core alone; a row's result depends neither on the other rows nor on the
  /// processor.
  public static func add(_ left: Matrix, times right: Matrix, to result: inout Matrix) {
    precondition(
      left.columnCount == right.rowCount && result.rowCount == left.rowCount
        && result.columnCount == right.columnCount, "The matrices of a product do not fit together.")
    left.elements.withUnsafeBufferPointer { left in
      right.elements.withUnsafeBufferPointer { right in
        let (rows, inner, width) = (result.rowCount, left.count / max(result.rowCount, 1), result.columnCount)
        result.elements.withUnsafeMutableBufferPointer { result in
          guard let left = left.baseAddress, let right = right.baseAddress, let result = result.baseAddress else {
            return
          }
          for row in 0..<rows {
            vk_add_product(left + row * inner, Int64(inner), right, Int32(width), result + row * width)
          }
        }
      }
    }
  }

  /// Whether none of the numbers is infinite or not a number.
  public static func areFinite(_ numbers: SharedBuffer<Float>) -> Bool {
    numbers.withContiguousStorageIfAvailable { numbers in
      numbers.withMemoryRebound(to: UInt32.self) { bits in
        bits.baseAddress.map { vk_are_finite($0, Int64(bits.count)) != 0 } ?? true
      }
    } ?? numbers.allSatisfy(\.isFinite)
  }

  /// Whether none of the numbers is infinite or not a number.
  public static func areFinite(_ numbers: SharedBuffer<Float16>) -> Bool {
    numbers.withContiguousStorageIfAvailable { numbers in
      numbers.withMemoryRebound(to: UInt16.self) { bits in
        bits.baseAddress.map { vk_are_finite_halves($0, Int64(bits.count)) != 0 } ?? true
      }
    } ?? numbers.allSatisfy(\.isFinite)
  }
}
