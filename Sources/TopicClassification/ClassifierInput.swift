import TextFeatures

/// What a classifier reads of a paper.
public struct ClassifierInput: Hashable, Sendable {
  /// The title.
  public var title: String?
  /// The abstract.
  public var abstract: String?

  /// Makes an input; either part may be missing.
  public init(title: String?, abstract: String?) {
    self.title = title
    self.abstract = abstract
  }

  var document: TextDocument { TextDocument(title: title ?? "", body: abstract ?? "") }
}
