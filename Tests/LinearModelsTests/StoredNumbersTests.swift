import LinearAlgebra
import Testing

@testable import LinearModels

struct StoredNumbersTests {
  @Test func `half-precision rows add up as Swift converts them`() {
    // All finite halves, subnormal ones and both zeros among them.
    let halves = (0...UInt16.max).map { Float16(bitPattern: $0) }.filter(\.isFinite)
    let width = 64
    let rows = halves.count / width
    let table = SharedBuffer([Float16](repeating: 1, count: width) + halves.prefix(rows * width))
    for row in 1...rows {
      let sum = StoredNumbers.weightedSum(of: table, width: width, rows: [0, UInt32(row)], values: [1, 0.5])
      #expect(sum == (0..<width).map { 1 + 0.5 * Float(table[row * width + $0]) })
    }
  }

  @Test func `what is infinite or no number is found wherever it stands`() {
    for place in [0, 1, 500, 998] {
      for odd in [Float.infinity, -.infinity, .nan] {
        var numbers = [Float](repeating: .greatestFiniteMagnitude, count: 999)
        numbers[place] = odd
        #expect(!StoredNumbers.areFinite(SharedBuffer(numbers)))
        var halves = [Float16](repeating: .greatestFiniteMagnitude, count: 999)
        halves[place] = Float16(odd)
        #expect(!StoredNumbers.areFinite(SharedBuffer(halves)))
      }
    }
    #expect(StoredNumbers.areFinite(SharedBuffer([Float](repeating: -.greatestFiniteMagnitude, count: 999))))
    #expect(StoredNumbers.areFinite(SharedBuffer([Float16](repeating: -.greatestFiniteMagnitude, count: 999))))
  }
}
