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
        vk_add_halves(halves, Int32(width), rows, values, Int64(rows.count), &sum)
      }
    }
    return sum
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
