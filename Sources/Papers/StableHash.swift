/// A hash that is the same in every run and on every machine, unlike Swift's own: FNV-1a with 64 bits (Fowler, Noll,
/// Vo; RFC 9923). It names things; it protects nothing.
public struct StableHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Begins a hash.
  public init() {}

  /// Takes in bytes.
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Takes in a text and its end, so that "ab", "c" differs from "a", "bc".
  public mutating func combine(_ text: String) {
    combine(text.utf8)
    combine(CollectionOfOne(0xFF))
  }

  /// The hash as a number.
  public var value: UInt64 { state }

  /// The hash as sixteen hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
