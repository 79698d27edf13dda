import PDFLayout

/// Pages that paint letters and nothing else: without these they are white, and need not be drawn to know it.
extension PDFObjects {
  /// Whether a page, counted from 1, is white without its letters. A page that only may be is none.
  func isBare(page number: Int) -> Bool {
    guard let page = drawing(ofPage: number), !ContentStream.mayPaint(page.content) else { return false }
    // Letters of Type 3 are drawings; they are painted whatever the render mode says (ISO 32000-1, 9.3.6).
    let fonts = page.resources["/Font"]?.parts ?? []
    guard fonts.allSatisfy({ ["/Type1", "/TrueType", "/Type0", "/MMType1"].contains($0.object["/Subtype"]?.name) })
    else { return false }
    guard let marks = pages[number - 1]["/Annots"] else { return true }
    return marks.parts.allSatisfy { Self.isInvisibleLink($0.object) }
  }

  /// A link without a frame.
  private static func isInvisibleLink(_ mark: Object) -> Bool {
    guard mark["/Subtype"]?.name == "/Link", mark["/AP"] == nil, mark["/BS"] == nil else { return false }
    let border = mark["/Border"]?.parts ?? []
    return border.count == 3 && border[2].object.value == 0
  }
}

extension ContentStream {
  /// The operators that paint nothing, or letters alone (ISO 32000-1, annex A), and the values in lists of properties.
  /// `gs` is none of them: a graphics state may bring a font of its own.
  private static let harmless: Set = [
    "q", "Q", "cm", "w", "J", "j", "M", "d", "ri", "i", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td",
    "TD", "Tm", "T*", "Tj", "TJ", "'", "\"", "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN",
    "BMC", "BDC", "EMC", "MP", "DP", "BX", "EX", "m", "l", "c", "v", "y", "h", "re", "n", "W", "W*", "true", "false",
    "null",
  ]

  /// Whether there are words that may paint anything but letters; one that is not known may.
  static func mayPaint(_ bytes: [UInt8]) -> Bool {
    var answer = false
    forEachToken(of: bytes) { token, _, _ in
      answer =
        !bytes[token].allSatisfy(isNumeric) && !harmless.contains(String(decoding: bytes[token], as: UTF8.self))
      return !answer
    }
    return answer
  }
}
