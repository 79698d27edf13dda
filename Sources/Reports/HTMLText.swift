/// The few marks of HTML that a report is written with.
enum HTMLText {
  /// The text for an element's content or a quoted attribute; nothing in it is markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text from a paper: cut, cleared, escaped, and its direction kept from spreading.
  static func isolated(_ text: String, limit: Int = ReportPaper.Limit.title) -> String {
    "<bdi>\(escaped(ShownText(text, limit: limit).text))</bdi>"
  }

  /// JSON that stays data inside a `script` element: no end tag, comment or line separator of JavaScript can begin in
  /// it (HTML Standard, "Restrictions for contents of script elements").
  static func embeddable(json: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): result += Array(#"\u003c"#.utf8)
      case UInt8(ascii: ">"): result += Array(#"\u003e"#.utf8)
      case UInt8(ascii: "&"): result += Array(#"\u0026"#.utf8)
      case 0xA8 where result.suffix(2) == [0xE2, 0x80]: result.replaceSuffix(#"\u2028"#)
      case 0xA9 where result.suffix(2) == [0xE2, 0x80]: result.replaceSuffix(#"\u2029"#)
      default: result.append(byte)
      }
    }
    return result
  }
}

extension [UInt8] {
  fileprivate mutating func replaceSuffix(_ escape: String) {
    removeLast(2)
    append(contentsOf: escape.utf8)
  }
}
