/// The words of a text, their bytes one after the other.
public struct Words: Sendable {
  /// The lowercased bytes of all words, in UTF-8, with one blank after each word, so that neighbours read as a phrase.
  let bytes: [UInt8]
  /// Where each word ends in `bytes`; the next one begins one further.
  let ends: [UInt32]

  /// Copies what the tokenizer wrote.
  init(_ buffer: WordBuffer) {
    bytes = Array(UnsafeBufferPointer(start: buffer.bytes, count: buffer.byteCount))
    ends = Array(UnsafeBufferPointer(start: buffer.ends, count: buffer.count))
  }

  /// The number of words.
  public var count: Int { ends.count }

  /// One word.
  public subscript(index: Int) -> String { String(decoding: bytes[phrase(index..<index + 1)], as: UTF8.self) }

  /// The bytes of a run of words with blanks between.
  func phrase(_ words: Range<Int>) -> Range<Int> {
    let start = words.lowerBound == 0 ? 0 : Int(ends[words.lowerBound - 1]) + 1
    return start..<Int(ends[words.upperBound - 1])
  }

  /// Whether a word is a stop word, or a single byte: features leave out phrases of nothing else.
  func isCommon(_ index: Int) -> Bool {
    let place = phrase(index..<index + 1)
    return place.count < 2 || isStopWord(index)
  }

  /// Whether a word says nothing of a subject.
  func isStopWord(_ index: Int) -> Bool {
    let place = phrase(index..<index + 1)
    guard place.count <= StopWords.longest else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      StopWords.contains(WordKey(UnsafeBufferPointer(rebasing: bytes[place])))
    }
  }
}
