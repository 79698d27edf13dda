import Foundation
import Yams

/// Writes a venue as the YAML that a chair edits: above each entry a comment, blanks where nothing is known.
public struct VenueYAML {
  private let comments: [VenueEntry: String]
  private let chair: ChairComments
  private var written: Set<String> = []
  private var lines: [String] = []

  /// Returns the file's text.
  ///
  /// - Parameter heading: Lines at the top, such as where the venue comes from.
  /// - Parameter comments: What stands above each entry, one line each.
  /// - Parameter chair: What a person wrote into the file that this one replaces; it stands above the same entries.
  /// - Parameter asRead: The venue as it was read from the call, kept in the last line so that a later reading can tell
  ///   a chair's changes from the call's.
  public static func text(
    of venue: Venue, heading: [String] = [], comments: [VenueEntry: String] = [:],
    chair: ChairComments = ChairComments(), asRead: Venue? = nil
  ) throws -> String {
    var writer = VenueYAML(comments: comments, chair: chair)
    writer.lines = heading.map { "# \(oneLine($0))" }
    try writer.write(venue)
    // A comment on what is gone stays too, at the end.
    for comment in chair.ofOthers(than: writer.written) + chair.closing { writer.lines.append("# \(comment)") }
    if let asRead {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      writer.lines += ["", "# What was read from the call; `call read --update` compares a new reading with it."]
      writer.lines.append(asReadMark + String(decoding: try encoder.encode(asRead), as: UTF8.self))
    }
    return writer.lines.joined(separator: "\n") + "\n"
  }

  static let asReadMark = "# as-read: "

  /// How the comments begin that this program writes beside the call's words.
  static let ownComments = [
    "# Read from ", "# An empty entry means", "# What a chair should check", "# What was read from the call",
    asReadMark,
  ]

  private init(comments: [VenueEntry: String], chair: ChairComments) {
    self.comments = comments
    self.chair = chair
  }

  /// Writes what the chair wrote above an entry.
  private mutating func own(_ key: String, indent: String = "") {
    written.insert(key)
    lines += chair.of(key).map { "\(indent)# \($0)" }
  }

  private mutating func write(_ venue: Venue) throws {
    own("name")
    comment(.name)
    lines.append("name: \(try Self.scalar(venue.name))")
    try writeTopics(venue.topics)
    try writeGroups(venue.groups)
    try writeRules(venue)
    try writeDeadlines(venue.deadlines)
    lines += ["", "# What a chair should check before relying on this file."]
    own("notes")
    try list("notes", venue.notes.map { try Self.scalar($0) })
  }

  private mutating func writeTopics(_ topics: [Topic]) throws {
    lines.append("")
    own("topics")
    comment(.topics)
    guard !topics.isEmpty else {
      lines.append("topics: []")
      return
    }
    lines.append("topics:")
    for (index, topic) in topics.enumerated() {
      own(ChairComments.key("topics", id: topic.id), indent: "  ")
      comment(.topic(index), indent: "  ")
      var fields = ["id: \(try Self.scalar(topic.id))", "name: \(try Self.scalar(topic.name))"]
      if let parent = topic.parent { fields.append("parent: \(try Self.scalar(parent))") }
      if !topic.aliases.isEmpty {
        fields.append("aliases: [\(try topic.aliases.map(Self.scalar).joined(separator: ", "))]")
      }
      if let description = topic.description { fields.append("description: \(try Self.scalar(description))") }
      lines.append("  - {\(fields.joined(separator: ", "))}")
    }
  }

  private mutating func writeGroups(_ groups: [Group]) throws {
    lines.append("")
    own("groups")
    lines.append(groups.isEmpty ? "groups: []" : "groups:")
    for group in groups {
      own(ChairComments.key("groups", id: group.id), indent: "  ")
      var fields = ["id: \(try Self.scalar(group.id))", "name: \(try Self.scalar(group.name))"]
      if let topics = group.topics {
        fields.append("topics: [\(try topics.map(Self.scalar).joined(separator: ", "))]")
      }
      fields.append("origin: \(group.origin.rawValue)")
      lines.append("  - {\(fields.joined(separator: ", "))}")
    }
  }

  private mutating func writeRules(_ venue: Venue) throws {
    lines.append("")
    own("page_limit")
    comment(.pageLimit)
    if let limit = venue.pageLimit {
      lines += ["page_limit:", "  max: \(Self.number(limit.max))", "  count: \(limit.count.rawValue)"]
      lines.append("  includes: [\(limit.includes.map(\.rawValue).joined(separator: ", "))]")
      lines.append("  excludes: [\(limit.excludes.map(\.rawValue).joined(separator: ", "))]")
    } else {
      lines.append("page_limit:")
    }
    lines.append("")
    let fields: [(VenueEntry, String, String?)] = [
      (.anonymity, "anonymity", venue.anonymity?.rawValue),
      (.template, "template", try venue.template.map(Self.scalar)),
      (.columns, "columns", venue.columns.map(String.init)),
      (.pageSize, "page_size", try venue.pageSize.map(Self.scalar)),
      (.fileTypes, "file_types", "[\(try venue.fileTypes.map(Self.scalar).joined(separator: ", "))]"),
      (.maxFileMb, "max_file_mb", venue.maxFileMb.map(Self.number)),
    ]
    for (entry, key, value) in fields {
      own(key)
      comment(entry)
      lines.append(value.map { "\(key): \($0)" } ?? "\(key):")
    }
  }

  private mutating func writeDeadlines(_ deadlines: [Deadline]) throws {
    lines.append("")
    own("deadlines")
    guard !deadlines.isEmpty else {
      lines.append("deadlines: []")
      return
    }
    lines.append("deadlines:")
    for (index, deadline) in deadlines.enumerated() {
      own(ChairComments.key(deadline), indent: "  ")
      comment(.deadline(index), indent: "  ")
      var fields = [
        "what: \(deadline.what.rawValue)", "label: \(try Self.scalar(deadline.label))",
        "at: \(try Self.scalar(deadline.at))",
      ]
      if let until = deadline.until { fields.append("until: \(try Self.scalar(until))") }
      if deadline.superseded { fields.append("superseded: true") }
      lines.append("  - {\(fields.joined(separator: ", "))}")
    }
  }

  private mutating func list(_ key: String, _ items: [String]) throws {
    lines.append(items.isEmpty ? "\(key): []" : "\(key):")
    lines += items.map { "  - \($0)" }
  }

  private mutating func comment(_ entry: VenueEntry, indent: String = "") {
    if let words = comments[entry] { lines.append("\(indent)# \(Self.oneLine(words))") }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
  }

  /// A text as YAML, in double quotes unless it is a plain word; escaping is the library's.
  private static func scalar(_ text: String) throws -> String {
    let isPlain =
      text.first.map { $0.isLetter } ?? false
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    if isPlain { return text }
    let node = Node(text, Tag(.str), .doubleQuoted)
    return try Yams.serialize(node: node, width: -1, allowUnicode: true).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func number(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
}
