import PDFLayout
import Papers

/// Reads a paper off its layout.
public struct PaperExtractor: Sendable {
  /// Makes an extractor.
  public init() {}

  /// Returns what the layout says of the paper.
  public func paper(from document: DocumentLayout, file: String) -> Paper {
    Paper(file: file, pageCount: document.pageCount)
  }
}
