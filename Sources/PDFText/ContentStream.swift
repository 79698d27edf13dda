/// The drawing operators of a page or form, as bytes.
enum ContentStream {
  /// Returns the operators without those that say how letters are inked (`Tr`); `nil` if there are none.
  ///
  /// Letters then are inked as whatever draws this stream says. Those that had no ink are raised (`Ts`) so far that
  /// they leave the page, and so are told from letters that only stand at the same place.
  static func withoutRenderModes(_ bytes: [UInt8]) -> (bytes: [UInt8], hasUninkedLetters: Bool)? {
    guard mayHoldRenderMode(bytes) else { return nil }
    var result: [UInt8] = []
    var copied = 0
    var hasUninked = false
    var isRaised = false
    forEachToken(of: bytes) { token, operands, _ in
      guard bytes[token].elementsEqual("Tr".utf8) else { return true }
      let operand = operands.last ?? token
      result += bytes[copied..<operand.lowerBound]
      copied = token.upperBound
      let isUninked = bytes[operand].elementsEqual("3".utf8)
      if isUninked {
        result += "100000 Ts".utf8
      } else if isRaised {
        result += "0 Ts".utf8
      }
      isRaised = isUninked
      hasUninked = hasUninked || isUninked
      return true
    }
    guard copied > 0 else { return nil }
    return (result + bytes[copied...], hasUninked)
  }

  private static let replacement = Array("/ActualText".utf8)

  /// Returns the operators without words that programs are told to read in the place of what is drawn: the key is spoiled;
  /// `nil` if there are none.
  static func withoutReplacements(_ bytes: [UInt8]) -> [UInt8]? {
    var places: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      guard var place = bytes.firstIndex(of: UInt8(ascii: "/")) else { return }
      while place + replacement.count <= bytes.count {
        if bytes[place] == replacement[0], bytes[place + 1] == replacement[1],
          bytes[place..<place + replacement.count].elementsEqual(replacement)
        {
          places.append(place)
        }
        place += 1
      }
    }
    guard !places.isEmpty else { return nil }
    var result = bytes
    for place in places { result[place + 1] = UInt8(ascii: "a") }
    return result
  }

  /// Whether there are operators that draw letters without ink, or that may lay something over letters drawn before,
  /// cut them away or replace them: pictures and forms, shadings, transparency, clipping, areas filled after the first
  /// letters, and words for programs.
  static func mayHideText(_ bytes: [UInt8]) -> Bool {
    var hasText = false
    var isArea = false
    var answer = false
    forEachToken(of: bytes) { token, operands, _ in
      switch String(decoding: bytes[token], as: UTF8.self) {
      case "Tr":
        answer = operands.last.map { !["0", "1", "2"].contains(String(decoding: bytes[$0], as: UTF8.self)) } ?? true
      case "Do", "BI", "sh", "gs", "W", "W*": answer = true
      case "BT": hasText = true
      case "re":
        let numbers = operands.suffix(2).map { abs(Double(String(decoding: bytes[$0], as: UTF8.self)) ?? 100) }
        // A thin rectangle is a rule.
        if numbers.count < 2 || numbers.allSatisfy({ $0 > 3 }) { isArea = true }
      case "l", "c", "v", "y": isArea = true
      case "f", "F", "f*", "B", "B*", "b", "b*": answer = isArea && hasText
      case "n", "S", "s": isArea = false
      default: break
      }
      return !answer
    }
    return answer || withoutReplacements(bytes) != nil
  }

  /// Calls a function with each word of a stream, the words before it that may belong to it and the last name, without
  /// its slash, until it returns `false`. Strings, names, comments and pictures within the stream are passed over
  /// (ISO 32000-1, 7.2 and 8.9.7). A number ends at the first letter, as programs that draw have it: `0f` fills.
  static func forEachToken(
    of bytes: [UInt8],
    _ body: (_ token: Range<Int>, _ operands: ArraySlice<Range<Int>>, _ name: Range<Int>?) -> Bool
  ) {
    var index = 0
    var name: Range<Int>?
    var operands: [Range<Int>] = []
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "("):
        index = endOfString(bytes, from: index)
        operands.removeAll(keepingCapacity: true)
      case UInt8(ascii: "%"):
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      case UInt8(ascii: "<") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "<"):
        // A list of properties, with strings of its own.
        index += 2
      case UInt8(ascii: "<") where index + 1 < bytes.count:
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
        index += 1
        operands.removeAll(keepingCapacity: true)
      case UInt8(ascii: "/"):
        index += 1
        let start = index
        while index < bytes.count, !isBlank(bytes[index]), !isDelimiter(bytes[index]) { index += 1 }
        name = start..<index
        operands.removeAll(keepingCapacity: true)
      case _ where isDelimiter(byte) || isBlank(byte):
        index += 1
      default:
        let start = index
        let isNumber = isNumeric(byte)
        while index < bytes.count,
          isNumber ? isNumeric(bytes[index]) : !isBlank(bytes[index]) && !isDelimiter(bytes[index])
        { index += 1 }
        guard body(start..<index, operands[...], name) else { return }
        if bytes[start..<index].elementsEqual("ID".utf8) { index = endOfPicture(bytes, from: index) }
        if operands.count >= 8 { operands.removeFirst() }
        operands.append(start..<index)
      }
    }
  }

  /// A quick look that most streams do not pass.
  private static func mayHoldRenderMode(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 1..<bytes.count where bytes[index] == UInt8(ascii: "r") && bytes[index - 1] == UInt8(ascii: "T") {
        return true
      }
      return false
    }
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return bytes.count
  }

  /// The place after the `EI` that ends a picture's bytes.
  private static func endOfPicture(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index + 2 < bytes.count {
      if isBlank(bytes[index]), bytes[index + 1] == UInt8(ascii: "E"), bytes[index + 2] == UInt8(ascii: "I"),
        index + 3 >= bytes.count || isBlank(bytes[index + 3])
      {
        return index + 3
      }
      index += 1
    }
    return bytes.count
  }

  /// Whether a byte may stand in a number (ISO 32000-1, 7.3.3).
  static func isNumeric(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}
