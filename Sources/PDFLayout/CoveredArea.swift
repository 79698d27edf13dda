import Papers

/// A part of a page that is covered in pictures for readers who must not learn who the authors are.
public struct CoveredArea: Hashable, Sendable {
  /// What it is covered with.
  public enum Cover: Hashable, Sendable {
    /// A grey block, which says that something is covered.
    case block
    /// The white of the paper: a margin.
    case paper
  }

  /// Where it is, in points.
  public var box: Box
  /// What it is covered with.
  public var cover: Cover

  /// Makes an area.
  public init(_ box: Box, with cover: Cover) {
    self.box = box
    self.cover = cover
  }
}
