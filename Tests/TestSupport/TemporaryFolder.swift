import Foundation

/// A folder that goes when the test ends.
public final class TemporaryFolder {
  /// Where it is.
  public let path: String

  /// Makes the folder.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "papertriage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    // Nothing depends on the folder being gone; the system clears it too.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and returns its path.
  public func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  /// Writes a file and returns its path.
  public func file(_ name: String, _ data: Data) throws -> String {
    let path = path + "/" + name
    try data.write(to: URL(filePath: path))
    return path
  }
}
