/// Whether a text looks like English.
enum EnglishText {
  /// The share of common English words below which a text is held to be in another language. Of 47,921
  /// English abstracts 13 have less, half have under 0.37; German shares words such as "so" and "was" and has about 0.1.
  private static let lowestShare = 0.15
  /// In fewer words the share says nothing.
  private static let fewestWords = 20

  static func isLikely(words: Int, stopWords: Int) -> Bool {
    words < fewestWords || Double(stopWords) >= lowestShare * Double(words)
  }
}
