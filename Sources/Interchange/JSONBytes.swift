import Papers

/// JSON as bytes, for rows that are written by the thousand: the same bytes as ``ContractJSON/line(_:)`` gives, in a small
/// part of the time.
public struct JSONBytes: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Begins with nothing written.
  public init() {}

  /// Appends what is JSON already.
  mutating func append(syntax: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: syntax.utf8Start, count: syntax.utf8CodeUnitCount))
  }

  /// Appends a truth value.
  mutating func append(_ value: Bool) { append(syntax: value ? "true" : "false") }

  /// Appends a text in quotation marks, or `null`.
  mutating func append(_ text: String?) {
    guard var text else { return append(syntax: "null") }
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      if utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
        bytes.append(contentsOf: utf8)
      } else {
        for byte in utf8 { appendEscaped(byte) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(syntax: #"\""#)
    case UInt8(ascii: "\\"): append(syntax: #"\\"#)
    case 0x08: append(syntax: #"\b"#)
    case 0x09: append(syntax: #"\t"#)
    case 0x0A: append(syntax: #"\n"#)
    case 0x0C: append(syntax: #"\f"#)
    case 0x0D: append(syntax: #"\r"#)
    case 0..<0x20:
      append(syntax: byte < 0x10 ? #"\u000"# : #"\u001"#)
      let digit = byte & 15
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    default: bytes.append(byte)
    }
  }

  /// Appends a probability with at most six decimals, the smallest in the form `1.2e-05`, as Swift describes numbers.
  mutating func append(_ probability: Probability) {
    let millionths = Int((probability.rawValue * 1_000_000).rounded())
    switch millionths {
    case 0: append(syntax: "0")
    case 1_000_000: append(syntax: "1")
    case 1..<100:
      let (tens, ones) = (millionths / 10, millionths % 10)
      appendDigit(tens > 0 ? tens : ones)
      if tens > 0, ones > 0 {
        append(syntax: ".")
        appendDigit(ones)
      }
      append(syntax: tens > 0 ? "e-05" : "e-06")
    default:
      append(syntax: "0.")
      var (rest, unit) = (millionths, 100_000)
      while rest > 0 {
        appendDigit(rest / unit)
        rest %= unit
        unit /= 10
      }
    }
  }

  private mutating func appendDigit(_ digit: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
  }
}
