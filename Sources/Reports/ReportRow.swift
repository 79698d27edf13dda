import Papers

/// What a report is made from: a row of its audience. So a report for blind readers holds what a ``PaperRow`` can hold,
/// and nothing else.
struct ReportRow {
  let facts: PaperFacts
  let findings: [Finding]
  /// The file, where the audience may see it.
  let file: String?
  /// The authors; `nil` for an audience that may not see them.
  let authors: [String]?

  init(_ row: PaperRow) {
    facts = row.facts
    findings = row.findings.map(\.finding)
    file = row.file
    authors = nil
  }

  init(_ row: ChairRow) {
    facts = row.facts
    findings = row.findings
    file = row.file
    authors = row.authors
  }
}
