import Foundation

/// Reads the JSON objects that most lines of NDJSON are, texts, lists of texts and small whole numbers under plain keys,
/// some ten times as fast as `JSONSerialization`.
///
/// It never decides that a line is wrong: whatever is not of this kind, right or wrong, gives `nil` and is left to
/// `JSONSerialization`.
struct FlatObject {
  private var values: [String: Any] = [:]
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// Returns texts, lists of them, `Int`s and `NSNull`s by their keys, which are folded already: lowercase letters, digits and underscores.
  static func values(of line: UnsafeBufferPointer<UInt8>) -> [String: Any]? {
    var object = FlatObject(line)
    object.values.reserveCapacity(4)
    return object.read() ? object.values : nil
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func read() -> Bool {
    guard takes(UInt8(ascii: "{")) else { return false }
    repeat {
      guard takes(UInt8(ascii: "\"")), let key = key(), takes(UInt8(ascii: ":")), let value = value(),
        values.updateValue(value, forKey: key) == nil
      else { return false }
    } while takes(UInt8(ascii: ","))
    guard takes(UInt8(ascii: "}")) else { return false }
    skipSpace()
    return place == bytes.count
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place] <= 0x20 {
      guard bytes[place] == 0x20 || bytes[place] == 0x09 || bytes[place] == 0x0A || bytes[place] == 0x0D else { return }
      place += 1
    }
  }

  /// Passes over white space and one byte, if it is the wanted one.
  private mutating func takes(_ byte: UInt8) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func key() -> String? {
    let start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): place += 1
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: bytes[start..<place - 1], as: UTF8.self)
      default: return nil
      }
    }
    return nil
  }

  private mutating func value() -> Any? {
    if takes(UInt8(ascii: "\"")) { return text() }
    if takes(UInt8(ascii: "[")) { return texts() }
    let null = "null".utf8
    if bytes[place...].starts(with: null) {
      place += null.count
      return NSNull()
    }
    let start = place
    var number = 0
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
      // Fifteen digits are the same number in every program; a number does not begin with 0.
      guard place - start < 15, place == start || number > 0 else { return nil }
      number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
      place += 1
    }
    return place > start ? number : nil
  }

  /// The texts from here to the closing bracket.
  private mutating func texts() -> [String]? {
    var texts: [String] = []
    if takes(UInt8(ascii: "]")) { return texts }
    repeat {
      guard takes(UInt8(ascii: "\"")), let text = text() else { return nil }
      texts.append(text)
    } while takes(UInt8(ascii: ","))
    return takes(UInt8(ascii: "]")) ? texts : nil
  }

  /// The text from here to the closing quotation mark.
  private mutating func text() -> String? {
    let start = place
    var hasEscapes = false
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] < 0x20 { return nil }
      if bytes[place] == UInt8(ascii: "\\") {
        hasEscapes = true
        place += 1
      }
      place += 1
    }
    guard place < bytes.count else { return nil }
    let raw = UnsafeBufferPointer(rebasing: bytes[start..<place])
    place += 1
    return hasEscapes ? Self.unescaped(raw) : String(validating: raw, as: UTF8.self)
  }

  /// Undoes escapes; `nil` for a wrong one, and for those of zero and of halves of a pair, which need more care.
  private static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String? {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(raw.count)
    var place = 0
    while place < raw.count {
      let byte = raw[place]
      place += 1
      guard byte == UInt8(ascii: "\\") else {
        utf8.append(byte)
        continue
      }
      guard place < raw.count else { return nil }
      let escape = raw[place]
      place += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): utf8.append(escape)
      case UInt8(ascii: "b"): utf8.append(0x08)
      case UInt8(ascii: "f"): utf8.append(0x0C)
      case UInt8(ascii: "n"): utf8.append(0x0A)
      case UInt8(ascii: "r"): utf8.append(0x0D)
      case UInt8(ascii: "t"): utf8.append(0x09)
      case UInt8(ascii: "u"):
        guard place + 4 <= raw.count, let code = hexadecimal(raw[place..<place + 4]), code > 0,
          let scalar = Unicode.Scalar(code)
        else { return nil }
        utf8.append(contentsOf: scalar.utf8)
        place += 4
      default: return nil
      }
    }
    return String(validating: utf8, as: UTF8.self)
  }

  private static func hexadecimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    var value: UInt32 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(digit - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }
}
