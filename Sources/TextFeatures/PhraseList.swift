/// The known words and phrases of a text: for each length, where they begin and their numbers, in the text's order.
final class PhraseList {
  /// For each word of the text its number, or 0 for an unknown one; and as many zeros after the last as the longest phrase
  /// has words.
  private(set) var words: UnsafeMutablePointer<UInt32>
  /// Room for each word's key.
  private(set) var wordKeys: UnsafeMutablePointer<WordKey>
  /// Room for a number of each word to look it up by.
  private(set) var hashes: UnsafeMutablePointer<UInt64>
  /// The greatest length of a phrase.
  let longest: Int
  private var places: UnsafeMutablePointer<UInt32>
  private var numbers: UnsafeMutablePointer<UInt32>
  /// How many phrases there are of each length from 1 on.
  private let counts: UnsafeMutablePointer<Int>
  /// The words there is room for.
  private var capacity = 1024

  /// The phrases of one length that were found.
  struct Found {
    let places: UnsafeMutablePointer<UInt32>
    let numbers: UnsafeMutablePointer<UInt32>
    let count: Int
  }

  init(longest: Int) {
    self.longest = longest
    words = .allocate(capacity: capacity + longest)
    wordKeys = .allocate(capacity: capacity)
    hashes = .allocate(capacity: capacity)
    places = .allocate(capacity: capacity * longest)
    numbers = .allocate(capacity: capacity * longest)
    counts = .allocate(capacity: longest)
    counts.initialize(repeating: 0, count: longest)
  }

  deinit {
    freeLists()
    counts.deallocate()
  }

  /// Forgets a text, and makes room for the next one.
  func removeAll(wordCount: Int) {
    if wordCount > capacity {
      freeLists()
      capacity = wordCount * 2
      words = .allocate(capacity: capacity + longest)
      wordKeys = .allocate(capacity: capacity)
      hashes = .allocate(capacity: capacity)
      places = .allocate(capacity: capacity * longest)
      numbers = .allocate(capacity: capacity * longest)
    }
    for place in 0..<longest { (words + wordCount + place).initialize(to: 0) }
    for length in 0..<longest { counts[length] = 0 }
  }

  /// The phrases of a length.
  func all(_ length: Int) -> Found {
    let start = (length - 1) * capacity
    return Found(places: places + start, numbers: numbers + start, count: counts[length - 1])
  }

  func setCount(_ count: Int, length: Int) { counts[length - 1] = count }

  /// The phrases of a length that end within the first `limit` words of the text.
  func within(_ limit: Int, length: Int) -> Found {
    let found = all(length)
    var count = 0
    while count < found.count, Int(found.places[count]) + length <= limit { count += 1 }
    return Found(places: found.places, numbers: found.numbers, count: count)
  }

  private func freeLists() {
    words.deallocate()
    wordKeys.deallocate()
    hashes.deallocate()
    places.deallocate()
    numbers.deallocate()
  }
}
