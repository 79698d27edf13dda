/// One kind of feature: which part of a document is read, and what is counted there.
///
/// Each block's row is scaled to length 1 and then multiplied by the block's weight, so that a long abstract does not
/// drown its title.
public struct FeatureBlock: Hashable, Sendable, Codable {
  /// The part of a document that a block reads.
  public enum Source: String, Hashable, Sendable, Codable {
    /// The title alone.
    case title
    /// The title followed by the abstract.
    case text
  }

  /// What is done with words that say nothing of a subject.
  public enum CommonWords: String, Hashable, Sendable, Codable {
    /// They count like others.
    case kept
    /// A phrase of nothing but common words and single characters is no feature.
    case dropped
  }

  /// The block's name, which begins the name of each of its features, as in `title:neural network`.
  public let name: String
  /// The part of a document that is read.
  public let source: Source
  /// The shortest phrase, in words.
  public let shortestPhrase: Int
  /// The longest phrase, in words.
  public let longestPhrase: Int
  /// What is done with common words.
  public let commonWords: CommonWords
  /// The length of the block's row.
  public let weight: Float

  enum CodingKeys: String, CodingKey {
    case name, source
    case shortestPhrase = "shortest_phrase"
    case longestPhrase = "longest_phrase"
    case commonWords = "common_words"
    case weight
  }

  /// Makes a block.
  public init(
    name: String, source: Source, phrases: ClosedRange<Int>, commonWords: CommonWords, weight: Float
  ) {
    self.name = name
    self.source = source
    shortestPhrase = phrases.lowerBound
    longestPhrase = phrases.upperBound
    self.commonWords = commonWords
    self.weight = weight
  }

  /// Single words and pairs of neighbours of title and abstract, and the title once more by itself.
  ///
  /// The weights are the best of a few that were tried on the fixed folds of the shipped corpus.
  public static let standard = [
    FeatureBlock(name: "word", source: .text, phrases: 1...1, commonWords: .dropped, weight: 1),
    FeatureBlock(name: "pair", source: .text, phrases: 2...2, commonWords: .dropped, weight: 0.5),
    FeatureBlock(name: "title", source: .title, phrases: 1...2, commonWords: .dropped, weight: 0.7),
  ]
}
