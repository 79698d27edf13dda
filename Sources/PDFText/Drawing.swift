import Papers

extension PDFObjects {
  /// Operators with what they may draw by name.
  struct Drawing {
    let content: [UInt8]
    /// From its own coordinates to those in which it is drawn; a page's to points from its top left corner.
    let matrix: Transform
    /// What of it is shown, in its own coordinates.
    let bounds: Box
    /// What the names stand for.
    let resources: Object
  }

  /// What an operator draws by name.
  enum Drawn {
    case picture
    case form(Drawing)
    case nothing
  }
}
