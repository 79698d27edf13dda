import Dispatch

/// Work cut into blocks of fixed size, so that no result depends on the number of threads.
public enum ParallelBlocks {
  /// Runs `body` for each index on all cores and returns what it gives, in order.
  public static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(body) }
    let slots = Slots<Result>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { index in slots.set(index, to: body(index)) }
    return slots.results
  }

  /// Returns the ranges of `size` rows, the last one shorter.
  public static func ranges(of count: Int, size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// One place for each result.
  private final class Slots<Result: Sendable>: @unchecked Sendable {
    // Unchecked: each index is written once, by one thread, and read after all have ended.
    private let storage: UnsafeMutableBufferPointer<Result?>

    init(count: Int) {
      storage = .allocate(capacity: count)
      storage.initialize(repeating: nil)
    }

    deinit {
      storage.deinitialize()
      storage.deallocate()
    }

    func set(_ index: Int, to result: Result) { storage[index] = result }

    var results: [Result] { storage.compactMap(\.self) }
  }
}
