/// A file that another process can open under its path as long as the value lives.
public protocol OpenedFile: Sendable {
  /// The path.
  var path: String { get }
}

/// A file on the disk, which was there before and stays.
public struct PlainFile: OpenedFile, Hashable {
  /// The path.
  public let path: String

  /// Takes the path as it is.
  public init(path: String) { self.path = path }
}
