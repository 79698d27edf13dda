import Foundation
import GRDB
import Papers

extension Workspace {
  /// Which of the two pictures of a first page.
  public enum PictureKind: String, Sendable {
    /// The page as it is.
    case full
    /// The page with all covered that may tell who the authors are.
    case blind
  }

  /// Returns the keys of the readings whose first page this extractor has drawn, or could not draw.
  public func drawnPages(extractor: String) throws -> Set<String> {
    try database.read { database in
      try String.fetchSet(database, sql: "SELECT content FROM picture WHERE extractor = ?", arguments: [extractor])
    }
  }

  /// Returns how many bytes each submission's picture has, by the submission's place; 0 where the page was tried and
  /// there is none. Submissions whose page was never tried are left out.
  public func pictureSizes(_ kind: PictureKind) throws -> [Int: Int] {
    try database.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT position, coalesce(length(\(kind.rawValue)), 0) AS size
          FROM submission JOIN picture ON picture.content = submission.reading
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["position"], $0["size"]) })
    }
  }

  /// Returns one submission's picture as PNG; `nil` if there is none.
  public func picture(_ kind: PictureKind, ofSubmissionAt position: Int) throws -> Data? {
    try database.read { database in
      try Data.fetchOne(
        database,
        sql: """
          SELECT \(kind.rawValue) FROM submission JOIN picture ON picture.content = submission.reading
          WHERE position = ?
          """, arguments: [position])
    }
  }

  func keep(_ page: FirstPage, of content: String, extractor: String, in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO picture VALUES (?, ?, ?, ?)", arguments: [content, extractor, page.full, page.blind])
  }

  /// Removes the pictures of files that are no submissions any more. Unlike readings they are large, and they can be
  /// drawn again.
  func removeOtherPictures(in database: Database) throws {
    try database.execute(
      sql: "DELETE FROM picture WHERE content NOT IN (SELECT reading FROM submission WHERE reading IS NOT NULL)")
  }
}
