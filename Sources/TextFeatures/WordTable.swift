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
    let slot = keys.withUnsafeBufferPointer { self.slot(of: key, word, in: UnsafeBufferPointer(slots), $0) }
    if slots[slot] != 0 { return slots[slot] & 0xFF_FFFF }
    guard keys.count < Self.limit else { return nil }
    let number = UInt32(keys.count)
    slots[slot] = number | Self.tag(key.hash)
    keys.append(key)
    if !key.isExact { longWords[number] = Array(word) }
    if keys.count * 2 > slots.count { grow() }
    return number
  }

  /// Writes the number of each word of a text; 0 for one that has none.
  func find(in text: WordBuffer, into list: PhraseList) {
    let (slots, bytes, ends) = (UnsafeBufferPointer(slots), text.bytes, text.ends)
    let (wordKeys, candidates, numbers, mask) = (list.wordKeys, list.hashes, list.words, slots.count - 1)
    guard let slotStart = slots.baseAddress else { return }
    var start = 0
    for word in 0..<text.count {
      let count = Int(ends[word]) &- start
      let key = WordKey(readable: bytes + start, count: count)
      wordKeys[word] = key
      candidates[word] = key.hash
      prefetch(slotStart + (Int(truncatingIfNeeded: candidates[word]) & mask))
      start &+= count &+ 1
    }
    keys.withUnsafeBufferPointer { keys in
      guard let keyStart = keys.baseAddress else { return }
      for word in 0..<text.count {
        let found = slotStart[Int(truncatingIfNeeded: candidates[word]) & mask]
        numbers[word] = found
        prefetch(keyStart + Int(found & 0xFF_FFFF))
      }
      for word in 0..<text.count {
        let (found, key) = (numbers[word], wordKeys[word])
        if found & 0xFF00_0000 == Self.tag(candidates[word]), keys[Int(found & 0xFF_FFFF)] == key, key.isExact {
          numbers[word] = found & 0xFF_FFFF
        } else if found != 0 {
          let start = text.start(word)
          let bytes = UnsafeBufferPointer(start: bytes + start, count: Int(ends[word]) - start)
          numbers[word] = slots[slot(of: key, bytes, in: slots, keys)] & 0xFF_FFFF
        }
      }
    }
  }

  /// The slot where a word stands, or the empty one where it would.
  @inline(__always)
  private func slot(
    of key: WordKey, _ word: UnsafeBufferPointer<UInt8>, in slots: UnsafeBufferPointer<UInt32>,
    _ keys: UnsafeBufferPointer<WordKey>
  ) -> Int {
    let (hash, mask) = (key.hash, slots.count - 1)
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
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

  @inline(never)
  private func isLong(_ number: UInt32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    longWords[number].map { $0.elementsEqual(word) } ?? false
  }

  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) & 0xFF00_0000 }

  /// Words are put in again by their numbers, so that the first ones stand where they are looked for first.
  private func grow() {
    let capacity = slots.count * 2
    slots.deallocate()
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0)
    for number in 1..<keys.count {
      let hash = keys[number].hash
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt32(number) | Self.tag(hash)
    }
  }
}
