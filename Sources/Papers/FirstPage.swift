import Foundation

/// Small pictures of a paper's first page, as PNG files, for those who may see all of it and for those who may not.
public struct FirstPage: Hashable, Sendable, Codable {
  /// The page as it is; `nil` if it could not be drawn.
  public var full: Data?
  /// The page with all covered that may tell who the authors are; `nil` if the page could not be drawn, or if it is not
  /// certain what to cover.
  public var blind: Data?

  /// Puts the pictures together.
  public init(full: Data? = nil, blind: Data? = nil) {
    self.full = full
    self.blind = blind
  }

  /// A page that could not be drawn.
  public static let notDrawn = FirstPage()
}
