/// A linear congruential generator (Knuth's MMIX constants), so that the test is the same each time.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    // The low bits of such a generator alternate; the high ones are good.
    return (state >> 32) | (state << 32)
  }
}
