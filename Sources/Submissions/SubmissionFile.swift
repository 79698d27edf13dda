import Papers

/// One file that the user handed in as a submission, before anything is read from it.
public struct SubmissionFile: Hashable, Sendable {
  /// The path as the user gave it, or below the folder that the user gave; a member of a zip is `a.zip!/b.pdf`.
  public let name: String
  /// Where its bytes are.
  public let location: Location

  /// Where a file's bytes are.
  public enum Location: Hashable, Sendable {
    /// In a file of the file system.
    case file(path: String)
    /// In the zip at the path, as its member of that index, from 0.
    case zipMember(zip: String, index: Int)
  }

  /// Makes a file.
  public init(name: String, location: Location) {
    self.name = name
    self.location = location
  }
}

/// Something among the user's paths that could not be looked into.
public struct UnreadablePath: Hashable, Sendable {
  /// The path.
  public let path: String
  /// What is wrong with it, and what to do.
  public let sentence: String
}
