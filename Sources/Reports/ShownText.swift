/// A text from a paper made fit to be shown: nothing in it can reorder, overprint or flood the page around it.
///
/// Control characters go (a line break or tab becomes a blank), and so do the characters that change the direction of
/// writing (Unicode UAX 9, the explicit formatting characters; "Trojan Source", CVE-2021-42574): each text has its own
/// isolated direction on the page. More than ``marksPerLetter`` combining marks in a row are cut, as is what exceeds a
/// length. Outputs for programs keep the text as it is.
struct ShownText {
  /// Ordinary scripts stack at most three or four; more is a joke or an attack.
  static let marksPerLetter = 6

  let text: String
  /// For each Unicode scalar of the original, its place in ``text`` in UTF-16 units, as JavaScript counts; and the end.
  private let places: [Int]

  /// Makes a text fit to be shown, of at most `limit` Unicode scalars.
  init(_ original: String, limit: Int) {
    var text = String.UnicodeScalarView()
    var places: [Int] = []
    places.reserveCapacity(min(original.utf8.count, limit) + 1)
    var marks = 0
    var width = 0
    var wasCut = false
    for scalar in original.unicodeScalars {
      if places.count == limit {
        wasCut = true
        break
      }
      places.append(width)
      marks = Self.isCombining(scalar) ? marks + 1 : 0
      guard let shown = Self.shown(scalar), marks <= Self.marksPerLetter else { continue }
      text.append(shown)
      width += shown.value > 0xFFFF ? 2 : 1
    }
    places.append(width)
    if wasCut { text.append(contentsOf: " … (cut here; the text is longer)".unicodeScalars) }
    self.text = String(text)
    self.places = places
  }

  /// Where a place of the original, in Unicode scalars, is in ``text``, in UTF-16 units.
  func place(ofScalar offset: Int) -> Int {
    places.isEmpty ? 0 : places[min(max(offset, 0), places.count - 1)]
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20...0x7E: scalar
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F: nil
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: nil
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: nil
    case 0xFFFE, 0xFFFF: nil
    default: scalar
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
