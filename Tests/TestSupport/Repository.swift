import Foundation

/// The checkout that the tests were built from.
public enum Repository {
  /// Returns the full path of a file of the repository.
  public static func path(_ relative: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: relative).path
  }
}
