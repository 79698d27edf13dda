/// The name that a mistyped one was probably meant to be.
public enum NearestName {
  /// Returns the name with the smallest edit distance, whatever the case, at most half of the name's length; `nil` if
  /// all are farther.
  public static func of(_ name: String, among names: [String]) -> String? {
    let typed = Array(name.lowercased().utf8.prefix(80))
    let ranked = names.sorted().map { ($0, distance(typed, Array($0.lowercased().utf8.prefix(80)))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(name.utf8.count / 2, 1) else { return nil }
    return best.0
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let next = min(diagonal + (a == b ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
