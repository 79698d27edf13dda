/// Words and their numbers from 1, for millions of look-ups.
///
/// An open-addressing table with linear probing, at most half full. A slot holds a word's number in its lower 24 bits and a
/// part of its hash above, so that a probe seldom looks at another word's key.
final class WordTable: @unchecked Sendable {
  // Unchecked: it is filled by one thread and only read afterwards.
  private var slots: UnsafeMutableBufferPointer<UInt32>
  /// By number; the one of 0 is the key of no word.
  private var keys: [WordKey] = [.none]
  /// The bytes of words whose keys are hashes.
  private var longWords: [UInt32: [UInt8]] = [:]

  /// The most words that numbers suffice for.
  static let limit = 1 << 24

  init() {
    slots = .allocate(capacity: 1 << 14)
    slots.initialize(repeating: 0)
  }

  deinit { slots.deallocate() }

  /// One more than the greatest number.
  var endIndex: Int { keys.count }

  /// Returns a word's number (an empty one's is 0), a new one if need be; `nil` if there are too many words.
  func add(_ word: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard !word.isEmpty else { return 0 }
    let key = WordKey(word)
    let slot = slot(of: key, word)
    if slots[slot] != 0 { return slots[slot] & 0xFF_FFFF }
    guard keys.count < Self.limit else { return nil }
    let number = UInt32(keys.count)
    slots[slot] = number | Self.tag(key.hash)
    keys.append(key)
    if !key.isExact { longWords[number] = Array(word) }
    if keys.count * 2 > slots.count { grow() }
    return number
  }

  /// Returns the number of a word of which at least 16 bytes after its first one are readable memory; 0 if it has none.
  @inline(__always)
  func number(readable start: UnsafePointer<UInt8>, count: Int) -> UInt32 {
    let key = WordKey(readable: start, count: count)
    return slots[slot(of: key, UnsafeBufferPointer(start: start, count: count))] & 0xFF_FFFF
  }

  /// The slot where a word stands, or the empty one where it would.
  @inline(__always)
  private func slot(of key: WordKey, _ word: UnsafeBufferPointer<UInt8>) -> Int {
    let (hash, mask) = (key.hash, slots.count - 1)
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    return keys.withUnsafeBufferPointer { keys in
      while true {
        let found = slots[slot]
        if found == 0 { return slot }
        if found & 0xFF00_0000 == tag, keys[Int(found & 0xFF_FFFF)] == key,
          key.isExact || isLong(found & 0xFF_FFFF, word)
        {
          return slot
        }
        slot = (slot + 1) & mask
      }
    }
  }

  @inline(never)
  private func isLong(_ number: UInt32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    longWords[number].map { $0.elementsEqual(word) } ?? false
  }

  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) & 0xFF00_0000 }

  private func grow() {
    let old = slots
    slots = .allocate(capacity: old.count * 2)
    slots.initialize(repeating: 0)
    for found in old where found != 0 {
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: keys[Int(found & 0xFF_FFFF)].hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = found
    }
    old.deallocate()
  }
}
