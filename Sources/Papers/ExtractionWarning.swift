/// A reason to doubt what was read from a PDF.
public enum ExtractionWarning: String, Hashable, Sendable, Codable, CaseIterable {
  /// No title was found.
  case noTitle = "no-title"
  /// A title was found, but not where or how titles usually stand.
  case titleUncertain = "title-uncertain"
  /// No abstract was found.
  case noAbstract = "no-abstract"
  /// An abstract was found, but its beginning or end is not certain.
  case abstractUncertain = "abstract-uncertain"
  /// The file has pages but no text layer, such as a scan.
  case noTextLayer = "no-text-layer"
  /// The text layer is there but does not spell words, such as with a broken font encoding.
  case unreadableText = "unreadable-text"
  /// On some page the boxes of the letters do not match the letters.
  case layoutUnreliable = "layout-unreliable"
  /// The document has more pages than are read; the rest was not looked at.
  case pagesSkipped = "pages-skipped"
  /// The document does not look like a paper: slides, a form, a supplement.
  case notAPaper = "not-a-paper"

  /// The warning as a sentence.
  public var sentence: String {
    switch self {
    case .noTitle: "No title was found on the first page."
    case .titleUncertain: "The title was found in an unusual place or form; please compare it with the paper."
    case .noAbstract: "No abstract was found."
    case .abstractUncertain: "Where the abstract begins or ends is not certain; please compare it with the paper."
    case .noTextLayer: "The file has no text, only pictures of pages, such as a scan."
    case .unreadableText: "The file's text layer does not spell words; its fonts have no usable encoding."
    case .layoutUnreliable: "On some page the places of the letters are not reliable."
    case .pagesSkipped: "The document is longer than what is read; its last pages were not looked at."
    case .notAPaper: "The document does not look like a paper."
    }
  }
}
