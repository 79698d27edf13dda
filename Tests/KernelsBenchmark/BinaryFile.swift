import Foundation
import LinearAlgebra
import LinearModels

/// Arrays that NumPy has written one after the other, little-endian.
struct BinaryFile {
  private let data: Data

  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    self.data = data
  }

  /// Rows, columns and labels (64 bits each), the features (32-bit floats), the labels (a byte each).
  func dense() -> (Matrix, LabelTargets) {
    var place = 0
    let sizes: [Int] = take(3, at: &place)
    let elements: [Float] = take(sizes[0] * sizes[1], at: &place)
    let marks: [UInt8] = take(sizes[0] * sizes[2], at: &place)
    return (
      Matrix(rowCount: sizes[0], columnCount: sizes[1], elements: elements), Self.targets(marks, labels: sizes[2])
    )
  }

  /// Rows, columns, labels and stored numbers (64 bits each), the row starts (64 bits), the columns (32 bits), the
  /// values (32-bit floats), the labels (a byte each).
  func sparse() -> (SparseMatrix, LabelTargets) {
    var place = 0
    let sizes: [Int] = take(4, at: &place)
    let starts: [Int] = take(sizes[0] + 1, at: &place)
    let columns: [UInt32] = take(sizes[3], at: &place)
    let values: [Float] = take(sizes[3], at: &place)
    let marks: [UInt8] = take(sizes[0] * sizes[2], at: &place)
    var matrix = SparseMatrix(columnCount: sizes[1])
    for row in 0..<sizes[0] {
      let range = starts[row]..<starts[row + 1]
      matrix.append(SparseVector(columns: Array(columns[range]), values: Array(values[range])))
    }
    return (matrix, Self.targets(marks, labels: sizes[2]))
  }

  /// Texts, one a line.
  func texts() -> [String] {
    data.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func targets(_ marks: [UInt8], labels: Int) -> LabelTargets {
    var targets = LabelTargets(exampleCount: marks.count / labels, labelCount: labels)
    for (index, mark) in marks.enumerated() {
      targets.set(example: index / labels, label: index % labels, to: mark > 0 ? .present : .absent)
    }
    return targets
  }

  private func take<Number: BitwiseCopyable>(_ count: Int, at place: inout Int) -> [Number] {
    let size = count * MemoryLayout<Number>.stride
    defer { place += size }
    return data[place..<place + size].withUnsafeBytes { bytes in
      [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
        initialized = count
      }
    }
  }
}
