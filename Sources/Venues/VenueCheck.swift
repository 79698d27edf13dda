import Foundation
import Papers
import Yams

/// Something wrong in a venue file, with its place.
public struct VenueProblem: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The line, counted from 1.
  public let line: Int
  /// The column, counted from 1.
  public let column: Int
  /// What is wrong and what to do.
  public let sentence: String

  /// `line:column: sentence`.
  public var description: String { "\(line):\(column): \(sentence)" }
}

/// Holds a venue file to what a venue may say, and names the nearest known word for one it does not know.
public struct VenueCheck {
  private var problems: [VenueProblem] = []

  /// Returns all problems of a venue file in the order of their places; empty if it can be used.
  ///
  /// - Throws: ``VenueError`` if the file cannot be read as text at all.
  public static func problems(inFile path: String) throws(VenueError) -> [VenueProblem] {
    problems(in: try VenueFile.text(of: path))
  }

  /// Returns all problems of a venue given as YAML.
  static func problems(in text: String) -> [VenueProblem] {
    var check = VenueCheck()
    do {
      guard let root = try Yams.compose(yaml: text) else {
        return [VenueProblem(line: 1, column: 1, sentence: "the file is empty; a venue needs at least a name")]
      }
      check.checkVenue(root)
    } catch let error as YamlError {
      return [syntaxProblem(error, in: text)]
    } catch {
      return [VenueProblem(line: 1, column: 1, sentence: "it is not YAML")]
    }
    return check.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private static func syntaxProblem(_ error: YamlError, in text: String) -> VenueProblem {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let tabbed = lines.firstIndex(where: { $0.drop(while: { $0 == " " }).hasPrefix("\t") }) {
      return VenueProblem(
        line: tabbed + 1, column: 1, sentence: "the line is indented with a tab; YAML wants blanks in its place")
    }
    return switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      VenueProblem(line: mark.line, column: mark.column, sentence: "it is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      VenueProblem(
        line: context.mark.line, column: context.mark.column,
        sentence: "the key '\(duplicates.first ?? "")' is given twice; keep one")
    default:
      VenueProblem(line: 1, column: 1, sentence: "it is not YAML")
    }
  }

  private mutating func report(_ node: Node, _ sentence: String) {
    problems.append(.init(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, sentence: sentence))
  }

  // MARK: Parts

  private mutating func checkVenue(_ root: Node) {
    guard let fields = mapping(root, "a venue", Venue.CodingKeys.allCases.map(\.rawValue)) else { return }
    if fields["name"].map(Self.isNull) ?? true { report(root, "the venue lacks a 'name'") }
    if let name = fields["name"] { _ = string(name, "name") }
    let topicIDs = checkTopics(fields["topics"])
    checkGroups(fields["groups"], topicIDs)
    checkPageLimit(fields["page_limit"])
    checkWord(fields["anonymity"], "anonymity", Anonymity.allCases.map(\.rawValue))
    for key in ["template", "page_size"] { if let node = fields[key], !Self.isNull(node) { _ = string(node, key) } }
    checkNumber(fields["columns"], "columns", isWhole: true)
    checkNumber(fields["max_file_mb"], "max_file_mb", isWhole: false)
    for key in ["file_types", "notes"] {
      for node in sequence(fields[key], key) { _ = string(node, "an entry of \(key)") }
    }
    checkDeadlines(fields["deadlines"])
  }

  private mutating func checkTopics(_ node: Node?) -> Set<String> {
    var ids: Set<String> = []
    for topic in sequence(node, "topics") {
      guard let fields = mapping(topic, "a topic", ["id", "name", "parent", "aliases", "description"]) else { continue }
      require(["id", "name"], of: topic, fields, "topic")
      checkID(fields["id"], &ids)
      if let text = fields["description"], !Self.isNull(text) { _ = string(text, "a description") }
      for alias in sequence(fields["aliases"], "aliases") { _ = string(alias, "an alias") }
    }
    return ids
  }

  private mutating func checkGroups(_ node: Node?, _ topicIDs: Set<String>) {
    var ids: Set<String> = []
    for group in sequence(node, "groups") {
      guard let fields = mapping(group, "a group", ["id", "name", "topics", "origin"]) else { continue }
      require(["id", "name", "origin"], of: group, fields, "group")
      checkID(fields["id"], &ids)
      checkWord(fields["origin"], "origin", ["call", "chair"])
      for topic in sequence(fields["topics"], "topics") {
        guard let id = string(topic, "a topic of a group"), !topicIDs.contains(id) else { continue }
        report(topic, "the venue has no topic '\(id)'\(Self.suggestion(id, Array(topicIDs)))")
      }
    }
  }

