import LinearAlgebra

/// A feature space's names as words and phrases with numbers, so that each word of a text is looked up once and phrases
/// are found without their bytes.
///
/// It finds what ``Vocabulary`` finds, but must be made from all names first; so one paper is read without it.
final class PhraseIndex: Sendable {
  /// What a word is besides part of a name.
  struct Standing: OptionSet {
    let rawValue: UInt8
    static let stopWord = Standing(rawValue: 1)
    /// A stop word or a single byte.
    static let common = Standing(rawValue: 2)
  }

  private let words: WordTable
  private let phrases: PhraseTable
  /// For each word, and after them each phrase of two words and more that is or begins a name, one more than the feature
  /// that it is in each block; 0 for none.
  private let features: SharedBuffer<UInt32>
  private let standings: SharedBuffer<UInt8>
  private let blockCount: Int

  /// `nil` for a vocabulary of too many words.
  init?(_ vocabulary: Vocabulary, blocks: [FeatureBlock]) {
    let (words, phrases) = (WordTable(), PhraseTable())
    var standings: [UInt8] = [0]
    func add(_ word: String, _ standing: Standing) -> Bool {
      guard let number = Array(word.utf8).withUnsafeBufferPointer({ words.add($0) }) else { return false }
      while standings.count <= Int(number) { standings.append(0) }
      standings[Int(number)] |= standing.rawValue
      return true
    }
    for word in StopWords.english.sorted() where !add(word, [.stopWord, .common]) { return nil }
    // An unknown word is then never a single byte, which would be a common word.
    for word in "abcdefghijklmnopqrstuvwxyz0123456789" where !add(String(word), .common) { return nil }
    guard let names = Self.names(of: vocabulary, blocks: blocks, words: words) else { return nil }
    standings += [UInt8](repeating: 0, count: words.endIndex - standings.count)
    var features = [UInt32](repeating: 0, count: words.endIndex * blocks.count)
    for (feature, block, first, last) in names.places {
      var number = names.words[first]
      for place in first + 1..<max(last, first + 1) {
        let new = UInt32(features.count / blocks.count)
        number = phrases.add(number, names.words[place], new: new)
        if number == new { for _ in blocks.indices { features.append(0) } }
      }
      features[Int(number) * blocks.count + block] = UInt32(feature + 1)
    }
    (self.words, self.phrases, blockCount) = (words, phrases, blocks.count)
    self.features = SharedBuffer(features)
    self.standings = SharedBuffer(standings)
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

  /// Writes the numbers of a text's words; 0 for unknown ones.
  func numbers(of text: WordBuffer, into numbers: UnsafeMutablePointer<UInt32>) {
    var start = 0
    for word in 0..<text.count {
      let end = Int(text.ends[word])
      numbers[word] = words.number(readable: text.bytes + start, count: end - start)
      start = end + 1
    }
  }

  /// What a word is, by its number.
  func standing(_ word: UInt32) -> Standing { Standing(rawValue: standings[Int(word)]) }

  /// The feature of a single word in a block; `nil` if it is none.
  func feature(_ word: UInt32, block: Int) -> Int? {
    let found = features[Int(word) * blockCount + block]
    return found == 0 ? nil : Int(found) - 1
  }

  /// Calls `body` with each feature of a block, once for each place where it stands.
  @inline(__always)
  func forEachFeature(
    of words: UnsafeBufferPointer<UInt32>, in block: Int, phrases lengths: ClosedRange<Int>, _ body: (Int) -> Void
  ) {
    features.withContiguousStorageIfAvailable { features in
      for first in 0..<words.count {
        var number = words[first]
        if number == 0 { continue }
        var length = 1
        while true {
          if length >= lengths.lowerBound {
            let found = features[Int(number) * blockCount + block]
            if found != 0 { body(Int(found) - 1) }
          }
          length += 1
          guard length <= lengths.upperBound, first + length <= words.count else { break }
          let next = words[first + length - 1]
          if next == 0 { break }
          number = phrases.number(number, next)
          if number == 0 { break }
        }
      }
    }
  }
}
