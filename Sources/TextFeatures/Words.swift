/// The words of a text, their bytes one after the other.
public struct Words: Sendable {
  /// The lowercased bytes of all words, in UTF-8, with one blank after each word, so that neighbours read as a phrase.
  private(set) var bytes: [UInt8] = []
  /// Where each word lies in `bytes`.
  private(set) var ranges: [Range<Int>] = []
  private var start = 0

  /// The number of words.
  public var count: Int { ranges.count }

  /// One word.
  public subscript(index: Int) -> String { String(decoding: bytes[ranges[index]], as: UTF8.self) }

  /// The bytes of a run of words with blanks between.
  func phrase(_ words: Range<Int>) -> Range<Int> {
    ranges[words.lowerBound].lowerBound..<ranges[words.upperBound - 1].upperBound
  }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count + count / 4) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func endWord() {
    guard bytes.count > start else { return }
    ranges.append(start..<bytes.count)
    bytes.append(UInt8(ascii: " "))
    start = bytes.count
  }
}
