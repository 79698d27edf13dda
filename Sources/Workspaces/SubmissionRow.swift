import Foundation
import GRDB
import Papers
import Triage

/// An assessment as the workspace keeps it.
public struct SubmissionRow: Sendable {
  let assessment: Assessment
  let content: String?
  let reading: String?

  /// Makes the row of an assessment.
  ///
  /// - Parameters:
  ///   - content: The SHA-256 of the file; `nil` if the file could not be opened.
  ///   - reading: The key under which the file's reading was kept; `nil` if nothing was.
  public init(_ assessment: Assessment, content: String?, reading: String? = nil) {
    self.assessment = assessment
    self.content = content
    self.reading = reading
  }

  func insert(into database: Database, position: Int, encoder: JSONEncoder) throws {
    let prediction = assessment.prediction
    try database.execute(
      sql: "INSERT INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        position, assessment.key, assessment.file, assessment.id?.rawValue, content, assessment.title,
        assessment.abstract, assessment.paper?.pageCount, prediction?.primary, prediction?.scope.verdict.rawValue,
        prediction?.scope.probability.rounded, assessment.decision.needsReview,
        assessment.decision.reasons.map(\.rawValue).joined(separator: " "), assessment.failure?.sentence,
        encoder.encode(assessment), reading,
      ])
    for (kind, scores) in [("topic", prediction?.topics), ("group", prediction?.groups)] {
      for score in scores ?? [] {
        try database.execute(
          sql: "INSERT INTO label VALUES (?, ?, ?, ?, ?)",
          arguments: [position, kind, score.id, score.probability.rounded, score.assigned])
      }
    }
  }
}
