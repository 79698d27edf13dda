import PDFLayout

/// The letters of one page as the PDF library gives them, before lines are made of them.
struct PageGlyphs {
  /// The library's idea of the text: a blank between words, a line feed between lines.
  var scalars: [UInt32]
  /// One rectangle for each scalar, also for blanks and line feeds.
  var boxes: [GlyphBox]
  /// Stretches of one style that follow one another; together they may leave out scalars.
  var styles: [StyleRange]
  /// Whether every scalar has its own rectangle.
  var isReliable: Bool

  /// Characters without a shape: zero-width ones, marks of direction and tags.
  var shapelessScalars: [UInt32] {
    scalars.filter { scalar in
      (scalar >= 0x200B && scalar <= 0x200F) || (scalar >= 0x2060 && scalar <= 0x2064) || scalar == 0xFEFF
        || (scalar >= 0xE0000 && scalar <= 0xE007F)
    }
  }

  /// Whether a scalar is a blank or has no shape.
  static func isBlank(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0xA0 || (scalar >= 0x2000 && scalar <= 0x200F) || scalar == 0x202F
      || scalar == 0x205F || scalar == 0x3000 || scalar == 0xFEFF || (scalar >= 0xE0000 && scalar <= 0xE007F)
  }

  /// Returns the page with a blank in the place of every letter that does not stand in one of the words.
  func keeping(_ ranges: [Range<Int>]) -> PageGlyphs {
    var result = self
    var next = 0
    for range in ranges {
      result.blank(next..<range.lowerBound)
      next = range.upperBound
    }
    result.blank(next..<scalars.count)
    return result
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where scalars[index] != 0x0A { scalars[index] = 0x20 }
  }
}

extension PageGlyphs {
  /// Returns the letters with those of TeX's oldest encoding (OT1) spelled as Unicode has them.
  ///
  /// Bitmap fonts give their codes as they are; those of f-ligatures and accents are control codes. Some of them the
  /// library takes for blanks and loses. A page with many control codes is of another broken encoding.
  func spellingTeXLetters() -> PageGlyphs {
    let found = scalars.count { $0 >= 0x0E && $0 < 0x20 }
    guard found > 0, found * 20 < scalars.count else { return self }
    var result = self
    for index in result.scalars.indices {
      if let letter = Self.texLetters[result.scalars[index]] { result.scalars[index] = letter }
    }
    return result
  }

  /// Knuth, The TeXbook, appendix F, table of text fonts.
  private static let texLetters: [UInt32: UInt32] = [
    0x0E: 0xFB03, 0x0F: 0xFB04, 0x10: 0x131, 0x11: 0x237, 0x12: 0x60, 0x13: 0xB4, 0x14: 0x2C7, 0x15: 0x2D8,
    0x16: 0xAF, 0x17: 0x2DA, 0x18: 0xB8, 0x19: 0xDF, 0x1A: 0xE6, 0x1B: 0x153, 0x1C: 0xF8, 0x1D: 0xC6, 0x1E: 0x152,
    0x1F: 0xD8, 0x7F: 0xA8,
  ]
}

/// The rectangle of a letter in points from the page's top left corner.
struct GlyphBox {
  var left: Float
  var top: Float
  var right: Float
  var bottom: Float

  var centerX: Float { (left + right) / 2 }
  var centerY: Float { (top + bottom) / 2 }
}

/// The style of a stretch of letters.
struct StyleRange {
  /// The place of the first letter.
  var start: Int
  /// The place after the last letter.
  var end: Int
  var fontName: String
  var fontSize: Double
  var red: UInt16
  var green: UInt16
  var blue: UInt16

  var color: Color {
    Color(red: Double(red) / 65535, green: Double(green) / 65535, blue: Double(blue) / 65535)
  }
}
