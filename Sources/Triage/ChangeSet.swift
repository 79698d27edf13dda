import Papers

/// What is different between two runs over the same submissions.
public struct ChangeSet: Hashable, Sendable {
  /// A paper as a run knew it.
  public struct Entry: Hashable, Sendable, Codable {
    /// Its ``Assessment/key``.
    public var key: String
    /// The SHA-256 of its file; `nil` if it could not be opened.
    public var content: String?

    /// Makes an entry.
    public init(key: String, content: String?) {
      self.key = key
      self.content = content
    }
  }

  /// The papers that were not there before, in the new run's order.
  public let added: [String]
  /// The papers whose file is another one, in the new run's order.
  public let changed: [String]
  /// The papers that are not there any more, in the old run's order.
  public let withdrawn: [String]

  /// Compares two runs.
  public init(from old: [Entry], to new: [Entry]) {
    let before = Dictionary(old.map { ($0.key, $0.content) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(\.key))
    added = new.filter { before[$0.key] == nil }.map(\.key)
    changed = new.filter { entry in before[entry.key].map { $0 != entry.content } ?? false }.map(\.key)
    withdrawn = old.filter { !after.contains($0.key) }.map(\.key)
  }

  /// Makes the set of differences that were kept.
  public init(added: [String], changed: [String], withdrawn: [String]) {
    self.added = added
    self.changed = changed
    self.withdrawn = withdrawn
  }

  /// Whether nothing is different.
  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && withdrawn.isEmpty }
}
