import Triage

/// A paper as a chair names it on the command line: by its key, or by what a report or the terminal shows of it.
enum NamedPaper {
  /// Returns the key of the paper that is meant: the one with that key, else with that path, else whose file has that
  /// name, else the one at that place of the report (`@3`).
  ///
  /// - Throws: ``UnknownName`` if there is none, ``AmbiguousName`` if it may be several.
  static func key(of name: String, among assessments: [Assessment]) throws -> String {
    let ways: [(Assessment) -> String] = [\.key, \.file, { $0.file.split(separator: "/").last.map(String.init) ?? "" }]
    for way in ways {
      // The terminal shows blanks for control characters, and a chair types what it shows.
      let keys = Set(assessments.filter { way($0) == name || way($0).safeForTerminal == name }.map(\.key))
      if keys.contains(name) { return name }
      if keys.count > 1 { throw AmbiguousName(name: name, keys: keys.sorted()) }
      if let key = keys.first { return key }
    }
    if name.hasPrefix("@"), let place = Int(name.dropFirst()), assessments.indices.contains(place - 1),
      assessments[place - 1].id == nil
    {
      return assessments[place - 1].key
    }
    try UnknownName.check(name, among: assessments.map(\.key), kind: "paper")
    return name
  }
}

/// A name on the command line that several papers have.
struct AmbiguousName: Error, CustomStringConvertible {
  let name: String
  let keys: [String]

  var description: String {
    "There are several papers '\(name)'. Say which: \(keys.prefix(10).map { "'\($0)'" }.joined(separator: ", "))."
  }
}
