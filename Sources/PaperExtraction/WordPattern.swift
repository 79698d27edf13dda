/// A phrase in small letters that stands for many: `*` ends a word whose rest is free, `#` is a number, `a|b` one of two
/// words, and `~3` lets up to three words pass.
struct WordPattern: Sendable {
  private enum Part: Sendable {
    case words([(text: String, isStem: Bool)])
    case number
    case gap(Int)
  }

  private let parts: [Part]

  /// Reads a pattern; parts are set apart by blanks.
  init(_ text: String) {
    parts = text.split(separator: " ").map { part in
      if part == "#" { return .number }
      if part.hasPrefix("~"), let count = Int(part.dropFirst()) { return .gap(count) }
      return .words(
        part.split(separator: "|").map { word in
          word.hasSuffix("*") ? (String(word.dropLast()), true) : (String(word), false)
        })
    }
  }

  /// Whether the phrase stands somewhere among words in small letters.
  func matches(_ words: [String]) -> Bool { words.indices.contains { matches(words, from: $0, part: 0) } }

  private func matches(_ words: [String], from index: Int, part: Int) -> Bool {
    guard part < parts.count else { return true }
    if case .gap(let count) = parts[part] {
      return (0...count).contains { matches(words, from: index + $0, part: part + 1) }
    }
    guard index < words.count, isMatch(parts[part], words[index]) else { return false }
    return matches(words, from: index + 1, part: part + 1)
  }

  private func isMatch(_ part: Part, _ word: String) -> Bool {
    switch part {
    case .number: Self.isNumber(word)
    case .words(let words): words.contains { $0.isStem ? word.hasPrefix($0.text) : word == $0.text }
    case .gap: false
    }
  }

  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several",
    "dozens", "hundreds", "thousands", "millions", "billions", "many",
  ]

  /// Whether a word is a number, also one with a unit such as `40%` or `3x`.
  static func isNumber(_ word: String) -> Bool {
    word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } == true || numbers.contains(word)
  }

  /// A text without numbers in brackets, such as `[3, 17]`.
  private static func withoutCitations(_ text: String) -> String {
    text.replacing(#/\[[0-9, –-]+\]/#, with: "")
  }

  /// The words of a sentence in small letters, without the marks around them.
  static func words(of sentence: String) -> [String] {
    withoutCitations(sentence.lowercased()).split(whereSeparator: { $0 == " " || $0 == "\u{2014}" || $0 == "/" }).map {
      word in
      func isMark(_ character: Character) -> Bool { !character.isLetter && !character.isNumber && character != "%" }
      var word = word.drop(while: isMark)
      while let last = word.last, isMark(last) { word = word.dropLast() }
      return String(word)
    }.filter { !$0.isEmpty }
  }
}
