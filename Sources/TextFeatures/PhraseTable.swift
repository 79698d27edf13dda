/// Phrases and their numbers: each is a shorter phrase and the word that follows it.
///
/// An open-addressing table with linear probing under a set of bits: most neighbours in a text are no phrase, and one look
/// at a bit tells nine of ten of them, without a way to the table's far memory.
final class PhraseTable: @unchecked Sendable {
  // Unchecked: it is filled by one thread and only read afterwards.
  private struct Slot {
    /// The number of the shorter phrase and, in the lower half, the word's; 0 where empty.
    var key: UInt64
    var number: UInt32
  }

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var bits: UnsafeMutableBufferPointer<UInt64>
  private var count = 0

  init() {
    slots = .allocate(capacity: 1 << 12)
    slots.initialize(repeating: Slot(key: 0, number: 0))
    bits = .allocate(capacity: 1 << 9)
    bits.initialize(repeating: 0)
  }

  deinit {
    slots.deallocate()
    bits.deallocate()
  }

  /// Returns the number of a phrase, which is `new` if the phrase was not there before.
  func add(_ shorter: UInt32, _ word: UInt32, new: UInt32) -> UInt32 {
    let key = Self.key(shorter, word)
    let slot = slot(of: key)
    if slots[slot].key == key { return slots[slot].number }
    slots[slot] = Slot(key: key, number: new)
    mark(key)
    count += 1
    if count * 2 > slots.count { grow() }
    return new
  }

  /// Returns the number of a phrase; 0 if there is none.
  @inline(__always)
  func number(_ shorter: UInt32, _ word: UInt32) -> UInt32 {
    let key = Self.key(shorter, word)
    let bit = bit(of: key)
    guard bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return 0 }
    return slots[slot(of: key)].number
  }

  private static func key(_ shorter: UInt32, _ word: UInt32) -> UInt64 { UInt64(shorter) << 32 | UInt64(word) }

  private static func hash(_ key: UInt64) -> UInt64 {
    let product = (key ^ 0xd6e8_feb8_6659_fd93).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }

  /// Eight bits for each phrase of a table half full to a quarter full at least.
  private func bit(of key: UInt64) -> Int { Int(truncatingIfNeeded: Self.hash(key) >> 20) & (bits.count * 64 - 1) }

  private func mark(_ key: UInt64) {
    let bit = bit(of: key)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while slots[slot].key != key, slots[slot].key != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private func grow() {
    let old = slots
    slots = .allocate(capacity: old.count * 2)
    slots.initialize(repeating: Slot(key: 0, number: 0))
    bits.deallocate()
    bits = .allocate(capacity: slots.count / 8)
    bits.initialize(repeating: 0)
    for entry in old where entry.key != 0 {
      slots[slot(of: entry.key)] = entry
      mark(entry.key)
    }
    old.deallocate()
  }
}
