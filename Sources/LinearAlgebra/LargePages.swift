import Glibc

/// Memory for tables that are read here and there.
///
/// It begins at a border of cache lines, so that a row touches as few of them as can be; large tables lie in large pages
/// where the system has them, so that far places are found without a look at page tables.
package enum LargePages {
  /// The size of a large page on the usual processors, in bytes.
  private static let size = 1 << 21
  private static let cacheLine = 64

  /// Allocates memory for so many elements, to be freed as any other.
  package static func allocate<Element: BitwiseCopyable>(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
    let bytes = count * MemoryLayout<Element>.stride
    // A smaller table would waste the rest of a large page.
    let isLarge = bytes >= size
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes, alignment: isLarge ? size : cacheLine)
    // Advice: what the system makes of it changes nothing but the time.
    if isLarge { madvise(memory.baseAddress, bytes, MADV_HUGEPAGE) }
    return memory.bindMemory(to: Element.self)
  }
}
