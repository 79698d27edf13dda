/// What stands in XMP as text: between its tags, and in the attributes of its short form (ISO 16684-1, 7.9.2.2).
enum XMPTexts {
  /// Shorter texts say nothing.
  private static let leastCount = 20

  /// Returns the texts of twenty letters and more, as XML means them.
  static func texts(of xmp: String) -> [String] {
    var texts: [String] = []
    func take(_ bytes: [UInt8]) {
      let text = withoutEntities(String(decoding: bytes, as: UTF8.self))
      if text.count >= leastCount { texts.append(text) }
    }
    for part in xmp.utf8.split(separator: UInt8(ascii: "<")) {
      var isInTag = true
      var quote: UInt8?
      var bytes: [UInt8] = []
      for byte in part {
        switch byte {
        case UInt8(ascii: ">") where isInTag && quote == nil: isInTag = false
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          if !isInTag || quote != nil && quote != byte {
            bytes.append(byte)
          } else if quote == byte {
            take(bytes)
            bytes = []
            quote = nil
          } else {
            quote = byte
          }
        default: if !isInTag || quote != nil { bytes.append(byte) }
        }
      }
      // An apostrophe in a comment opens what nothing closes.
      take(bytes)
    }
    return texts
  }

  /// A text with the letters that XML's entities and numbers stand for (XML 1.0, 4.1 and 4.6); others are left.
  private static func withoutEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts[0])) { result, part in
      if let end = part.firstIndex(of: ";"), let letter = letter(part[..<end]) {
        result.append(letter)
        result += part[part.index(after: end)...]
      } else {
        result += "&"
        result += part
      }
    }
  }

  private static func letter(_ entity: Substring) -> Character? {
    switch entity {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    default:
      if entity.hasPrefix("#x") {
        UInt32(entity.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map(Character.init)
      } else if entity.hasPrefix("#") {
        UInt32(entity.dropFirst()).flatMap(Unicode.Scalar.init).map(Character.init)
      } else {
        nil
      }
    }
  }
}
