/// Numbers at a fixed place in memory, for loops that hand it to C.
final class Floats {
  let start: UnsafeMutablePointer<Float>
  private let count: Int

  init(count: Int, repeating value: Float = 0) {
    self.count = count
    start = .allocate(capacity: max(count, 1))
    start.initialize(repeating: value, count: max(count, 1))
  }

  deinit { start.deallocate() }

  subscript(index: Int) -> Float {
    get { start[index] }
    set { start[index] = newValue }
  }

  func fill(with value: Float) { start.update(repeating: value, count: count) }
}
