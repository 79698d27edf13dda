import Papers
import Triage
import Venues

/// `chair/papers.csv`: the columns of `papers.csv` and the authors, with the file of every paper.
public struct ChairTable: Sendable {
  private let columns: TableColumns

  /// Makes the table of a venue.
  public init(venue: Venue) { columns = TableColumns(venue: venue) }

  /// The first line.
  public var header: String { columns.header(and: ["authors"]) }

  /// The line of one submission; lists are joined by a semicolon.
  public func row(for assessment: Assessment) -> String {
    let row = ChairRow(assessment)
    return columns.row(
      row.facts, file: row.file, findings: row.findings, and: [row.authors.joined(separator: ";")])
  }
}
