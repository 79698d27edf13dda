import Foundation
import GRDB
import Papers

/// The SQLite file beside the results, in which a run keeps what it has read, so that nothing already computed is
/// lost when it is killed, and which later tools ask questions of.
///
/// One writer, write-ahead log. What a PDF says is kept by (content, extractor), so a changed file or a newer program
/// reads anew and nothing else does.
public final class Workspace: Sendable {
  let database: DatabaseQueue
  private let path: String

  /// Opens the workspace, or makes it, readable by its owner only.
  ///
  /// - Throws: ``WorkspaceError``.
  public init(path: String) throws(WorkspaceError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      }
      database = try DatabaseQueue(path: path, configuration: configuration)
      chmod(path, 0o600)
      try WorkspaceSchema.migrator.migrate(database)
    } catch {
      throw .cannotOpen(path: path, reason: WorkspaceError.reason(of: error))
    }
  }

  /// Returns all that this extractor has read, by the key it was kept under.
  public func readings(extractor: String) throws -> [String: Result<PDFReading, PDFFailure>] {
    let decoder = JSONDecoder()
    return try database.read { database in
      var readings: [String: Result<PDFReading, PDFFailure>] = [:]
      let rows = try Row.fetchCursor(
        database, sql: "SELECT content, paper, findings, failure FROM reading WHERE extractor = ?",
        arguments: [extractor])
      while let row = try rows.next() {
        if let paper = row["paper"] as Data? {
          let findings = try (row["findings"] as Data?).map { try decoder.decode([Finding].self, from: $0) }
          readings[row["content"]] = .success(
            PDFReading(paper: try decoder.decode(Paper.self, from: paper), findings: findings ?? []))
        } else if let failure = row["failure"] as Data? {
          readings[row["content"]] = .failure(try decoder.decode(PDFFailure.self, from: failure))
        }
      }
      return readings
    }
  }

  /// Keeps what was read from files, with the pictures of their first pages, in one transaction.
  public func keep(_ readings: [(content: String, reading: Result<PDFReading, PDFFailure>)], extractor: String) throws {
    let encoder = Self.encoder
    try write { database in
      let statement = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO reading (content, extractor, paper, findings, failure) VALUES (?, ?, ?, ?, ?)")
      for (content, reading) in readings {
        switch reading {
        case .success(var reading):
          if let page = reading.firstPage { try keep(page, of: content, extractor: extractor, in: database) }
          // The same bytes may come under another name next time; the name belongs to the submission.
          reading.paper.file = ""
          try statement.execute(
            arguments: [content, extractor, encoder.encode(reading.paper), encoder.encode(reading.findings), nil])
        case .failure(let failure):
          try statement.execute(arguments: [content, extractor, nil, nil, encoder.encode(failure)])
        }
      }
    }
  }

  /// Changes the workspace in one transaction: all of it happens or nothing.
  ///
  /// - Throws: ``WorkspaceError/cannotWrite(path:reason:)``, such as on a full disk, and what `changes` throws.
  func write<Value>(_ changes: (Database) throws -> Value) throws -> Value {
    do {
      return try database.write(changes)
    } catch let error as DatabaseError {
      throw WorkspaceError.cannotWrite(path: path, reason: WorkspaceError.reason(of: error))
    }
  }

  /// Equal values give equal bytes, so that two workspaces of the same work are the same.
  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}
