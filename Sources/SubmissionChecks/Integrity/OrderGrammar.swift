import Foundation

/// Finds orders to those who judge a paper: a verb that asks for a verdict, its object, and mostly whom it addresses.
///
/// Words are looked for by their part in the sentence, not as fixed phrases, so that a paraphrase is found too. A verb
/// with a subject of its own ("we assign high scores") gives no order.
struct OrderGrammar {
  /// An order in a text.
  struct Order: Hashable, Sendable {
    var kind: OrderKind
    /// Where it stands, in bytes.
    var range: Range<Int>
    /// Whether its verb has no subject, as orders have none.
    var isImperative: Bool
  }

  private struct Token {
    var word: String
    var range: Range<Int>
    /// Whether a sentence ends before it.
    var beginsSentence: Bool
    /// Whether a comma, colon, quotation mark or the like stands before it.
    var beginsClause: Bool
  }

  private let tokens: [Token]
  private let bytes: [UInt8]

  /// The most letters between two pieces of scripts without blanks, in bytes.
  private static let unspacedReach = 60

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens = Self.tokens(of: bytes)
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// Returns all orders, from first to last.
  func orders() -> [Order] {
    var orders: [Order] = []
    var places: [String: [Int]] = [:]
    for (index, token) in tokens.enumerated() { places[token.word, default: []].append(index) }
    let beginnings = Dictionary(grouping: places.keys) { $0.prefix(Self.beginning) }
    for form in OrderPhrases.forms {
      for variant in form.isFree ? Self.permutations(form.slots) : [form.slots] {
        for start in Self.indices(of: variant[0], in: places, beginnings) {
          guard let end = end(of: variant, from: start, gap: form.gap) else { continue }
          orders.append(
            Order(
              kind: form.kind, range: tokens[start].range.lowerBound..<tokens[end].range.upperBound,
              isImperative: isImperative(at: start)))
        }
      }
    }
    for (kind, pieces) in OrderPhrases.unspaced { orders += unspacedOrders(kind, pieces) }
    return orders.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  // MARK: Words

  /// No word with a star is shorter.
  private static let beginning = 3

  private static func indices(
    of slot: Set<String>, in places: [String: [Int]], _ beginnings: [Substring: [String]]
  ) -> [Int] {
    var found: [Int] = []
    for word in slot {
      guard word.last == "*" else {
        found += places[word] ?? []
        continue
      }
      for other in beginnings[word.prefix(beginning)] ?? [] where other.hasPrefix(word.dropLast()) {
        found += places[other] ?? []
      }
    }
    return found.sorted()
  }

  private static func holds(_ slot: Set<String>, _ word: String) -> Bool {
    slot.contains(word) || slot.contains { $0.last == "*" && word.hasPrefix($0.dropLast()) }
  }

  private func end(of slots: [Set<String>], from start: Int, gap: Int) -> Int? {
    var place = start
    for slot in slots.dropFirst() {
      var next: Int?
      for candidate in (place + 1)..<(place + 2 + gap) {
        guard candidate < tokens.count, !tokens[candidate].beginsSentence else { break }
        if Self.holds(slot, tokens[candidate].word) {
          next = candidate
          break
        }
      }
      guard let next else { return nil }
      place = next
    }
    return place
  }

  private static func permutations(_ slots: [Set<String>]) -> [[Set<String>]] {
    guard slots.count > 1 else { return [slots] }
    return slots.indices.flatMap { index in
      var rest = slots
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  /// Words before an order's verb that are no subject.
  private static let openers: Set<String> = [
    "and", "then", "please", "must", "should", "you", "also", "always", "only", "just", "do", "now", "bitte", "und",
    "then", "therefore", "instead", "simply", "kindly", "shall", "strictly", "thus", "so", "but", "or", "sie", "et",
    "veuillez",
    "y", "por", "ne", "favor", "reviewers", "reviewer", "llms", "ais", "assistant", "to", "not",
  ]
  /// Words that, before an opener, give the verb a subject or a purpose.
  private static let subjects: Set<String> = [
    "we", "they", "i", "it", "users", "authors", "models", "which", "that", "can", "could", "may", "might", "would",
    "will", "who", "one", "did", "does", "ability", "able", "order", "attempts", "tries", "used", "human",
  ]

  private func isImperative(at index: Int) -> Bool {
    guard index > 0, !tokens[index].beginsSentence, !tokens[index].beginsClause else { return true }
    let before = tokens[index - 1].word
    guard Self.openers.contains(before) else { return false }
    if before == "to" {
      // "You are asked to give" is an order, "we try to give" none.
      return tokens[max(index - 5, 0)..<index].contains { $0.word == "you" }
    }
    return !tokens[max(index - 3, 0)..<index].contains { Self.subjects.contains($0.word) }
  }

  private static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    var beginsSentence = true
    var beginsClause = true
    while index < bytes.count {
      let byte = bytes[index]
      let markLength = markLength(bytes, index)
      guard isWordByte(byte), markLength == 0 else {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
          beginsSentence = true
        } else if byte != 0x20 {
          beginsClause = true
        }
        index += max(markLength, 1)
        continue
      }
      let start = index
      while index < bytes.count, Self.markLength(bytes, index) == 0, isWordByte(bytes[index]) || isInside(bytes, index)
      {
        index += 1
      }
      tokens.append(
        Token(
          word: folded(bytes[start..<index]), range: start..<index, beginsSentence: beginsSentence,
          beginsClause: beginsClause))
      beginsSentence = false
      beginsClause = false
    }
    return tokens
  }

  /// A letter, a digit, or part of a letter of several bytes, but not of a mark.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
  }

