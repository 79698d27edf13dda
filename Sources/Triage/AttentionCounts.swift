/// How many papers a person should look at, and on what grounds; a paper may have several.
public struct AttentionCounts: Hashable, Sendable {
  /// The papers on the list for a person.
  public let total: Int
  /// Those that could not be read.
  public let unreadable: Int
  /// Those that were read, with a doubt about their text or tags.
  public let doubtful: Int
  /// Those that break a rule.
  public let breakingRule: Int
  /// Those in which a rule asks for a look.
  public let toLookAt: Int

  /// Makes counts.
  public init(total: Int, unreadable: Int, doubtful: Int, breakingRule: Int, toLookAt: Int) {
    self.total = total
    self.unreadable = unreadable
    self.doubtful = doubtful
    self.breakingRule = breakingRule
    self.toLookAt = toLookAt
  }
}
