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
  /// Whether there are operators that may paint anything but letters.
  static func mayPaint(_ bytes: [UInt8]) -> Bool {
    var answer = false
    forEachToken(of: bytes) { token, _, _ in
      guard token.count <= 2 else { return true }
      switch (bytes[token.lowerBound], token.count == 2 ? bytes[token.upperBound - 1] : nil) {
      case (UInt8(ascii: "f"), nil), (UInt8(ascii: "f"), UInt8(ascii: "*")), (UInt8(ascii: "F"), nil),
        (UInt8(ascii: "B"), nil), (UInt8(ascii: "B"), UInt8(ascii: "*")), (UInt8(ascii: "b"), nil),
        (UInt8(ascii: "b"), UInt8(ascii: "*")), (UInt8(ascii: "S"), nil), (UInt8(ascii: "s"), nil),
        (UInt8(ascii: "s"), UInt8(ascii: "h")), (UInt8(ascii: "D"), UInt8(ascii: "o")),
        (UInt8(ascii: "B"), UInt8(ascii: "I")), (UInt8(ascii: "g"), UInt8(ascii: "s")):
        // A graphics state may bring a font of its own.
        answer = true
      default: break
      }
      return !answer
    }
    return answer
  }
}
