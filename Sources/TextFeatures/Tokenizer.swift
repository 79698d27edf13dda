import Foundation

/// Cuts a text into words.
///
/// The rule: the text is brought into Unicode's form NFKC and lowercased (`String.lowercased()`, the language-neutral
/// mapping); a word is then a longest run of letters, marks and numbers (general categories L, M and N). All else
/// separates. In the terms of Hugging Face's `tokenizers`: normalizer `Sequence [NFKC, Lowercase]`, pre-tokenizer
/// `Split` on the regular expression `[^\p{L}\p{M}\p{N}]+` with behaviour `Removed`.
///
/// Bytes under 128 are told apart many at a time. Only where a run between white space holds other bytes is that run
/// normalised; that is the same as normalising all, because no composition reaches over ASCII white space.
public enum Tokenizer {
  /// Returns the words of a text.
  public static func words(in text: String) -> Words {
    let buffer = WordBuffer()
    append(text, to: buffer)
    return Words(buffer)
  }

  static func append(_ text: String, to words: WordBuffer) {
    var text = text
    text.withUTF8 { bytes in
      words.reserve(bytes.count)
      var start = 0
      while start < bytes.count {
        let other = firstNonASCII(in: bytes, from: start)
        // The run that holds it begins after the last white space before it.
        var run = other
        while other < bytes.count, run > start, !isWhiteSpace(bytes[run - 1]) { run -= 1 }
        TextKernels.append(UnsafeBufferPointer(rebasing: bytes[start..<run]), to: words)
        start = run
        guard other < bytes.count else { break }
        while start < bytes.count, !isWhiteSpace(bytes[start]) { start += 1 }
        let normalized = String(decoding: bytes[run..<start], as: UTF8.self)
          .precomposedStringWithCompatibilityMapping.lowercased()
        words.reserve(normalized.utf8.count + bytes.count - start)
        appendNormalized(normalized, to: words)
      }
    }
  }

  /// The place of the first byte from 128 on; the number of bytes if there is none.
  private static func firstNonASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count {
      let high = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
      if high != 0 { return index + high.littleEndian.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count, raw[index] < 0x80 { index += 1 }
    return index
  }

  private static func appendNormalized(_ run: String, to words: WordBuffer) {
    var isOpen = false
    func close() {
      guard isOpen else { return }
      words.ends[words.count] = UInt32(words.byteCount)
      words.bytes[words.byteCount] = 0x20
      words.count += 1
      words.byteCount += 1
      isOpen = false
    }
    for scalar in run.unicodeScalars {
      guard isWordScalar(scalar) else {
        close()
        continue
      }
      for byte in scalar.utf8 {
        words.bytes[words.byteCount] = byte
        words.byteCount += 1
      }
      isOpen = true
    }
    close()
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
