import Foundation
import Yams

/// Reading and writing a venue as a YAML file that a chair can edit.
public enum VenueFile {
  /// The largest venue file that is read, in bytes; the shipped one has under 6,000.
  public static let largestSize = 1_000_000

  /// Reads a venue.
  ///
  /// - Throws: ``VenueError`` with the file's path, the place and what was expected.
  public static func read(_ path: String) throws(VenueError) -> Venue {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw .cannotOpen(path: path) }
    guard bytes.count <= largestSize else { throw .tooLarge(path: path, bytes: bytes.count) }
    guard let text = String(data: bytes, encoding: .utf8) else { throw .notUTF8(path: path) }
    do {
      return try validated(YAMLDecoder().decode(Venue.self, from: text), path: path)
    } catch let error as VenueError {
      throw error
    } catch {
      throw .malformed(path: path, reason: VenueError.reason(of: error))
    }
  }

  private static func validated(_ venue: Venue, path: String) throws(VenueError) -> Venue {
    // A topic and a group may share an id (the shipped venue has both an `mlops` topic and an `mlops` group).
    for ids in [venue.topics.map(\.id), venue.groups.map(\.id)] {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id).inserted { throw .repeatedID(path: path, id: id) }
    }
    let topicIDs = Set(venue.topics.map(\.id))
    for group in venue.groups {
      for topic in group.topics ?? [] where !topicIDs.contains(topic) {
        throw .unknownTopicInGroup(path: path, group: group.id, topic: topic)
      }
    }
    return venue
  }
}
