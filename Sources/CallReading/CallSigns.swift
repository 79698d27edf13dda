import Foundation

/// Tells a call for papers from other texts by what calls say.
enum CallSigns {
  /// What only texts about submitting papers say.
  private static let strong = [
    "call for papers", "call for participation", "call for submissions", "call for contributions", "call for abstracts",
    "call for research", "call for workshop", "call for posters", "call for demos", "call for proposals",
    "paper submission", "submission deadline", "submissions due", "submissions are due", "submit papers",
    "invite submissions", "invites submissions", "papers due", "camera ready", "camera-ready", "submission of papers",
    "submitted papers", "topics of interest", "submission instructions", "submission guidelines", "we solicit",
    "abstract submission", "full papers", "submit their papers", "paper deadline", "call for full", "call for regular",
    "submissions should", "submissions must", "abstract deadline", "important dates", "submission site",
  ]
  /// What they say as other texts may.
  private static let weak = [
    "submission", "program committee", "programme committee", "accepted papers", "proceedings", "conference",
    "workshop",
    "symposium", "authors", "notification", "double-blind", "double blind", "single-blind", "peer review", "reviewers",
    "deadline", "pages", "abstract", "manuscript", "poster", "keynote", "registration", "review process", "papers",
    "topics",
  ]

  private static let calls = Pattern(
    #"^\W*(\w+ ){0,3}call for (\w+ ){0,2}(papers?|submissions?|contributions?|abstracts?)\b"#)

  /// Returns what the text says of all that calls say; empty if it is none of them.
  ///
  /// - Parameters:
  ///   - text: All words of the file.
  ///   - headings: The texts of its headings and its title; one that calls for papers weighs as much as two other signs.
  static func isCall(_ text: String, headings: [String]) -> (isCall: Bool, found: [String]) {
    let text = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let strongFound = strong.filter { text.contains($0) }
    let weakFound = weak.filter { text.contains($0) }
    // A long text says anything once; a call is about it throughout.
    let words = max(1, text.utf8.count / 6)
    let mentions = ["submi", "paper", "deadline", "author", "review"].reduce(0) {
      $0 + text.components(separatedBy: $1).count - 1
    }
    let isDense = mentions * 400 >= words
    let hasHeading = headings.contains { calls.matches($0) }
    let weight = strongFound.count * 2 + weakFound.count + (hasHeading ? 4 : 0)
    let isCall = isDense && !strongFound.isEmpty && weight >= 6
    return (isCall, Array((strongFound + weakFound).prefix(4)))
  }
}
