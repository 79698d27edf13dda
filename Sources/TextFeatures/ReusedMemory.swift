/// Memory that is used again and again, and grows when more is asked for; what it holds is then lost.
final class ReusedMemory<Element: BitwiseCopyable> {
  /// Where it begins.
  private(set) var start: UnsafeMutablePointer<Element>
  private var capacity = 1024

  init() { start = .allocate(capacity: capacity) }

  deinit { start.deallocate() }

  /// Makes room for so many elements.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    start.deallocate()
    capacity = max(count, capacity * 2)
    start = .allocate(capacity: capacity)
  }
}
