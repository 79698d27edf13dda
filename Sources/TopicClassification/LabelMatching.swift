import TextFeatures
import Venues

/// Which of a model's labels stands for each label of a venue: by id, else by name or alias, case and punctuation
/// aside.
struct LabelMatching: Sendable {
  /// For each topic of the venue the index of the model's topic; `nil` if none fits.
  let topics: [Int?]
  /// For each group of the venue the index of the model's group; `nil` if none fits.
  let groups: [Int?]
  /// For each group of the venue the indices of its topics in the venue.
  let members: [[Int]]

  init(venue: Venue, topics modelTopics: [ModelLabel], groups modelGroups: [ModelLabel]) {
    topics = venue.topics.map { Self.match(id: $0.id, names: [$0.name] + $0.aliases, among: modelTopics) }
    groups = venue.groups.map { Self.match(id: $0.id, names: [$0.name], among: modelGroups) }
    members = venue.groups.map { group in
      (group.topics ?? []).compactMap { id in venue.topics.firstIndex { $0.id == id } }
    }
  }

  private static func match(id: String, names: [String], among labels: [ModelLabel]) -> Int? {
    if let index = labels.firstIndex(where: { $0.id == id }) { return index }
    let wanted = Set(names.map(normalized))
    return labels.firstIndex { label in
      !wanted.isDisjoint(with: ([label.name] + label.aliases).map(normalized))
    }
  }

  private static func normalized(_ name: String) -> String {
    let words = Tokenizer.words(in: name)
    return (0..<words.count).map { words[$0] }.joined(separator: " ")
  }
}
