/// Where the sentences of a text begin and end.
public enum SentenceRanges {
  /// What ends with a full stop without ending a sentence.
  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "al", "etc", "vs", "cf", "fig", "eq", "sec", "approx", "resp", "w.r.t", "no", "dr", "st",
  ]

  /// Returns the sentences of a text in UTF-8 bytes, without the white space between; they hold all else.
  ///
  /// A sentence ends at `.`, `!` or `?`, and closing marks after it, before white space and a capital, a digit or an
  /// opening mark, unless the full stop belongs to a known abbreviation or a single letter.
  public static func of(_ text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard isEnd(bytes[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < bytes.count, isEnd(bytes[end]) || isClosing(bytes[end]) { end += 1 }
      var next = end
      while next < bytes.count, isBlank(bytes[next]) { next += 1 }
      let begins = next == bytes.count || (next > end && beginsSentence(bytes[next]))
      if begins, bytes[index] != UInt8(ascii: ".") || !isAbbreviation(bytes[start..<index]) {
        append(start..<end, bytes, to: &sentences)
        start = next
      }
      index = max(next, index + 1)
    }
    append(start..<bytes.count, bytes, to: &sentences)
    return sentences
  }

  private static func append(_ range: Range<Int>, _ bytes: [UInt8], to sentences: inout [Range<Int>]) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    if start < end { sentences.append(start..<end) }
  }

  private static func isAbbreviation(_ before: ArraySlice<UInt8>) -> Bool {
    let word = before.reversed().prefix { !isBlank($0) && $0 != UInt8(ascii: "(") }.reversed()
    let text = String(decoding: word, as: UTF8.self).lowercased()
    return text.utf8.count == 1 && text.utf8.allSatisfy { $0 > UInt8(ascii: "9") } || abbreviations.contains(text)
  }

  private static func isEnd(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }
  private static func isClosing(_ byte: UInt8) -> Bool { byte == 0x29 || byte == 0x22 || byte == 0x27 || byte == 0x5D }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func beginsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 128...255: true
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }
}
