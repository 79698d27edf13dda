/// The lines of a call that is a PDF.
enum PDFCallLines {
  /// Why there are none.
  struct NotWired: Error, CustomStringConvertible {
    let description = "this build reads no PDF calls. Save the call as text, Markdown or HTML."
  }

  /// Returns the lines in reading order.
  static func read(_ path: String) throws -> [String] { throw NotWired() }
}
