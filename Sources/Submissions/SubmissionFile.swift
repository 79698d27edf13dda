import Papers

/// One file that the user handed in as a submission, before anything is read from it.
public struct SubmissionFile: Hashable, Sendable {
  /// The path as the user gave it, or below the folder that the user gave; a member of a zip is `a.zip!/b.pdf`, and a
  /// second member of the same name `a.zip!/b (2).pdf`.
  public let name: String
  /// The same without the number of a second member: what ids and metadata are looked for by, so that two members of
  /// one name do not seem to be of one paper and of another.
  public let givenName: String
  /// Where its bytes are.
  public let location: Location
  /// By what a chair's marks and later runs know it if it has no certain id, whichever way the path was typed: the path
  /// below the folder or zip that the user gave, or the name of a file given by itself. No two of a run are the same.
  public let key: String

  /// Where a file's bytes are.
  public enum Location: Hashable, Sendable {
    /// In a file of the file system.
    case file(path: String)
    /// In the zip at the path, as its member of that index, from 0.
    case zipMember(zip: String, index: Int)
  }

  /// Makes a file; one without a key or given name is known by its name.
  public init(name: String, location: Location, key: String? = nil, givenName: String? = nil) {
    self.name = name
    self.givenName = givenName ?? name
    self.location = location
    self.key = key ?? name
  }
}

/// Something among the user's paths that could not be looked into.
public struct UnreadablePath: Hashable, Sendable {
  /// The path, with replacement letters for what is not UTF-8.
  public let path: String
  /// What is wrong with it, and what to do.
  public let sentence: String
}
