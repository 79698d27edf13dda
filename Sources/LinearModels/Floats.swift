import Glibc

/// Numbers at a fixed place in memory, for loops that hand it to C.
///
/// They begin at a border of cache lines, so that a row of labels touches as few of them as can be; large ones lie in
/// large pages where the system has them, so that far places are found without a look at page tables.
final class Floats {
  let start: UnsafeMutablePointer<Float>
  private let count: Int
  private static let (cacheLine, largePage) = (64, 2 << 20)

  init(count: Int, repeating value: Float = 0) {
    self.count = count
    let bytes = max(count, 1) * MemoryLayout<Float>.stride
    let alignment = bytes >= Self.largePage ? Self.largePage : Self.cacheLine
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: alignment)
    if bytes >= Self.largePage { madvise(memory, bytes, MADV_HUGEPAGE) }
    start = memory.bindMemory(to: Float.self, capacity: max(count, 1))
    start.initialize(repeating: value, count: max(count, 1))
  }

  deinit { start.deallocate() }

  subscript(index: Int) -> Float {
    get { start[index] }
    set { start[index] = newValue }
  }

  func fill(with value: Float) { start.update(repeating: value, count: count) }
}
