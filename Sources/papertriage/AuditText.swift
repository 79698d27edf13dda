import Foundation
import TopicClassification

/// The head of an audit's list for people.
struct AuditText {
  private let rows: ArraySlice<LabelAudit.Row>
  private let total: Int

  init(_ audit: LabelAudit, count: Int) {
    rows = audit.rows.prefix(count)
    total = audit.rows.count
  }

  /// The text.
  var data: Data {
    var lines = ["The \(rows.count) of \(total) papers whose labels are the least likely; probabilities by a model"]
    lines.append("that has not seen the paper. It may be wrong as well: a person decides.")
    lines.append("")
    for row in rows {
      lines.append("\(row.rank). \(row.id.safeForTerminal)  (suspicion \(hundredths(row.suspicion.rawValue)))")
      for doubt in row.doubts {
        let given = doubt.given ? "given" : "not given"
        lines.append(
          "   \(doubt.kind.rawValue) \(doubt.id): \(given), probability \(hundredths(doubt.probability.rawValue))")
      }
    }
    return Data((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func hundredths(_ value: Double) -> String { String(format: "%.2f", value) }
}