  private mutating func checkPageLimit(_ node: Node?) {
    guard let node, !Self.isNull(node),
      let fields = mapping(node, "page_limit", ["max", "count", "includes", "excludes"])
    else { return }
    require(["max"], of: node, fields, "page_limit")
    checkNumber(fields["max"], "max", isWhole: false)
    checkWord(fields["count"], "count", ["whole_pages", "area"])
    var included: Set<String> = []
    for key in ["includes", "excludes"] {
      for part in sequence(fields[key], key) {
        checkWord(part, key, PageLimit.Part.allCases.map(\.rawValue))
        let name = part.scalar?.string ?? ""
        if !included.insert(name).inserted { report(part, "'\(name)' cannot both count and not count") }
      }
    }
  }

  private mutating func checkDeadlines(_ node: Node?) {
    for deadline in sequence(node, "deadlines") {
      guard let fields = mapping(deadline, "a deadline", ["what", "label", "at", "until", "superseded"]) else {
        continue
      }
      require(["what", "label", "at"], of: deadline, fields, "deadline")
      checkWord(fields["what"], "what", Deadline.Kind.allCases.map(\.rawValue))
      if let at = fields["at"], let text = string(at, "at"), Moment(text) == nil {
        report(at, "'\(text)' is no date such as 2030-10-16, 2030-10-16T23:59:00 or 2030-10-16T23:59:00-12:00")
      }
      if let until = fields["until"], !Self.isNull(until), let text = string(until, "until") {
        let start = fields["at"]?.scalar.map { String($0.string.prefix(10)) } ?? ""
        if Moment(text) == nil || text.utf8.count != 10 {
          report(until, "'\(text)' is no day such as 2030-10-16")
        } else if text < start {
          report(until, "it ends on \(text), before it begins on \(start)")
        }
      }
      if let node = fields["superseded"], !["true", "false"].contains(node.scalar?.string ?? "") {
        report(node, "superseded must be true or false")
      }
    }
  }

  // MARK: Pieces

  private mutating func checkID(_ node: Node?, _ ids: inout Set<String>) {
    guard let node, let id = string(node, "an id") else { return }
    if !ids.insert(id).inserted { report(node, "the id '\(id)' is given twice; each needs its own") }
  }

  private mutating func require(_ keys: [String], of node: Node, _ fields: [String: Node], _ what: String) {
    for key in keys where fields[key].map(Self.isNull) ?? true { report(node, "this \(what) lacks '\(key)'") }
  }

  private mutating func mapping(_ node: Node, _ what: String, _ known: [String]) -> [String: Node]? {
    guard let mapping = node.mapping else {
      let examples = known.prefix(2).map { "'\($0): ...'" }.joined(separator: ", ")
      report(node, "\(what) needs keys with values, such as \(examples)")
      return nil
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if known.contains(name) {
        fields[name] = value
      } else {
        report(key, "'\(name)' is no key of \(what)\(Self.suggestion(name, known))")
      }
    }
    return fields
  }

  private mutating func sequence(_ node: Node?, _ what: String) -> [Node] {
    guard let node, !Self.isNull(node) else { return [] }
    guard let sequence = node.sequence else {
      report(node, "\(what) must be a list")
      return []
    }
    return Array(sequence)
  }

  private mutating func string(_ node: Node, _ what: String) -> String? {
    guard let scalar = node.scalar else {
      report(node, "\(what) must be text")
      return nil
    }
    return scalar.string
  }

  private mutating func checkWord(_ node: Node?, _ key: String, _ known: [String]) {
    guard let node, !Self.isNull(node), let word = string(node, key), !known.contains(word) else { return }
    report(
      node, "'\(word)' is no value of \(key)\(Self.suggestion(word, known)) It can be \(known.joined(separator: ", "))."
    )
  }

  private mutating func checkNumber(_ node: Node?, _ key: String, isWhole: Bool) {
    guard let node, !Self.isNull(node) else { return }
    let value = node.scalar.flatMap { Double($0.string) }
    guard let value, value > 0, value < 10_000, !isWhole || value == value.rounded() else {
      report(node, "\(key) must be a \(isWhole ? "whole " : "")number above 0")
      return
    }
  }

  private static func isNull(_ node: Node) -> Bool { node.null != nil }

  private static func suggestion(_ word: String, _ known: [String]) -> String {
    NearestName.of(word, among: known).map { "; did you mean '\($0)'?" } ?? "."
  }
}
