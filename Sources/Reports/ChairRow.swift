import Papers
import Triage

/// One submission as `chair/papers.ndjson` gives it: all of a blind row, and the authors, the file and every finding.
public struct ChairRow: Encodable {
  let facts: PaperFacts
  let file: String
  let authors: [String]
  let findings: [Finding]

  /// Makes the row of an assessment.
  public init(_ assessment: Assessment) {
    facts = PaperFacts(assessment, hiding: .none)
    file = assessment.file
    authors = assessment.paper?.authors ?? []
    findings = assessment.findings
  }

  private enum CodingKeys: String, CodingKey { case file, authors, findings }

  /// Writes every key, null where there is nothing; `error` only where there is one.
  public func encode(to encoder: any Encoder) throws {
    try facts.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(authors, forKey: .authors)
    try container.encode(findings, forKey: .findings)
  }
}
