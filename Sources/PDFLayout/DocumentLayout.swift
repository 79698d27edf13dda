/// What stands on the pages of one PDF, as plain values: all that is needed to read and check a paper without the
/// PDF itself.
public struct DocumentLayout: Hashable, Sendable {
  /// The number of pages in the file, also of those that were not read.
  public var pageCount: Int
  /// What the file says about itself.
  public var metadata: DocumentMetadata
  /// The pages that were read, from the first on.
  public var pages: [PageLayout]
  /// What checks need beside the text; `nil` if it was not read.
  public var facts: DocumentFacts?

  /// Makes a document.
  public init(
    pageCount: Int, metadata: DocumentMetadata = DocumentMetadata(), pages: [PageLayout], facts: DocumentFacts? = nil
  ) {
    self.facts = facts
    self.pageCount = pageCount
    self.metadata = metadata
    self.pages = pages
  }
}

/// What a PDF says about itself, apart from its pages.
public struct DocumentMetadata: Hashable, Sendable {
  /// The title in the information dictionary. Often stale or a file name: evidence, never a source.
  public var title: String?
  /// The program that wrote the PDF.
  public var producer: String?

  /// Makes metadata.
  public init(title: String? = nil, producer: String? = nil) {
    self.title = title
    self.producer = producer
  }
}
