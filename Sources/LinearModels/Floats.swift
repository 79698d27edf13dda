import LinearAlgebra

/// Numbers at a fixed place in ``LargePages``, for loops that hand it to C.
final class Floats {
  let start: UnsafeMutablePointer<Float>
  private let count: Int

  init(count: Int, repeating value: Float = 0) {
    self.count = count
    let memory: UnsafeMutableBufferPointer<Float> = LargePages.allocate(max(count, 1))
    memory.initialize(repeating: value)
    guard let first = memory.baseAddress else { preconditionFailure("Memory for one number has a place.") }
    start = first
  }

  deinit { start.deallocate() }

  subscript(index: Int) -> Float {
    get { start[index] }
    set { start[index] = newValue }
  }

  func fill(with value: Float) { start.update(repeating: value, count: count) }
}
