import TextFeatures

/// Cuts text into the tokens of a BERT encoder (WordPiece, Wu et al. 2016), as Hugging Face's `tokenizers` does.
///
/// A word becomes the longest piece of the vocabulary that it begins with, then the longest that its rest begins with,
/// and so on; a word that does not come out is one unknown token.
struct WordPieceTokenizer: Sendable {
  /// A token that is found as it is written, before anything else.
  struct AddedToken: Hashable, Sendable {
    let bytes: [UInt8]
    let id: Int32
  }

  let normalizer: BertNormalizer
  /// The pieces, numbered as the encoder's vectors are.
  let vocabulary: Vocabulary
  /// What the pieces inside a word begin with in the vocabulary.
  let continuingPrefix: [UInt8]
  let unknown: Int32
  /// The most characters of a word; a longer one is unknown.
  let longestWord: Int
  let addedTokens: [AddedToken]
  /// The tokens before and after a text.
  let frame: (before: [Int32], after: [Int32])

  /// Returns a text's tokens with those that frame it, at most `limit` of them.
  func tokens(of text: String, limit: Int) -> [Int32] {
    var pieces = Pieces(tokenizer: self, limit: max(limit - frame.before.count - frame.after.count, 0))
    if addedTokens.isEmpty {
      pieces.append(text.unicodeScalars)
    } else {
      append(Array(text.utf8), to: &pieces)
    }
    return frame.before + pieces.tokens + frame.after
  }

  private func append(_ bytes: [UInt8], to pieces: inout Pieces) {
    var start = 0
    var place = 0
    while place < bytes.count, !pieces.isFull {
      guard let token = addedToken(in: bytes, at: place) else {
        place += 1
        continue
      }
      pieces.append(String(decoding: bytes[start..<place], as: UTF8.self).unicodeScalars)
      pieces.append(token.id)
      place += token.bytes.count
      start = place
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self).unicodeScalars)
  }

  /// The longest added token that stands at a place.
  private func addedToken(in bytes: [UInt8], at place: Int) -> AddedToken? {
    addedTokens.filter { $0.bytes[0] == bytes[place] && bytes[place...].starts(with: $0.bytes) }
      .max { $0.bytes.count < $1.bytes.count }
  }

  /// The tokens found so far and the word being read.
  private struct Pieces {
    let tokenizer: WordPieceTokenizer
    let limit: Int
    var tokens: [Int32] = []
    private var word: [UInt8] = []
    private var wordLength = 0

    init(tokenizer: WordPieceTokenizer, limit: Int) {
      self.tokenizer = tokenizer
      self.limit = limit
    }

    var isFull: Bool { tokens.count >= limit }

    mutating func append(_ token: Int32) { if !isFull { tokens.append(token) } }

    /// Adds the tokens of a stretch of text that begins and ends between words.
    mutating func append(_ scalars: String.UnicodeScalarView) {
      for scalar in scalars {
        guard !isFull else { return }
        tokenizer.normalizer.forEachPiece(of: scalar) { piece in
          switch piece {
          case .letter(let letter): add(letter)
          case .space: endWord()
          case .word(let sign):
            endWord()
            add(sign)
            endWord()
          }
        }
      }
      endWord()
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
      wordLength += 1
      // The bytes of a word that is too long are not needed.
      if wordLength <= tokenizer.longestWord { word.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    }

    private mutating func endWord() {
      guard wordLength > 0 else { return }
      let found = wordLength <= tokenizer.longestWord ? tokenizer.pieces(of: word) : nil
      for token in found ?? [tokenizer.unknown] { append(token) }
      word.removeAll(keepingCapacity: true)
      wordLength = 0
    }
  }

  /// Returns the pieces of a word; `nil` if it does not come out.
  private func pieces(of word: [UInt8]) -> [Int32]? {
    word.withUnsafeBufferPointer { word in
      var pieces: [Int32] = []
      var start = 0
      while start < word.count {
        let prefix = start == 0 ? [] : continuingPrefix
        var end = word.count
        var piece: Int?
        while end > start {
          // Only where a character ends: a byte of the form 10xxxxxx continues one.
          if end == word.count || word[end] & 0xC0 != 0x80 {
            piece = vocabulary.feature(prefix: prefix, key: UnsafeBufferPointer(rebasing: word[start..<end]))
            if piece != nil { break }
          }
          end -= 1
        }
        guard let piece else { return nil }
        pieces.append(Int32(piece))
        start = end
      }
      return pieces
    }
  }
}
