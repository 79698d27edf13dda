// `rounded()` needs the C mathematics library at link time.
import Glibc

/// What the PDF of one submission says about itself: the first noun of the program.
///
/// Every field is what a careful reader sees on the pages; text that no person can see is not in it. A field that
/// could not be read is `nil` or empty and has a warning.
public struct Paper: Hashable, Sendable, Codable {
  /// The path as the user gave it; a member of a zip is `a.zip!/b.pdf`.
  public var file: String
  /// The title, ligatures and line breaks mended.
  public var title: String?
  /// The abstract, ligatures, hyphenation and line breaks mended, paragraphs joined by one blank.
  public var abstract: String?
  /// The names of the authors printed on the first page, in order; empty in an anonymous paper.
  public var authors: [String]
  /// The authors' own keywords.
  public var keywords: [String]
  /// The number of pages in the file.
  public var pageCount: Int
  /// The headings, in reading order.
  public var sections: [Section]
  /// Where the last line stands that is neither bibliography nor appendix; `nil` if unknown.
  public var bodyEnd: PagePosition?
  /// The first and last page that the bibliography touches; `nil` if there is none.
  public var references: PageSpan?
  /// What a reader of this extraction should doubt.
  public var warnings: [ExtractionWarning]
  /// Sentences that speak of real use; `nil` if nobody asked for them.
  public var evidence: [Evidence]?

  /// Makes a paper; all but `file` and `pageCount` may be missing.
  public init(
    file: String, title: String? = nil, abstract: String? = nil, authors: [String] = [], keywords: [String] = [],
    pageCount: Int, sections: [Section] = [], bodyEnd: PagePosition? = nil, references: PageSpan? = nil,
    warnings: [ExtractionWarning] = []
  ) {
    self.file = file
    self.title = title
    self.abstract = abstract
    self.authors = authors
    self.keywords = keywords
    self.pageCount = pageCount
    self.sections = sections
    self.bodyEnd = bodyEnd
    self.references = references
    self.warnings = warnings
  }

  /// Writes every key, absent values as null, so that a row's shape never depends on the paper.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(title, forKey: .title)
    try container.encode(abstract, forKey: .abstract)
    try container.encode(authors, forKey: .authors)
    try container.encode(keywords, forKey: .keywords)
    try container.encode(pageCount, forKey: .pageCount)
    try container.encode(sections, forKey: .sections)
    try container.encodeIfPresent(bodyEnd, forKey: .bodyEnd)
    try container.encodeIfPresent(references, forKey: .references)
    try container.encode(warnings, forKey: .warnings)
    try container.encodeIfPresent(evidence, forKey: .evidence)
  }
}

/// A heading of a paper and where it stands.
public struct Section: Hashable, Sendable, Codable {
  /// The heading's own number, such as `3.1` or `A`; `nil` if it has none.
  public var number: String?
  /// The heading without its number.
  public var title: String
  /// 1 for a section, 2 for a subsection, and so on.
  public var level: Int
  /// Where the heading stands.
  public var position: PagePosition

  /// Makes a heading.
  public init(number: String?, title: String, level: Int, position: PagePosition) {
    self.number = number
    self.title = title
    self.level = level
    self.position = position
  }
}

/// A place in a document.
public struct PagePosition: Hashable, Sendable, Codable {
  /// The page, from 1.
  public var page: Int
  /// The column, from 1 at the left.
  public var column: Int
  /// The distance from the top of the page, in points.
  public var y: Double

  /// Makes a place; `y` is rounded to a hundredth of a point, as outputs write it.
  public init(page: Int, column: Int, y: Double) {
    self.page = page
    self.column = column
    self.y = (y * 100).rounded() / 100
  }
}

/// The pages that a part of a document touches, both counted.
public struct PageSpan: Hashable, Sendable, Codable {
  /// The first page, from 1.
  public var from: Int
  /// The last page, from 1.
  public var to: Int

  /// Makes a span.
  public init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }
}
