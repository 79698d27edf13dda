/// Numbers that never change, in an array or in a part of a mapped file, shared without copying.
public struct SharedBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable, RandomAccessCollection {
  // Unchecked: nothing writes to the memory, and the owner keeps it alive.
  private let memory: UnsafeBufferPointer<Element>
  private let owner: AnyObject

  /// Copies an array.
  public init(_ elements: [Element]) {
    let copy: UnsafeMutableBufferPointer<Element> = LargePages.allocate(elements.count)
    _ = copy.initialize(from: elements)
    memory = UnsafeBufferPointer(copy)
    owner = Allocation(memory: UnsafeMutableRawBufferPointer(copy))
  }

  /// Takes a part of a mapped file; `nil` if it does not lie in the file, or not where such numbers may lie.
  public init?(_ file: MappedFile, bytes: Range<Int>) {
    guard let memory = file.memory(bytes, as: Element.self) else { return nil }
    self.memory = memory
    owner = file
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of elements.
  public var endIndex: Int { memory.count }
  /// One element.
  public subscript(index: Int) -> Element { memory[index] }

  /// Calls `body` with the elements where they lie.
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try withExtendedLifetime(owner) { try body(memory) }
  }

  /// Where the elements lie, as long as this buffer or a copy of it lives; `nil` if there are none.
  package var start: UnsafePointer<Element>? { memory.baseAddress }

  private final class Allocation {
    private let memory: UnsafeMutableRawBufferPointer
    init(memory: UnsafeMutableRawBufferPointer) { self.memory = memory }
    deinit { memory.deallocate() }
  }
}
