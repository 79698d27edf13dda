extension String {
  /// The text with blanks for control characters, which could steer the terminal of whoever reads a hostile file's words.
  var safeForTerminal: String {
    String(
      String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : $0 }))
  }
}
