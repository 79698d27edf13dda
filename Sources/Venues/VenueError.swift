import Yams

/// Why a venue file cannot be used.
public enum VenueError: Error, Equatable, CustomStringConvertible {
  /// The file does not exist or may not be read.
  case cannotOpen(path: String)
  /// The file is larger than any venue.
  case tooLarge(path: String, bytes: Int)
  /// The file is not text in UTF-8.
  case notUTF8(path: String)
  /// The file is not the YAML of a venue.
  case malformed(path: String, reason: String)
  /// The file uses a YAML anchor or alias.
  case alias(path: String, line: Int, name: String)
  /// Two topics or groups have the same id.
  case repeatedID(path: String, id: String)
  /// A group lists a topic that the venue does not have.
  case unknownTopicInGroup(path: String, group: String, topic: String)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .cannotOpen(let path):
      "\(path): the venue file cannot be opened. Check the path, or leave out --venue to use the shipped venue."
    case .tooLarge(let path, let bytes):
      "\(path): has \(bytes) bytes, a venue file at most \(VenueFile.largestSize). Is this another file?"
    case .notUTF8(let path):
      "\(path): is not text in UTF-8, which a venue file must be."
    case .alias(let path, let line, let name):
      "\(path): line \(line): uses '\(name)'; a venue file may not use YAML's anchors and aliases. "
        + "Write the value out, or put it in quotes if it is text."
    case .malformed(let path, let reason):
      "\(path): is not a venue file: \(reason). 'papertriage call check' names line and column of all that is wrong."
    case .repeatedID(let path, let id):
      "\(path): the id '\(id)' is given twice; each topic and each group needs its own."
    case .unknownTopicInGroup(let path, let group, let topic):
      "\(path): the group '\(group)' lists the topic '\(topic)', which the venue does not have."
    }
  }

  /// The part of a decoding error that helps a person, without Swift's own words.
  static func reason(of error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      "\(place(context)) lacks the key '\(key.stringValue)'"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "the value at \(place(context)) has the wrong kind"
    case DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "it is not YAML with the keys of a venue" : "the value at \(place(context)) is none of those allowed"
    case let error as YamlError:
      String(describing: error).split(separator: "\n").first.map(String.init) ?? "it is not YAML"
    default: "it could not be decoded"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    guard !context.codingPath.isEmpty else { return "the file" }
    let parts = context.codingPath.map { key in key.intValue.map { "[\($0 + 1)]" } ?? key.stringValue }
    return "'" + parts.joined(separator: ".").replacing(".[", with: "[") + "'"
  }
}
