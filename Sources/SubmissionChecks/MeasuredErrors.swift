/// How often rules were wrong on papers made for measuring: `tools/typeset-legal-papers` and `tools/measure-checks`.
///
/// Legal papers are acmart papers of many packages, options and lengths; an altered copy breaks one rule. The copies were
/// there while the rules were written, so their share is that of known kinds of breaches, not of all. Nor are the legal
/// papers all new to the rules: the second half has other packages, pieces and options, but it was run once before the rule
/// on hidden text changed, and five of its papers were set again because their generator left the body in small type.
public enum MeasuredErrors {
  /// The legal papers by whose options the rules were tuned, and those with other options.
  private static let legal = (tuning: 96, other: 73)
  /// The legal papers on which rules that changed since then were measured again: 22 and 40 of the same two halves, set
  /// anew. None was used to change a rule.
  private static let legalAgain = (tuning: 22, other: 40)
  private static let changedRules: Set = [
    "integrity.hidden-text", "integrity.reviewer-instructions", "blind.links", "format.margins",
  ]
  /// Of the legal papers, how many got a `look` from a rule; none got a `fail` or a `could_not_check`.
  private static let looks = ["format.font-size": 1]
  /// Of the altered copies that break a rule, how many it found.
  private static let found: [String: (count: Int, of: Int)] = [
    "blind.acknowledgements": (3, 3), "blind.annotations": (3, 3), "blind.attachments": (3, 3),
    "blind.authors": (3, 3), "blind.bookmarks": (3, 3), "blind.links": (9, 9), "blind.metadata": (3, 3),
    "blind.self-reference": (3, 3), "blind.stamp": (3, 3), "file.active-content": (9, 9), "format.columns": (3, 3),
    "format.font-size": (6, 6), "format.margins": (9, 9), "format.page-size": (3, 3), "format.spacing": (6, 6),
    "format.template": (5, 5), "integrity.hidden-text": (12, 12), "integrity.reviewer-instructions": (6, 6),
    "length.pages": (6, 6),
  ]

  /// Returns the measured error rates of a rule as a sentence or two.
  public static func sentence(for rule: String) -> String {
    let legal = changedRules.contains(rule) ? legalAgain : legal
    let papers = legal.tuning + legal.other
    let accused =
      "Of \(papers) legal papers, \(legal.other) of them set with other packages and options, it failed none and had "
      + (looks[rule].map { "\($0) looked at." } ?? "none looked at.")
    guard let found = found[rule] else { return accused + " No altered copy was made for it." }
    return accused + " Of \(found.of) altered copies that break it, it found \(found.count)."
  }
}
