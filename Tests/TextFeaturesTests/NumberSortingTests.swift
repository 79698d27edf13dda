import Testing

@testable import TextFeatures

struct NumberSortingTests {
  @Test(arguments: [1, 2, 512, 513, 175_099, 1 << 24])
  func `numbers come in the order that comparing gives`(limit: Int) {
    let sorting = NumberSorting(upTo: limit)
    for count in [0, 1, 2, 40, 3_000] {
      var numbers = (0..<count).map { UInt32(($0 * 7_919 + $0 * $0 * 31) % limit) }
      let expected = numbers.sorted()
      numbers.withUnsafeMutableBufferPointer { numbers in
        if let start = numbers.baseAddress { sorting.sort(start, count: numbers.count) }
      }
      #expect(numbers == expected)
    }
  }
}
