import Papers

/// One finding for every rule, most of them passed.
enum SyntheticFindings {
  private static let quietRules = [
    "file.type", "file.size", "file.encrypted", "file.active-content", "file.fonts", "file.text", "format.page-size",
    "format.columns", "format.margins", "blind.attachments", "blind.annotations", "blind.bookmarks", "blind.stamp",
    "integrity.hidden-text", "integrity.reviewer-instructions",
  ]

  static func all(of number: Int, pageCount: Int, using generator: inout Generator) -> [Finding] {
    func finding(
      _ rule: String, _ verdict: Verdict, _ message: String, page: Int? = nil, evidence: String? = nil,
      visibility: Visibility = .all
    ) -> Finding {
      Finding(
        id: "\(number)-\(rule)", rule: rule, verdict: verdict, message: message, page: page, evidence: evidence,
        visibility: visibility)
    }
    var findings = quietRules.map { finding($0, .pass, "Nothing was found.") }
    findings.append(
      pageCount > 11
        ? finding(
          "length.pages", .fail, "The body ends on page 8; the call allows 6 pages, references not counted.", page: 8,
          evidence: "7 Conclusion … page 8, left column")
        : finding("length.pages", .pass, "Six pages or fewer."))
    findings.append(
      generator.whole(below: 12) == 0
        ? finding(
          "format.font-size", .look, "The text is set in 8.5 points on four pages; the template has 9.", page: 3,
          evidence: "8.5 pt on pages 3, 4, 5, 6")
        : finding("format.font-size", .pass, "Nine points throughout."))
    findings.append(
      generator.whole(below: 50) == 0
        ? finding("format.template", .couldNotCheck, "The page has too little text to tell the template.")
        : finding("format.template", .pass, "The page looks like acm-sigconf."))
    findings.append(
      generator.whole(below: 30) == 0
        ? finding(
          "blind.acknowledgements", .look, "There is a section of acknowledgements.", page: 6,
          evidence: "We thank the reviewers of an earlier version.")
        : finding("blind.acknowledgements", .pass, "There is none."))
    if generator.whole(below: 20) == 0 {
      findings.append(
        finding(
          "blind.authors", .fail, "Names stand below the title.", page: 1, evidence: "Ada Lovelace, Charles Babbage",
          visibility: .chair))
    }
    findings.append(finding("time.deadline", .notApplicable, "No time of submission is known."))
    return findings
  }
}
