/// A word as two numbers, which are compared faster than bytes.
///
/// A word of at most 16 bytes is its bytes, padded with zeros, so that two such words have equal keys only if they are
/// equal; no word holds a zero byte. A longer one is a hash of 120 bits whose lowest byte is 0, as no shorter one's is;
/// its bytes are to be compared besides.
struct WordKey: Equatable {
  let low: UInt64
  let high: UInt64

  /// The longest word that is its own key, in bytes.
  static let longestExact = 16

  /// Reads a word of which at least 16 bytes after its first one are readable memory.
  @inline(__always)
  init(readable start: UnsafePointer<UInt8>, count: Int) {
    guard count <= Self.longestExact else {
      self.init(hashing: UnsafeBufferPointer(start: start, count: count))
      return
    }
    let raw = UnsafeRawPointer(start)
    // A shift by 64 gives zero.
    self.init(
      low: raw.loadUnaligned(as: UInt64.self) & (.max >> UInt64(64 - 8 * min(count, 8))),
      high: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & (.max >> UInt64(64 - 8 * max(count - 8, 0))))
  }

  /// Reads a word's own bytes alone.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    guard word.count <= Self.longestExact else {
      self.init(hashing: word)
      return
    }
    var (low, high): (UInt64, UInt64) = (0, 0)
    for (index, byte) in word.enumerated() {
      if index < 8 { low |= UInt64(byte) << UInt64(8 * index) } else { high |= UInt64(byte) << UInt64(8 * index - 64) }
    }
    self.init(low: low, high: high)
  }

  private init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  /// The key of no word.
  static let none = WordKey(low: 0, high: 0)

  private init(hashing word: UnsafeBufferPointer<UInt8>) {
    var (first, second): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15)
    for byte in word {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second &+ UInt64(byte)) &* 0xd6e8_feb8_6659_fd93
      second ^= second >> 32
    }
    self.init(low: first & ~0xFF, high: second)
  }

  var isExact: Bool { low & 0xFF != 0 }

  /// A number to find the key by: both halves multiplied with each other, high and low bits of the product mixed.
  @inline(__always)
  var hash: UInt64 {
    let product = (low ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: high ^ 0xd6e8_feb8_6659_fd93)
    return product.high ^ product.low
  }
}
