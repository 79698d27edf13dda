/// What a worker reports of one PDF: the paper, and what checks found in it.
public struct PDFReading: Hashable, Sendable, Codable {
  /// What the PDF says about itself.
  public var paper: Paper
  /// One finding for each rule; empty if nothing was to be checked.
  public var findings: [Finding]
  /// Pictures of the first page; `nil` if none were asked for, or if it is worth asking again.
  public var firstPage: FirstPage?
  /// Pictures of pages that findings stand on; `nil` if none were asked for.
  public var findingPages: [DrawnPage]?

  /// Puts both together.
  public init(paper: Paper, findings: [Finding] = []) {
    self.paper = paper
    self.findings = findings
  }
}
