/// What other dialects of Markdown know as items, and authors write as such, rewritten for the one that is read here.
extension CallDocument {
  private static let definition = Pattern(#"^:\s+(\S.*)$"#)
  private static let isTerm = Pattern(#"^[^\s#>|:<-][^|]{0,200}$"#)
  private static let bullet = Pattern(#"^\s{0,3}[-*+]\s+\S"#)
  private static let tightBullet = Pattern(#"^(\s*)([-+])(?=\*\*[^\s*])"#)
  private static let remainder = Pattern(
    #"^((?-i:Other|Any other|Further|More)) (related |relevant )?(topics?|areas?|issues|subjects|work)\b"#)

  /// Turns a term over a line that opens with a colon into an item, "- Full papers: 8 pages", and what a list ends in
  /// without a bullet into an item of its own; sets a bullet apart from the bold words behind it. Lines keep their
  /// numbers.
  static func withItemsOfOtherDialects(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices.dropFirst() {
      if let meaning = definition.first(in: lines[index])?.groups[0] {
        let term = lines[index - 1].allSatisfy(\.isWhitespace) ? index - 2 : index - 1
        guard term >= 0, isTerm.matches(lines[term]) else { continue }
        lines[index] = "- \(lines[term].trimmingSuffix { $0 == " " || $0 == ":" }): \(meaning)"
        lines[term] = ""
      } else if tightBullet.matches(lines[index]) {
        lines[index] = tightBullet.replacing(lines[index], with: "$1$2 ")
      } else if remainder.matches(lines[index]), bullet.matches(lines[index - 1]) {
        lines[index] = "- " + lines[index]
      }
    }
    return lines.joined(separator: "\n")
  }
}
