import Papers
import Triage
import Venues

/// `papers.csv`: one row a submission for a spreadsheet, safe for readers who must not know the authors.
public struct PapersTable: Sendable {
  private let columns: TableColumns

  /// Makes the table of a venue.
  public init(venue: Venue) { columns = TableColumns(venue: venue) }

  /// The first line.
  public var header: String { columns.header() }

  /// The line of one submission; lists are joined by a semicolon.
  public func row(for assessment: Assessment) -> String {
    let row = PaperRow(assessment)
    return columns.row(row.facts, file: row.file ?? "", findings: row.findings.map(\.finding))
  }
}
