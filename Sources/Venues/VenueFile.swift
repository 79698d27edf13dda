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
    let text = try text(of: path)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw .malformed(path: path, reason: "it is empty; a venue needs at least a name")
    }
    do {
      return try validated(YAMLDecoder().decode(Venue.self, from: text), path: path)
    } catch let error as VenueError {
      throw error
    } catch {
      throw .malformed(path: path, reason: VenueError.reason(of: error))
    }
  }

  /// Returns a file's text, if it is small enough for a venue and free of YAML aliases, by which a short file can
  /// unfold without end.
  static func text(of path: String) throws(VenueError) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .cannotOpen(path: path) }
    defer { handle.closeFile() }
    let bytes: Data
    do {
      bytes = try handle.read(upToCount: largestSize + 1) ?? Data()
    } catch {
      throw .cannotOpen(path: path)
    }
    guard bytes.count <= largestSize else { throw .tooLarge(path: path, bytes: bytes.count) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path: path) }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let alias = alias(in: line) { throw .alias(path: path, line: index + 1, name: alias) }
    }
    return text
  }

  /// The anchor or alias in a line outside quotes and comments.
  private static func alias(in line: Substring) -> String? {
    var quote: Character?
    var previous: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'", " [{,:-".contains(previous) {
        quote = character
      } else if character == "#", previous == " " {
        return nil
      } else if character == "*" || character == "&", " [{,".contains(previous) {
        let name = line[line.index(after: index)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        let before = line[..<index].trimmingCharacters(in: .whitespaces).last
        if !name.isEmpty, before == nil || ":-[{,?".contains(before ?? ":") { return String(character) + name }
      }
      previous = character
    }
    return nil
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
