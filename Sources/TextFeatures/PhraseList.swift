/// The known words and phrases of a text: for each length, where they begin and their numbers, in the text's order.
final class PhraseList {
  private let wordMemory = ReusedMemory<UInt32>()
  private let keyMemory = ReusedMemory<WordKey>()
  private let hashMemory = ReusedMemory<UInt64>()
  private let places = ReusedMemory<UInt32>()
  private let numbers = ReusedMemory<UInt32>()
  /// How many phrases there are of each length from 1 on.
  private var counts: [Int]
  /// The words there is room for in the list of each length.
  private var wordCount = 0
  /// The greatest length of a phrase.
  let longest: Int

  /// The phrases of one length that were found.
  struct Found {
    let places: UnsafeMutablePointer<UInt32>
    let numbers: UnsafeMutablePointer<UInt32>
    let count: Int
  }

  init(longest: Int) {
    self.longest = longest
    counts = [Int](repeating: 0, count: longest)
  }

  /// For each word of the text its number, or 0 for an unknown one; and as many zeros after the last as the longest phrase
  /// has words.
  var words: UnsafeMutablePointer<UInt32> { wordMemory.start }
  /// Room for each word's key.
  var wordKeys: UnsafeMutablePointer<WordKey> { keyMemory.start }
  /// Room for a number of each word to look it up by.
  var hashes: UnsafeMutablePointer<UInt64> { hashMemory.start }

  /// Forgets a text, and makes room for the next one.
  func removeAll(wordCount: Int) {
    self.wordCount = wordCount
    wordMemory.reserve(wordCount + longest)
    keyMemory.reserve(wordCount)
    hashMemory.reserve(wordCount)
    places.reserve(wordCount * longest)
    numbers.reserve(wordCount * longest)
    (words + wordCount).initialize(repeating: 0, count: longest)
    for length in 0..<longest { counts[length] = 0 }
  }

  /// The phrases of a length.
  func all(_ length: Int) -> Found {
    let start = (length - 1) * wordCount
    return Found(places: places.start + start, numbers: numbers.start + start, count: counts[length - 1])
  }

  func setCount(_ count: Int, length: Int) { counts[length - 1] = count }

  /// The phrases of a length that end within the first `limit` words of the text.
  func within(_ limit: Int, length: Int) -> Found {
    let found = all(length)
    var count = 0
    while count < found.count, Int(found.places[count]) + length <= limit { count += 1 }
    return Found(places: found.places, numbers: found.numbers, count: count)
  }
}
