/// What operators write, read without fonts: for the pictures of form fields, whose letters have common codes.
extension ContentStream {
  /// Returns the strings that a stream's operators show, with blanks between them, and whether all are in white on a
  /// ground that the stream leaves or paints white.
  static func shownText(_ bytes: [UInt8]) -> (text: String, isWhite: Bool) {
    var pieces: [String] = []
    var strings: [UInt8] = []
    var end = 0
    var hasWhiteInk = false
    var saved: [Bool] = []
    var isOnColor = false
    var isWhite = true
    forEachToken(of: bytes) { token, operands, _ in
      strings += stringBytes(bytes[end..<token.lowerBound])
      end = token.upperBound
      let word = String(decoding: bytes[token], as: UTF8.self)
      switch word {
      case "Tj", "TJ", "'", "\"":
        guard !strings.isEmpty else { break }
        pieces.append(String(String.UnicodeScalarView(strings.map { Unicode.Scalar($0) })))
        isWhite = isWhite && hasWhiteInk && !isOnColor
      case "q": saved.append(hasWhiteInk)
      case "Q": hasWhiteInk = saved.popLast() ?? false
      case "f", "F", "f*", "B", "B*", "b", "b*": isOnColor = isOnColor || !hasWhiteInk
      // What these paint is not known.
      case "sh", "Do", "BI": isOnColor = true
      // Nor what these colours are.
      case "cs", "sc", "scn": hasWhiteInk = false
      case "g", "rg", "k":
        let count = ["g": 1, "rg": 3, "k": 4][word] ?? 0
        let numbers = operands.suffix(count).compactMap { Double(String(decoding: bytes[$0], as: UTF8.self)) }
        hasWhiteInk = numbers.count == count && numbers.allSatisfy { word == "k" ? $0 < 0.03 : $0 > 0.97 }
      default:
        // Between the strings of one operator stand numbers.
        if Double(word) != nil { return true }
      }
      strings.removeAll(keepingCapacity: true)
      return true
    }
    return (pieces.joined(separator: " "), isWhite && !pieces.isEmpty)
  }

  /// The letters of the strings in a stretch of a stream, in parentheses or as hexadecimal digits (ISO 32000-1, 7.3.4).
  private static func stringBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    var depth = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\") where depth > 0 && index < bytes.endIndex:
        // Line ends and octal codes mean nothing to words.
        if bytes[index] > 0x40 || bytes[index] < 0x30 { result.append(bytes[index] == 0x6E ? 0x20 : bytes[index]) }
        index += 1
      case UInt8(ascii: "("):
        if depth > 0 { result.append(byte) }
        depth += 1
      case UInt8(ascii: ")"):
        depth = max(depth - 1, 0)
        if depth > 0 { result.append(byte) }
      case UInt8(ascii: "<") where depth == 0:
        let digits = bytes[index...].prefix { $0 != UInt8(ascii: ">") }
        index = digits.endIndex
        let values = digits.compactMap(hexValue)
        for place in stride(from: 0, to: values.count - 1, by: 2) {
          result.append(values[place] << 4 | values[place + 1])
        }
      default: if depth > 0 { result.append(byte) }
      }
    }
    return result
  }

  private static func hexValue(_ digit: UInt8) -> UInt8? {
    if digit >= 0x30 && digit <= 0x39 { return digit - 0x30 }
    let small = digit | 0x20
    return small >= 0x61 && small <= 0x66 ? small - 0x61 + 10 : nil
  }
}
