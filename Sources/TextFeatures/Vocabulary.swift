import LinearAlgebra

/// The names of features and their numbers, found by hashing, usable where they lie in a mapped file.
///
/// An open-addressing table with linear probing. Equal hashes are told apart by the key's own bytes, which are kept.
public struct Vocabulary: Sendable {
  /// All names one after the other, in UTF-8.
  public let nameBytes: SharedBuffer<UInt8>
  /// Where each name begins in `nameBytes`; one more than there are names.
  public let nameStarts: SharedBuffer<UInt32>
  /// The table: 0 where empty, else a feature's number plus 1. Its length is a power of two.
  public let slots: SharedBuffer<UInt32>

  /// Numbers names in the order given; each may be given once.
  public init(_ names: [String]) {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    for name in names {
      bytes.append(contentsOf: name.utf8)
      starts.append(UInt32(bytes.count))
    }
    // At most half full, so that a probe seldom goes beyond the first slot.
    var capacity = 16
    while capacity < names.count * 2 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity)
    for (index, name) in names.enumerated() {
      var hash = FNV1a()
      for byte in name.utf8 { hash.add(byte) }
      var slot = hash.slot(of: capacity)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt32(index + 1)
    }
    nameBytes = SharedBuffer(bytes)
    nameStarts = SharedBuffer(starts)
    self.slots = SharedBuffer(slots)
  }

  /// Takes the three tables as they were written; `nil` if they do not fit together.
  public init?(nameBytes: SharedBuffer<UInt8>, nameStarts: SharedBuffer<UInt32>, slots: SharedBuffer<UInt32>) {
    let count = nameStarts.count - 1
    guard count >= 0, slots.count >= 16, slots.count & (slots.count - 1) == 0, slots.count > count,
      nameStarts.first == 0, nameStarts.last.map(Int.init) == nameBytes.count,
      slots.allSatisfy({ $0 <= count }), zip(nameStarts, nameStarts.dropFirst()).allSatisfy({ $0 <= $1 }),
      slots.contains(0)
    else { return nil }
    self.nameBytes = nameBytes
    self.nameStarts = nameStarts
    self.slots = slots
  }

  /// The number of names.
  public var count: Int { nameStarts.count - 1 }

  /// The name of a feature.
  public func name(_ feature: Int) -> String {
    String(decoding: nameBytes[Int(nameStarts[feature])..<Int(nameStarts[feature + 1])], as: UTF8.self)
  }

  /// Returns the number of the feature of a name; `nil` if the vocabulary lacks it.
  public func feature(_ name: String) -> Int? {
    let bytes = Array(name.utf8)
    return bytes.withUnsafeBufferPointer { feature(prefix: [], key: $0) }
  }

  /// Returns the number of the feature whose name is `prefix` followed by `key`.
  package func feature(prefix: [UInt8], key: UnsafeBufferPointer<UInt8>) -> Int? {
    var hash = FNV1a()
    for byte in prefix { hash.add(byte) }
    for byte in key { hash.add(byte) }
    var slot = hash.slot(of: slots.count)
    while slots[slot] != 0 {
      let candidate = Int(slots[slot]) - 1
      if isName(candidate, prefix: prefix, key: key) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isName(_ feature: Int, prefix: [UInt8], key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(nameStarts[feature])
    guard Int(nameStarts[feature + 1]) - start == prefix.count + key.count else { return false }
    for index in prefix.indices where nameBytes[start + index] != prefix[index] { return false }
    for index in key.indices where nameBytes[start + prefix.count + index] != key[index] { return false }
    return true
  }
}

/// The 64-bit FNV-1a hash (Fowler, Noll, Vo), folded to the table's size with a final multiplication.
struct FNV1a {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  func slot(of capacity: Int) -> Int {
    // FNV's low bits mix badly for short keys; the high bits of a product with the golden ratio do not.
    Int((state &* 0x9e37_79b9_7f4a_7c15) >> 32) & (capacity - 1)
  }
}
