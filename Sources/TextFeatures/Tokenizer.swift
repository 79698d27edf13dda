import Foundation

/// Cuts a text into words.
///
/// The rule: the text is brought into Unicode's form NFKC and lowercased (`String.lowercased()`, the language-neutral
/// mapping); a word is then a longest run of letters, marks and numbers (general categories L, M and N). All else
/// separates. In the terms of Hugging Face's `tokenizers`: normalizer `Sequence [NFKC, Lowercase]`, pre-tokenizer
/// `Split` on the regular expression `[^\p{L}\p{M}\p{N}]+` with behaviour `Removed`.
///
/// Bytes under 128 are looked up in a table. Only where a run between white space holds other bytes is that run
/// normalised; that is the same as normalising all, because no composition reaches over ASCII white space.
public enum Tokenizer {
  /// Returns the words of a text.
  public static func words(in text: String) -> Words {
    var words = Words()
    append(text, to: &words)
    return words
  }

  static func append(_ text: String, to words: inout Words) {
    var text = text
    text.withUTF8 { bytes in
      words.reserve(bytes.count)
      var start = 0
      while start < bytes.count {
        var end = start
        var isASCII = true
        while end < bytes.count, !isWhiteSpace(bytes[end]) {
          if bytes[end] >= 128 { isASCII = false }
          end += 1
        }
        if isASCII {
          appendASCII(UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &words)
        } else {
          appendUnicode(String(decoding: bytes[start..<end], as: UTF8.self), to: &words)
        }
        start = end + 1
      }
    }
  }

  /// In one pass: the table holds the lowercased byte of letters and digits, and 0 for what separates.
  private static func appendASCII(_ bytes: UnsafeBufferPointer<UInt8>, to words: inout Words) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): words.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): words.append(byte | 0x20)
      default: words.endWord()
      }
    }
    words.endWord()
  }

  private static func appendUnicode(_ run: String, to words: inout Words) {
    let normalized = run.precomposedStringWithCompatibilityMapping.lowercased()
    for scalar in normalized.unicodeScalars {
      if isWordScalar(scalar) {
        for byte in String(scalar).utf8 { words.append(byte) }
      } else {
        words.endWord()
      }
    }
    words.endWord()
  }

  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
