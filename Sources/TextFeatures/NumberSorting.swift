/// Sorts some hundred numbers without comparing them, which the processor could not foresee: digit after digit from the
/// lowest, each number going to its digit's place (radix sort).
final class NumberSorting {
  private static let digitBits = 9
  private static let digitCount = 1 << digitBits
  private let passes: Int
  private let places: UnsafeMutablePointer<UInt32>
  private let other = ReusedMemory<UInt32>()

  /// - Parameter limit: What all numbers are below.
  init(upTo limit: Int) {
    let bits = Int.bitWidth - max(limit, 1).leadingZeroBitCount
    passes = (bits + Self.digitBits - 1) / Self.digitBits
    places = .allocate(capacity: Self.digitCount)
  }

  deinit { places.deallocate() }

  func sort(_ numbers: UnsafeMutablePointer<UInt32>, count: Int) {
    other.reserve(count)
    var (from, to) = (numbers, other.start)
    let places = places
    for pass in 0..<passes {
      let shift = UInt32(pass * Self.digitBits)
      places.initialize(repeating: 0, count: Self.digitCount)
      for index in 0..<count { places[Self.digit(from[index], shift)] &+= 1 }
      var sum: UInt32 = 0
      for digit in 0..<Self.digitCount {
        let next = sum &+ places[digit]
        places[digit] = sum
        sum = next
      }
      for index in 0..<count {
        let digit = Self.digit(from[index], shift)
        to[Int(places[digit])] = from[index]
        places[digit] &+= 1
      }
      swap(&from, &to)
    }
    if passes % 2 == 1 { numbers.update(from: from, count: count) }
  }

  @inline(__always)
  private static func digit(_ number: UInt32, _ shift: UInt32) -> Int {
    Int(truncatingIfNeeded: (number &>> shift) & UInt32(truncatingIfNeeded: digitCount &- 1))
  }
}
