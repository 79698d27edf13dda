import Papers
import TopicClassification

extension WordContribution {
  /// The most words that are kept for one label; a reader's eye takes in no more.
  private static let most = 16

  /// Returns the words of the abstract that speak most for and against one label, in the abstract's order.
  static func strongest(of explanation: TopicExplanation) -> [WordContribution] {
    explanation.words.filter { $0.place.source == .abstract && $0.weight != 0 }
      .sorted { (-abs($0.weight), $0.place.scalars.lowerBound) < (-abs($1.weight), $1.place.scalars.lowerBound) }
      .prefix(most).sorted { $0.place.scalars.lowerBound < $1.place.scalars.lowerBound }
      .map {
        WordContribution(label: explanation.label, range: $0.place.scalars, weight: ($0.weight * 1000).rounded() / 1000)
      }
  }
}
