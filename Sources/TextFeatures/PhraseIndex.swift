import LinearAlgebra

/// A feature space's names as words and phrases with numbers, so that each word of a text is looked up once and phrases
/// are found without their bytes.
///
/// It finds what ``Vocabulary`` finds, but must be made from all names first; so one paper is read without it.
final class PhraseIndex: Sendable {
  private let words: WordTable
  private let phrases: PhraseTable
  /// For each word, and after them each phrase of two words and more that is or begins a name, one more than the feature
  /// that it is in each block; 0 for none.
  private let features: SharedBuffer<UInt32>
  /// For each word 1 if it is a stop word, else 0.
  private let stopWords: SharedBuffer<UInt8>
  private let blockCount: Int

  /// `nil` for a vocabulary of too many words.
  init?(_ vocabulary: Vocabulary, blocks: [FeatureBlock]) {
    let words = WordTable()
    for word in StopWords.english.sorted() {
      guard Array(word.utf8).withUnsafeBufferPointer({ words.add($0) }) != nil else { return nil }
    }
    let stopWordEnd = words.endIndex
    guard let names = Self.names(of: vocabulary, blocks: blocks, words: words) else { return nil }
    // As many as words follow the first of a name.
    let limit = names.words.count - names.places.count
    let phrases = PhraseTable(limit: limit, first: words.endIndex)
    var features = [UInt32](repeating: 0, count: (words.endIndex + limit) * blocks.count)
    for (feature, block, first, last) in names.places {
      var number = names.words[first]
      for place in first + 1..<last { number = phrases.add(number, names.words[place]) }
      features[Int(number) * blocks.count + block] = UInt32(feature + 1)
    }
    (self.words, self.phrases, blockCount) = (words, phrases, blocks.count)
    self.features = SharedBuffer(features)
    stopWords = SharedBuffer((0..<words.endIndex).map { $0 > 0 && $0 < stopWordEnd ? 1 : 0 })
  }

  private typealias Names = (places: [(feature: Int, block: Int, first: Int, last: Int)], words: [UInt32])

  /// Cuts each name into its words, whose numbers come one after the other.
  private static func names(of vocabulary: Vocabulary, blocks: [FeatureBlock], words: WordTable) -> Names? {
    let prefixes = blocks.map { Array("\($0.name):".utf8) }
    var result: Names = ([], [])
    result.places.reserveCapacity(vocabulary.count)
    let isComplete: Bool? = vocabulary.nameBytes.withContiguousStorageIfAvailable { bytes in
      for feature in 0..<vocabulary.count {
        let name = UnsafeBufferPointer(
          rebasing: bytes[Int(vocabulary.nameStarts[feature])..<Int(vocabulary.nameStarts[feature + 1])])
        for (block, prefix) in prefixes.enumerated() where name.starts(with: prefix) && name.count > prefix.count {
          let first = result.words.count
          var start = prefix.count
          for place in prefix.count...name.count where place == name.count || name[place] == 0x20 {
            // Two blanks in a row make an empty word, which no text has.
            guard let number = words.add(UnsafeBufferPointer(rebasing: name[start..<place])) else { return false }
            result.words.append(number)
            start = place + 1
          }
          result.places.append((feature, block, first, result.words.count))
        }
      }
      return true
    }
    return isComplete == true ? result : nil
  }

  /// Finds a text's known words and phrases, those of each length in the order of their places.
  func find(in text: WordBuffer, into list: PhraseList) {
    words.find(in: text, into: list)
    let all = list.all(1)
    var count = 0
    for word in 0..<text.count {
      all.places[count] = UInt32(truncatingIfNeeded: word)
      all.numbers[count] = list.words[word]
      count &+= list.words[word] == 0 ? 0 : 1
    }
    list.setCount(count, length: 1)
    for length in 1..<list.longest {
      list.setCount(
        phrases.find(
          list.all(length), length: length, before: list.words, into: list.all(length + 1), hashes: list.hashes),
        length: length + 1)
    }
  }

  /// How many of some words, given by their numbers, are stop words.
  func stopWordCount(of words: UnsafeMutablePointer<UInt32>, count: Int) -> Int {
    guard let stopWords = stopWords.start else { return 0 }
    var found = 0
    for word in 0..<count { found += Int(stopWords[Int(words[word])]) }
    return found
  }

  /// Gives a tally the features that some words or phrases are in a block.
  func add(_ found: PhraseList.Found, in block: Int, to tally: FeatureTally) {
    guard let features = features.start else { return }
    let width = blockCount
    for entry in 0..<found.count { prefetch(features + Int(found.numbers[entry]) &* width) }
    tally.add(found.count) { features[Int(found.numbers[$0]) &* width &+ block] }
  }
}
