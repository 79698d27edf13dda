/// The words of a text as the tokenizer writes them: bytes one after the other, in memory that is used again.
///
/// One thread at a time; what is read often (the classifier, the counting of features) keeps one for many texts.
final class WordBuffer {
  /// The lowercased bytes of all words, in UTF-8, with one blank after each word. At least ``spare`` bytes that are not
  /// yet written follow, so that a word may be read eight bytes at a time.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// Where each word ends in `bytes`; the next one begins one further.
  private(set) var ends: UnsafeMutablePointer<UInt32>
  /// The number of bytes that are written.
  var byteCount = 0
  /// The number of words.
  var count = 0
  private var byteCapacity: Int
  private var wordCapacity: Int

  /// What may be read beyond the last byte.
  static let spare = 32

  init() {
    byteCapacity = 4096
    wordCapacity = 1024
    bytes = .allocate(capacity: byteCapacity)
    bytes.initialize(repeating: 0, count: byteCapacity)
    ends = .allocate(capacity: wordCapacity)
    ends.initialize(repeating: 0, count: wordCapacity)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  /// Forgets all words; the memory is kept.
  func removeAll() {
    byteCount = 0
    count = 0
  }

  /// Where a word begins.
  func start(_ word: Int) -> Int { word == 0 ? 0 : Int(ends[word - 1]) + 1 }

  /// Makes room for a text of so many bytes: each word takes one byte more than it has, and has one at least.
  func reserve(_ count: Int) {
    Self.grow(&bytes, &byteCapacity, filled: byteCount, to: byteCount + count + 2 + Self.spare)
    Self.grow(&ends, &wordCapacity, filled: self.count, to: self.count + count / 2 + 2)
  }

  private static func grow<Element: BinaryInteger>(
    _ memory: inout UnsafeMutablePointer<Element>, _ capacity: inout Int, filled: Int, to wanted: Int
  ) {
    guard wanted > capacity else { return }
    let larger = max(wanted, capacity * 2)
    let new = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    new.initialize(repeating: 0, count: larger)
    new.update(from: memory, count: filled)
    memory.deallocate()
    (memory, capacity) = (new, larger)
  }
}
