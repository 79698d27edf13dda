/// What is known of a paper in words.
public struct TextDocument: Hashable, Sendable {
  /// The title; empty if there is none.
  public var title: String
  /// The abstract; empty if there is none.
  public var body: String

  /// Makes a document.
  public init(title: String, body: String) {
    self.title = title
    self.body = body
  }
}
