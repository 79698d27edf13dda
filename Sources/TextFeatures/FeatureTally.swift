import Glibc
import LinearAlgebra

/// Counts the features that a document has in a block, and gives them in ascending order, weighed.
final class FeatureTally {
  private let rareness: SharedBuffer<Float>
  /// The features of the open block, as often as they were found; then the columns of the document's row.
  private let columnMemory = ReusedMemory<UInt32>()
  private let valueMemory = ReusedMemory<Float>()
  private let sorting: NumberSorting
  /// The entries of closed blocks, and the features of the open one after them.
  private var count = 0
  private var foundCount = 0
  /// `1 + ln n` for small `n`.
  private let sublinear: SharedBuffer<Float>

  init(_ inverseDocumentFrequencies: SharedBuffer<Float>) {
    rareness = inverseDocumentFrequencies
    sorting = NumberSorting(upTo: inverseDocumentFrequencies.count)
    sublinear = SharedBuffer((0..<64).map { 1 + logf(Float(max($0, 1))) })
  }

  /// The columns of the document's row, as far as blocks are closed.
  var columns: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: columnMemory.start, count: count) }
  /// The numbers in these columns.
  var values: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: valueMemory.start, count: count) }

  /// Begins a document in which features stand in at most so many places.
  func removeAll(upTo limit: Int) {
    (count, foundCount) = (0, 0)
    columnMemory.reserve(limit)
    valueMemory.reserve(limit)
  }

  /// Adds what `feature` gives for 0 to `count`: one more than a feature's number, or 0 for none.
  @inline(__always)
  func add(_ count: Int, _ feature: (Int) -> UInt32) {
    let found = columnMemory.start + self.count
    var next = foundCount
    for index in 0..<count {
      let feature = feature(index)
      found[next] = feature &- 1
      next &+= feature == 0 ? 0 : 1
    }
    foundCount = next
  }

  /// Appends the block's features to the row, weighed as ``FeatureSpace/weigh(_:from:to:)`` does, to the same bits.
  func closeBlock(weight: Float) {
    guard let rareness = rareness.start, let sublinear = sublinear.start, foundCount > 0 else { return }
    let (columns, values) = (columnMemory.start + count, valueMemory.start + count)
    sorting.sort(columns, count: foundCount)
    // An entry is written again for each place where its feature stands, with one more each time.
    var (last, times) = (-1, 0)
    for entry in 0..<foundCount {
      let feature = columns[entry]
      let isNew = last < 0 || columns[last] != feature
      times = isNew ? 1 : times &+ 1
      last &+= isNew ? 1 : 0
      columns[last] = feature
      values[last] =
        (times < self.sublinear.count ? sublinear[times] : 1 + logf(Float(times))) * rareness[Int(feature)]
    }
    let size = last + 1
    var squares: Float = 0
    for entry in 0..<size { squares += values[entry] * values[entry] }
    if squares > 0 {
      let scale = weight / squares.squareRoot()
      for entry in 0..<size { values[entry] *= scale }
    }
    (count, foundCount) = (count + size, 0)
  }
}
