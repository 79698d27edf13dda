import Glibc
import LinearAlgebra

/// Counts the features that a document has in each block, and makes its row of them: block after block, features in the
/// order in which they are first found, weighed.
final class FeatureTally {
  private struct Feature {
    let rareness: Float
    /// One more than its entry in the open block; 0 if it was not found there.
    var entry: UInt32
  }

  /// By one more than the feature's number.
  private let features: UnsafeMutableBufferPointer<Feature>
  /// The columns of the document's row, and for closed blocks the numbers in them; for the open one, how often each feature
  /// was found.
  private let columnMemory = ReusedMemory<UInt32>()
  private let valueMemory = ReusedMemory<Float>()
  private let found = ReusedMemory<UInt32>()
  private var closedCount = 0
  private var count = 0
  /// `1 + ln n` for small `n`.
  private let sublinear = SharedBuffer((0..<64).map { 1 + logf(Float(max($0, 1))) })

  init(_ inverseDocumentFrequencies: SharedBuffer<Float>) {
    features = LargePages.allocate(inverseDocumentFrequencies.count + 1)
    features.initialize(repeating: Feature(rareness: 0, entry: 0))
    for (feature, rareness) in inverseDocumentFrequencies.enumerated() {
      features[feature + 1] = Feature(rareness: rareness, entry: 0)
    }
  }

  deinit { features.deallocate() }

  /// The columns of the document's row, as far as blocks are closed.
  var columns: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: columnMemory.start, count: closedCount) }
  /// The numbers in these columns.
  var values: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: valueMemory.start, count: closedCount) }

  /// Begins a document in which features stand in at most so many places.
  func removeAll(upTo limit: Int) {
    (closedCount, count) = (0, 0)
    columnMemory.reserve(limit)
    valueMemory.reserve(limit)
    found.reserve(limit)
  }

  /// Adds what `feature` gives for 0 to `places`: one more than a feature's number, or 0 for none.
  @inline(__always)
  func add(_ places: Int, _ feature: (Int) -> UInt32) {
    guard let features = features.baseAddress else { return }
    let (found, columns, values) = (found.start, columnMemory.start, valueMemory.start)
    var foundCount = 0
    for place in 0..<places {
      let feature = feature(place)
      found[foundCount] = feature
      prefetch(features + Int(feature))
      foundCount &+= feature == 0 ? 0 : 1
    }
    // Without a branch on whether a feature is new: it is written again each time.
    var count = count
    for index in 0..<foundCount {
      let feature = Int(found[index])
      let known = Int(features[feature].entry)
      let entry = known == 0 ? count : known &- 1
      let times = known == 0 ? 0 : values[entry]
      columns[entry] = found[index] &- 1
      values[entry] = times + 1
      features[feature].entry = UInt32(truncatingIfNeeded: entry &+ 1)
      count &+= known == 0 ? 1 : 0
    }
    self.count = count
  }

  /// Weighs the block's features as ``FeatureSpace/weigh(_:from:to:)`` does, to the same bits.
  func closeBlock(weight: Float) {
    guard let features = features.baseAddress, let sublinear = sublinear.start else { return }
    let (columns, values) = (columnMemory.start, valueMemory.start)
    var squares: Float = 0
    for entry in closedCount..<count {
      let feature = Int(columns[entry]) &+ 1
      let times = Int(values[entry])
      let factor = times < self.sublinear.count ? sublinear[times] : 1 + logf(values[entry])
      let value = factor * features[feature].rareness
      features[feature].entry = 0
      values[entry] = value
      squares += value * value
    }
    if squares > 0 {
      let scale = weight / squares.squareRoot()
      for entry in closedCount..<count { values[entry] *= scale }
    }
    closedCount = count
  }
}
