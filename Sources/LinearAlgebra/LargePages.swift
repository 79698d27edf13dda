import Glibc

/// Memory for tables that are read here and there, in large pages where the system has them: the processor then finds the
/// place of each number sooner.
package enum LargePages {
  /// The size of a large page on the usual processors, in bytes.
  private static let size = 1 << 21

  /// Allocates memory for so many elements, to be freed as any other.
  package static func allocate<Element: BitwiseCopyable>(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
    let bytes = count * MemoryLayout<Element>.stride
    // A smaller table would waste the rest of its page.
    guard bytes >= size else { return .allocate(capacity: count) }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes, alignment: size)
    // Advice: what the system makes of it changes nothing but the time.
    madvise(memory.baseAddress, bytes, MADV_HUGEPAGE)
    return memory.bindMemory(to: Element.self)
  }
}
