import Foundation

/// How one character is read by BERT's tokenizers: Hugging Face's `BertNormalizer` and `BertPreTokenizer`.
///
/// Control characters go; white space parts words; ideographs and punctuation are words of their own; accents go and
/// letters become small, as the tokenizer's file says.
struct BertNormalizer: Hashable, Sendable {
  /// What `tokenizer.json` may choose.
  struct Options: Hashable, Sendable {
    var cleansText: Bool
    var spacesIdeographs: Bool
    var stripsAccents: Bool
    var lowercases: Bool
  }

  let options: Options

  /// A piece of normalised text.
  enum Piece: Hashable {
    /// A part of a word.
    case letter(Unicode.Scalar)
    /// A word of its own.
    case word(Unicode.Scalar)
    /// Between words.
    case space
  }

  /// Calls `body` with what becomes of a character.
  func forEachPiece(of scalar: Unicode.Scalar, _ body: (Piece) -> Void) {
    if scalar.isASCII, options.cleansText {
      if let piece = ascii(UInt8(scalar.value)) { body(piece) }
      return
    }
    var scalar = scalar
    if options.cleansText {
      if Self.isRemoved(scalar) { return }
      if scalar.properties.isWhitespace { scalar = " " }
    }
    let isIdeograph = options.spacesIdeographs && Self.isIdeograph(scalar)
    if isIdeograph { body(.space) }
    for part in decomposed(scalar) {
      for small in lowercased(part) { body(Self.piece(small)) }
    }
    if isIdeograph { body(.space) }
  }

  private func ascii(_ byte: UInt8) -> Piece? {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20: .space
    case 0..<0x20, 0x7F: nil
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      .letter(Unicode.Scalar(options.lowercases ? byte + 32 : byte))
    default: Self.piece(Unicode.Scalar(byte))
    }
  }

  private func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard options.stripsAccents else { return [scalar] }
    // Below this nothing has a decomposition.
    if scalar.value < 0xC0 { return [scalar] }
    return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
  }

  private func lowercased(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    options.lowercases ? Array(scalar.properties.lowercaseMapping.unicodeScalars) : [scalar]
  }

  private static func piece(_ scalar: Unicode.Scalar) -> Piece {
    if scalar.properties.isWhitespace { return .space }
    return isPunctuation(scalar) ? .word(scalar) : .letter(scalar)
  }

  /// Controls but for tab and line ends, invisible format characters, private use, and the sign for a damaged character.
  private static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": return false
    case "\0", "\u{FFFD}": return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate: return true
    default: return false
    }
  }

  /// As in BERT's own code all of ASCII's signs count, those that Unicode calls symbols too.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case 0..<0x80: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  /// The blocks that `BertNormalizer` puts blanks around.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
      0x2B920...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }
}
