import LinearAlgebra

/// Phrases and their numbers: each is a shorter phrase and the word that follows it.
///
/// An open-addressing table with linear probing under a set of bits: most neighbours in a text are no phrase, and one look
/// at a bit tells nine of ten of those, without a way to the table's far memory.
final class PhraseTable: @unchecked Sendable {
  // Unchecked: it is filled by one thread and only read afterwards.
  private struct Slot {
    /// The number of the shorter phrase and, in the lower half, the word's; 0 where empty.
    var key: UInt64
    var number: UInt32
  }

  private let slots: UnsafeMutableBufferPointer<Slot>
  private let bits: UnsafeMutableBufferPointer<UInt64>
  private var next: UInt32

  /// Makes room for so many phrases, numbered from `first` on. Those added first are found fastest, since they stand
  /// where they are looked for.
  init(limit: Int, first: Int) {
    next = UInt32(first)
    var capacity = 1 << 12
    while capacity < limit * 2 { capacity *= 2 }
    slots = LargePages.allocate(capacity)
    slots.initialize(repeating: Slot(key: 0, number: 0))
    bits = LargePages.allocate(capacity / 16)
    bits.initialize(repeating: 0)
  }

  deinit {
    slots.deallocate()
    bits.deallocate()
  }

  /// Returns the number of a phrase, a new one if need be.
  func add(_ shorter: UInt32, _ word: UInt32) -> UInt32 {
    let key = Self.key(shorter, word)
    let slot = slot(of: key)
    if slots[slot].key == key { return slots[slot].number }
    slots[slot] = Slot(key: key, number: next)
    let bit = bit(of: key)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
    next += 1
    return next - 1
  }

  /// Finds the phrases that are a shorter one and the word after it.
  ///
  /// In short loops, each of which asks for the memory that the next one reads: numbers to look up by, a look at the bits,
  /// and a look-up of those that have theirs, nearly all with success. What the processor cannot foresee is thus no branch.
  ///
  /// - Parameters:
  ///   - length: The words of the shorter ones.
  ///   - words: The numbers of all words of the text, and 0 after the last.
  func find(
    _ shorter: PhraseList.Found, length: Int, before words: UnsafeMutablePointer<UInt32>,
    into longer: PhraseList.Found, hashes keys: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let (bitMask, mask) = (bits.count * 64 - 1, slots.count - 1)
    guard let bits = UnsafePointer(bits.baseAddress), let slots = UnsafePointer(slots.baseAddress) else { return 0 }
    let (places, numbers) = (longer.places, longer.numbers)
    var known = 0
    for entry in 0..<shorter.count {
      let place = shorter.places[entry]
      let word = words[Int(place) &+ length]
      places[known] = place
      keys[known] = Self.key(shorter.numbers[entry], word)
      known &+= word == 0 ? 0 : 1
    }
    var marked = 0
    for entry in 0..<known {
      let (place, key) = (places[entry], keys[entry])
      let bit = Int(truncatingIfNeeded: Self.hash(key) >> 20) & bitMask
      places[marked] = place
      keys[marked] = key
      marked &+= Int(truncatingIfNeeded: bits[bit >> 6] >> UInt64(bit & 63) & 1)
    }
    for entry in 0..<marked { prefetch(slots + (Int(truncatingIfNeeded: Self.hash(keys[entry])) & mask)) }
    var found = 0
    for entry in 0..<marked {
      let (place, key) = (places[entry], keys[entry])
      var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
      while slots[slot].key != key, slots[slot].key != 0 { slot = (slot &+ 1) & mask }
      let number = slots[slot].number
      places[found] = place
      numbers[found] = number
      found &+= number == 0 ? 0 : 1
    }
    return found
  }

  private static func key(_ shorter: UInt32, _ word: UInt32) -> UInt64 { UInt64(shorter) << 32 | UInt64(word) }

  private static func hash(_ key: UInt64) -> UInt64 {
    let product = (key ^ 0xd6e8_feb8_6659_fd93).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }

  /// Eight bits for each phrase of a table that is half full.
  private func bit(of key: UInt64) -> Int { Int(truncatingIfNeeded: Self.hash(key) >> 20) & (bits.count * 64 - 1) }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while slots[slot].key != key, slots[slot].key != 0 { slot = (slot + 1) & mask }
    return slot
  }
}
