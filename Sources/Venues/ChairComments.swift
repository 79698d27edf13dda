/// The comments that a chair wrote into a venue file, each with the entry that it stands above or beside.
///
/// The program writes a file anew when it updates it; what a person wrote into it must not be lost by that.
public struct ChairComments: Hashable, Sendable {
  /// For each entry its comments, without the mark.
  private var comments: [String: [String]] = [:]
  /// What stands below the last entry.
  private(set) var closing: [String] = []

  /// No comments.
  public init() {}

  /// Reads the comments of a file; those that the program itself writes are passed over.
  ///
  /// - Throws: ``VenueError`` if the file cannot be read.
  public init(file: String) throws(VenueError) { self.init(text: try VenueFile.text(of: file)) }

  init(text: String) {
    var waiting: [String] = []
    var section = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      if words.hasPrefix("#") {
        if !Self.isOurs(words) { waiting.append(String(words.dropFirst().drop { $0 == " " })) }
        continue
      }
      guard !words.isEmpty else { continue }
      if line.first != " ", line.first != "-" { section = String(words.prefix { $0 != ":" }) }
      let key = Self.key(of: words, in: section)
      if let beside = Self.comment(in: words) { waiting.append(beside) }
      if !waiting.isEmpty { comments[key, default: []] += waiting }
      waiting = []
    }
    closing = waiting
  }

  /// The comments that belong to an entry: a key of the file such as `anonymity`, or one of a list by its id.
  func of(_ key: String) -> [String] { comments[key] ?? [] }

  /// The comments of entries that a venue no longer has, in the order of their keys.
  func ofOthers(than keys: Set<String>) -> [String] {
    comments.keys.filter { !keys.contains($0) }.sorted().flatMap { comments[$0] ?? [] }
  }

  /// The key of a topic or a group.
  static func key(_ section: String, id: String) -> String { "\(section) \(id)" }

  /// The key of a date.
  static func key(_ deadline: Deadline) -> String { "deadlines \(deadline.what.rawValue) \(deadline.label)" }

  // Unsafe: a literal is never changed.
  private nonisolated(unsafe) static let idPattern = /\bid: *("[^"]*"|'[^']*'|[^,}#]+)/
  // Unsafe: a literal is never changed.
  private nonisolated(unsafe) static let whatPattern = /\bwhat: *([\w-]+)/
  // Unsafe: a literal is never changed.
  private nonisolated(unsafe) static let labelPattern = /\blabel: *("(?:[^"\\]|\\.)*"|'[^']*'|[^,}#]+)/

  private static func key(of line: Substring, in section: String) -> String {
    guard line.hasPrefix("- ") else { return section }
    func unquoted(_ text: Substring) -> String {
      String(text).trimmingBlanks.trimmed(of: "\"").trimmed(of: "'").replacing("\\\"", with: "\"")
    }
    if section == "deadlines", let what = line.firstMatch(of: whatPattern)?.1,
      let label = line.firstMatch(of: labelPattern)?.1
    {
      return "deadlines \(what) \(unquoted(label))"
    }
    if let id = line.firstMatch(of: idPattern)?.1 { return key(section, id: unquoted(id)) }
    return section
  }

  /// The comment at the end of a line, outside quotes.
  private static func comment(in line: Substring) -> String? {
    var quote: Character?
    var previous: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open, previous != "\\" { quote = nil }
      } else if character == "\"" || character == "'", " [{,:".contains(previous) {
        quote = character
      } else if character == "#", previous == " " {
        return String(line[line.index(after: index)...].drop { $0 == " " })
      }
      previous = character
    }
    return nil
  }

  /// Whether the program wrote a comment: the words of the call with their line, and its own headings.
  private static func isOurs(_ comment: Substring) -> Bool {
    comment.firstMatch(of: #/^# line \d+: /#) != nil || VenueYAML.ownComments.contains { comment.hasPrefix($0) }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Without one mark at either end.
  fileprivate func trimmed(of mark: Character) -> String {
    guard count >= 2, first == mark, last == mark else { return self }
    return String(dropFirst().dropLast())
  }
}
