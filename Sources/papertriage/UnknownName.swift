import Papers

/// A name on the command line that nothing has.
struct UnknownName: Error, CustomStringConvertible {
  let name: String
  let kind: String
  let nearest: String?

  /// Refuses a name that is not among those known.
  static func check(_ name: String, among names: [String], kind: String) throws {
    guard !names.contains(name) else { return }
    throw UnknownName(name: name, kind: kind, nearest: NearestName.of(name, among: names))
  }

  var description: String {
    "There is no \(kind) '\(name)'." + (nearest.map { " Did you mean '\($0)'?" } ?? "")
  }
}
