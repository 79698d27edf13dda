import Foundation
import Venues

/// The one rule by which topics and groups that come from a call get their ids.
///
/// Letters lose their accents and case, everything else is a hyphen, and words are cut at 60 characters; a name that
/// leads to an id already given gets a number: "Systems for Machine Learning" is `systems-for-machine-learning`.
enum TopicIDs {
  private static let longest = 60

  /// Returns topics with ids in the order of the call.
  static func topics(_ found: [TopicFinder.Found]) -> [Topic] {
    var given: Set<String> = []
    return found.enumerated().map { index, topic in
      let base = id(for: topic.name)
      var id = base.isEmpty ? "topic-\(index + 1)" : base
      var number = 2
      while !given.insert(id).inserted {
        id = "\(base)-\(number)"
        number += 1
      }
      return Topic(id: id, name: topic.name, parent: topic.parent, aliases: [])
    }
  }

  /// Returns the groups that the call's nested lists make.
  static func groups(of topics: [Topic]) -> [Group] {
    var names: [String] = []
    for topic in topics { if let parent = topic.parent, !names.contains(parent) { names.append(parent) } }
    guard names.count >= 2 else { return [] }
    var given: Set<String> = []
    return names.map { name in
      let base = id(for: name)
      var groupID = base.isEmpty ? "group" : base
      var number = 2
      while !given.insert(groupID).inserted {
        groupID = "\(base)-\(number)"
        number += 1
      }
      return Group(id: groupID, name: name, topics: topics.filter { $0.parent == name }.map(\.id), origin: .call)
    }
  }

  static func id(for name: String) -> String {
    let plain = name.folding(
      options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "en_US_POSIX"))
    let words = plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    var id = ""
    for word in words {
      let longer = id.isEmpty ? word : "\(id)-\(word)"
      if longer.count > longest { break }
      id = longer
    }
    return id.isEmpty ? String((words.first ?? "").prefix(longest)) : id
  }
}
