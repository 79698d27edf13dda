extension String {
  /// The text with blanks for what could steer the terminal of whoever reads a hostile file's words, or show them in
  /// another order: control characters, line breaks, and the characters that change the direction of writing (Unicode
  /// UAX 9; "Trojan Source", CVE-2021-42574).
  var safeForTerminal: String {
    String(String.UnicodeScalarView(unicodeScalars.map { Self.steersTerminal($0) ? " " : $0 }))
  }

  private static func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
