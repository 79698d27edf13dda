/// The number of letters to change, add or leave out to get from one word to another (Levenshtein).
enum EditDistance {
  /// Returns the distance; words are cut at 80 letters.
  static func between(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first.prefix(80)), Array(second.prefix(80)))
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let substitution = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
