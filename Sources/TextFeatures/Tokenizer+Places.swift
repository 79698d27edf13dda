import Foundation

extension Tokenizer {
  /// Returns, for each word of ``words(in:)``, where it stands in the text, in UTF-8 bytes.
  ///
  /// Where a run between white space is not ASCII, its characters are normalised one by one; should that not give the
  /// letters of the whole run (no such text is known), each of its words stands for the run.
  public static func places(of text: String) -> [Range<Int>] {
    var text = text
    var places: [Range<Int>] = []
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, !isWhiteSpace(bytes[end]) { end += 1 }
        places += self.places(inRun: UnsafeBufferPointer(rebasing: bytes[start..<end])).map {
          start + $0.lowerBound..<start + $0.upperBound
        }
        start = end + 1
      }
    }
    return places
  }

  private static func places(inRun bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    if bytes.allSatisfy({ $0 < 128 }) {
      return runs(bytes.enumerated().map { ($0.offset..<$0.offset + 1, isWordByte($0.element)) })
    }
    let run = String(decoding: bytes, as: UTF8.self)
    var letters: [(place: Range<Int>, isWord: Bool)] = []
    var start = 0
    for character in run {
      let end = start + character.utf8.count
      for scalar in String(character).precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
        letters.append((start..<end, isWordScalar(scalar)))
      }
      start = end
    }
    let places = runs(letters)
    let words = self.words(in: run)
    return words.count == places.count ? places : (0..<words.count).map { _ in 0..<bytes.count }
  }

  /// The places of the longest runs of letters that belong to words.
  private static func runs(_ letters: [(place: Range<Int>, isWord: Bool)]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var open: Range<Int>?
    for (place, isWord) in letters {
      if isWord {
        open = (open ?? place).lowerBound..<place.upperBound
      } else if let word = open {
        places.append(word)
        open = nil
      }
    }
    return places + (open.map { [$0] } ?? [])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
