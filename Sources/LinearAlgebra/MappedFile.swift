import Glibc

/// A file seen as memory: pages are read when they are touched, and shared between processes.
public final class MappedFile: @unchecked Sendable {
  // Unchecked: the mapping is private and read only.
  private let memory: UnsafeRawBufferPointer

  /// Maps a file; `nil` if it cannot be opened or is empty.
  public init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED
    else { return nil }
    memory = UnsafeRawBufferPointer(start: address, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }

  /// The number of bytes.
  public var count: Int { memory.count }

  /// Returns a copy of some of the bytes, cut at the end of the file.
  public func bytes(_ range: Range<Int>) -> [UInt8] { Array(memory[range.clamped(to: 0..<memory.count)]) }

  func memory<Element: BitwiseCopyable>(_ bytes: Range<Int>, as type: Element.Type) -> UnsafeBufferPointer<Element>? {
    guard bytes.lowerBound >= 0, bytes.upperBound <= memory.count,
      bytes.count.isMultiple(of: MemoryLayout<Element>.stride),
      bytes.lowerBound.isMultiple(of: MemoryLayout<Element>.alignment)
    else { return nil }
    return UnsafeRawBufferPointer(rebasing: memory[bytes]).bindMemory(to: Element.self)
  }
}
