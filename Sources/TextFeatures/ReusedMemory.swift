/// Memory for numbers that is used again and again, and grows when more is asked for; what it holds is then lost.
final class ReusedMemory<Number: BitwiseCopyable & ExpressibleByIntegerLiteral> {
  /// Where it begins.
  private(set) var start: UnsafeMutablePointer<Number>
  private var capacity = 1024

  init() {
    start = .allocate(capacity: capacity)
    start.initialize(repeating: 0, count: capacity)
  }

  deinit { start.deallocate() }

  /// Makes room for so many numbers.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    start.deallocate()
    capacity = max(count, capacity * 2)
    start = .allocate(capacity: capacity)
    start.initialize(repeating: 0, count: capacity)
  }
}
