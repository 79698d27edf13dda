import Foundation
import Venues

extension ReadCall {
  /// Gives topics that another venue has under the same name, or as an alias, the ids that they have there.
  ///
  /// So tags, models and corrections of one year serve the next. Case, accents and punctuation do not count; an id is
  /// given once, and never to a topic whose own id another topic of the call has.
  public mutating func adoptIDs(of known: Venue) {
    var ids: [String: String] = [:]
    for topic in known.topics {
      for name in [topic.name] + topic.aliases where ids[TopicIDs.id(for: name)] == nil {
        ids[TopicIDs.id(for: name)] = topic.id
      }
    }
    var taken = Set(venue.topics.map(\.id))
    var renamed: [String: String] = [:]
    for index in venue.topics.indices {
      let topic = venue.topics[index]
      guard let id = ids[TopicIDs.id(for: topic.name)], id != topic.id, taken.insert(id).inserted else { continue }
      venue.topics[index].id = id
      renamed[topic.id] = id
    }
    for index in venue.groups.indices {
      venue.groups[index].topics = venue.groups[index].topics?.map { renamed[$0] ?? $0 }
    }
  }
}
