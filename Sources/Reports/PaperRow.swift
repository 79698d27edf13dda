import Papers
import Triage

/// One submission as `papers.ndjson` gives it: safe for readers who must not know the authors.
///
/// The type has no place for authors or for a chair's finding, a file name where an id is known is dropped, and every
/// text is masked, also the name of a file without an id. All blind outputs are made from this type and never from an
/// ``Assessment``.
public struct PaperRow: Encodable {
  let facts: PaperFacts
  let file: String?
  let findings: [BlindFinding]

  /// Makes the row of an assessment.
  public init(_ assessment: Assessment) {
    let identities = Identities(of: assessment)
    facts = PaperFacts(assessment, hiding: identities)
    file = assessment.id == nil ? identities.masked(fileName: assessment.file) : nil
    findings = assessment.findings.compactMap { BlindFinding($0, hiding: identities) }
  }

  private enum CodingKeys: String, CodingKey { case file, findings }

  /// Writes every key, null where there is nothing; `error` only where there is one.
  public func encode(to encoder: any Encoder) throws {
    try facts.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(findings, forKey: .findings)
  }
}

/// A finding that every reader may see, its texts masked.
struct BlindFinding: Encodable {
  let finding: Finding

  /// Returns `nil` for a finding that only chairs may see.
  init?(_ original: Finding, hiding identities: Identities) {
    guard original.visibility == .all else { return nil }
    var masked = original
    masked.message = identities.masked(original.message).text
    masked.evidence = original.evidence.map { identities.masked($0).text }
    finding = masked
  }

  func encode(to encoder: any Encoder) throws { try finding.encode(to: encoder) }
}
