/// A sentence of a paper that speaks of real use. It is the paper's own text and stands in no report.
public struct Evidence: Hashable, Sendable, Codable {
  /// What a sentence states.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// That the system is in use.
    case production
    /// For how long.
    case duration
    /// How much it serves.
    case scale
    /// What it brought.
    case impact
    /// What was given up for what.
    case tradeOff = "trade_off"
    /// What was learnt.
    case lesson
  }

  /// What it states; a sentence that states two things is listed twice.
  public var kind: Kind
  /// The sentence, hyphens at line ends mended.
  public var sentence: String
  /// The page on which it begins, from 1.
  public var page: Int

  /// Makes a piece of evidence.
  public init(kind: Kind, sentence: String, page: Int) {
    self.kind = kind
    self.sentence = sentence
    self.page = page
  }
}