  /// The bytes of a quotation mark or dash outside ASCII; 0 for anything else, such as an apostrophe within a word.
  private static func markLength(_ bytes: [UInt8], _ index: Int) -> Int {
    if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB { return 2 }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
    let isApostrophe =
      bytes[index + 2] == 0x99 && index > 0 && isWordByte(bytes[index - 1]) && index + 3 < bytes.count
      && isWordByte(bytes[index + 3]) && bytes[index + 3] != 0xE2
    return isApostrophe ? 0 : 3
  }

  /// Whether a mark stands inside a word, such as an apostrophe or the slash of 10/10.
  private static func isInside(_ bytes: [UInt8], _ index: Int) -> Bool {
    (bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "/")) && index + 1 < bytes.count
      && isWordByte(bytes[index + 1])
  }

  private static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.contains { $0 >= 0x80 } ? folded(text) : text.lowercased()
  }

  /// Small letters without accents, with plain apostrophes.
  static func folded(_ text: String) -> String {
    text.replacing("\u{2019}", with: "'")
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "en_US_POSIX"))
  }

  // MARK: Scripts without blanks

  private func unspacedOrders(_ kind: OrderKind, _ pieces: [[String]]) -> [Order] {
    guard bytes.contains(where: { $0 >= 0xE3 }) else { return [] }
    var orders: [Order] = []
    for piece in pieces[0] {
      let piece = Array(piece.utf8)
      var from = 0
      while let place = Self.firstPlace(of: piece, in: bytes, from: from, to: bytes.count) {
        from = place + piece.count
        var range = place..<from
        let window = max(place - Self.unspacedReach, 0)..<min(from + Self.unspacedReach, bytes.count)
        let isWhole = pieces.dropFirst().allSatisfy { others in
          others.contains { other in
            guard
              let found = Self.firstPlace(
                of: Array(other.utf8), in: bytes, from: window.lowerBound, to: window.upperBound)
            else { return false }
            range = min(range.lowerBound, found)..<max(range.upperBound, found + other.utf8.count)
            return true
          }
        }
        if isWhole { orders.append(Order(kind: kind, range: range, isImperative: true)) }
      }
    }
    return orders
  }

  private static func firstPlace(of piece: [UInt8], in bytes: [UInt8], from: Int, to: Int) -> Int? {
    guard to - from >= piece.count, let first = piece.first else { return nil }
    var index = from
    while index <= to - piece.count {
      if bytes[index] == first, bytes[index..<(index + piece.count)].elementsEqual(piece) { return index }
      index += 1
    }
    return nil
  }
}
