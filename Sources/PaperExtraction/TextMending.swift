import Foundation
import PDFLayout

/// Joins lines into running text: ligatures, accents, soft hyphens, and words cut at the end of a line.
struct TextMending {
  /// The document's text in lower case, in which a word's other spelling is looked for.
  private let document: [UInt8]

  /// Takes the pages whose words tell how a word is spelled within a line.
  init(pages: [PageLayout]) {
    var bytes: [UInt8] = []
    for page in pages {
      for line in page.lines {
        bytes.append(0x20)
        for byte in line.text.utf8 { bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
      }
    }
    bytes.append(0x20)
    document = bytes
  }

  /// Returns the lines as one paragraph.
  func paragraph(_ lines: [String]) -> String {
    var result = ""
    for line in lines {
      let line = TextMending.mended(line)
      guard !line.isEmpty else { continue }
      if result.isEmpty {
        result = line
      } else if let last = result.unicodeScalars.last, isHyphen(last) {
        join(&result, line)
      } else {
        result += " "
        result += line
      }
    }
    return result.replacingOccurrences(of: "\u{AD}", with: "")
  }

  private func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{AD}" || scalar == "\u{2010}"
  }

  private func join(_ result: inout String, _ line: String) {
    let head = String(result.unicodeScalars.dropLast())
    let isSoft = result.unicodeScalars.last == "\u{AD}"
    let left = head.split(separator: " ").last.map(String.init) ?? ""
    let right = line.split(separator: " ").first.map(String.init) ?? ""
    guard let first = right.unicodeScalars.first, !left.isEmpty, head.last != " " else {
      result += " " + line
      return
    }
    if isSoft || !keepsHyphen(left: left, right: right, first: first) {
      result = head + line
    } else {
      result = head + "-" + line
    }
  }

  private func keepsHyphen(left: String, right: String, first: Unicode.Scalar) -> Bool {
    guard let last = left.unicodeScalars.last, last.properties.isAlphabetic else { return true }
    let left = wordTail(left)
    let right = wordHead(right)
    guard !right.isEmpty else { return true }
    let joined = occurrences(of: left + right)
    let hyphenated = occurrences(of: left + "-" + right)
    if joined != hyphenated { return hyphenated > joined }
    // "X-\nRay": a cut word goes on in lower case.
    guard first.properties.isLowercase else { return true }
    // "state-of-the-\nart": a compound that already has a hyphen is seldom cut elsewhere.
    return left.contains("-") && right.utf8.count > 2 && !TextMending.suffixes.contains(right)
  }

  /// Endings that are never a compound's last part.
  private static let suffixes: Set<String> = [
    "ing", "tion", "tions", "ment", "ments", "ness", "ity", "ers", "ous", "ble", "ated",
  ]

  private func wordTail(_ text: String) -> String {
    let bytes = Array(text.lowercased().utf8)
    let start = bytes.lastIndex { !isLetterByte($0) && $0 != 0x2D }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  private func wordHead(_ text: String) -> String {
    let bytes = Array(text.lowercased().utf8)
    let end = bytes.firstIndex { !isLetterByte($0) } ?? bytes.count
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// The number of times a word stands in the document, up to two.
  private func occurrences(of word: String) -> Int {
    let needle = Array(word.utf8)
    guard needle.count > 2, document.count > needle.count else { return 0 }
    return document.withUnsafeBytes { haystack in
      var count = 0
      var place = 0
      while place + needle.count < haystack.count, count < 2 {
        // The document begins with a blank, so a word's first letter is never the first byte.
        guard let base = haystack.baseAddress,
          let found = memchr(base + place, Int32(needle[0]), haystack.count - place - needle.count)
        else { break }
        let start = base.distance(to: UnsafeRawPointer(found))
        place = start + 1
        let end = start + needle.count
        guard start > 0, memcmp(found, needle, needle.count) == 0 else { continue }
        let (before, after) = (haystack[start - 1], haystack[end])
        if !isLetterByte(before) && before != 0x2D && !isLetterByte(after) && after != 0x2D { count += 1 }
      }
      return count
    }
  }

  // MARK: Letters

  /// Returns a text with ligatures spelled out, accents composed, and letters without meaning left out.
  static func mended(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == 0x60 || $0 < 0x20 }) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if let spelled = ligatures[scalar.value] {
        result.append(contentsOf: spelled.unicodeScalars)
        continue
      }
      if let combining = combiningAccents[scalar.value], index < scalars.count {
        // TeX's old fonts draw the accent first and the letter under it.
        let letter = scalars[index] == " " && index + 1 < scalars.count ? scalars[index + 1] : scalars[index]
        let isOpening = scalar.value == 0x60 && (result.last == nil || result.last == " ")
        if !isOpening, letter.properties.isAlphabetic, letter.properties.canonicalCombiningClass == .notReordered {
          index += scalars[index] == " " ? 2 : 1
          result.append(dottedLetters[letter.value] ?? letter)
          result.append(combining)
          continue
        }
      }
      // An accent over the dotless letter stands for the letter with its dot.
      if let dotted = dottedLetters[scalar.value], index < scalars.count,
        scalars[index].properties.canonicalCombiningClass != .notReordered
      {
        result.append(dotted)
        continue
      }
      switch scalar.value {
      case 0..<0x20, 0xFFFD, 0xE000...0xF8FF, 0x200B...0x200F, 0xFEFF, 0xE0000...0xE007F, 0xF0000...0x10FFFF: continue
      case 0xA0, 0x2002...0x200A, 0x202F, 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result).precomposedStringWithCanonicalMapping
  }

  private static let ligatures: [UInt32: String] = [
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "ft", 0xFB06: "st",
  ]

  private static let dottedLetters: [UInt32: Unicode.Scalar] = [0x131: "i", 0x237: "j"]

  private static let combiningAccents: [UInt32: Unicode.Scalar] = [
    0x60: "\u{300}", 0xB4: "\u{301}", 0x2C6: "\u{302}", 0x2DC: "\u{303}", 0xAF: "\u{304}", 0x2D8: "\u{306}",
    0x2D9: "\u{307}", 0xA8: "\u{308}", 0x2DA: "\u{30A}", 0x2DD: "\u{30B}", 0x2C7: "\u{30C}", 0xB8: "\u{327}",
    0x2DB: "\u{328}",
  ]
}
