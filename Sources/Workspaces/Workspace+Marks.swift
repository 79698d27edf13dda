import Foundation
import GRDB
import Triage

extension Workspace {
  /// An entry of the log of marks.
  public struct LoggedMark: Hashable, Sendable {
    /// Its number, from 1.
    public let sequence: Int
    /// What the chair said.
    public let mark: Mark
    /// Whether it was undone.
    public let isUndone: Bool
  }

  /// Appends marks to the log.
  public func append(_ marks: [Mark]) throws {
    let encoder = Self.encoder
    try write { database in
      for mark in marks {
        try database.execute(sql: "INSERT INTO mark (mark) VALUES (?)", arguments: [encoder.encode(mark)])
      }
    }
  }

  /// Undoes the last mark that is not undone yet, by another entry in the log.
  ///
  /// - Returns: The mark that no longer holds; `nil` if there is none.
  public func undoLastMark() throws -> Mark? {
    guard let last = try markLog().last(where: { !$0.isUndone }) else { return nil }
    try write { database in
      try database.execute(sql: "INSERT INTO mark (undoes) VALUES (?)", arguments: [last.sequence])
    }
    return last.mark
  }

  /// Returns all that chairs have said, in order, what was undone too.
  public func markLog() throws -> [LoggedMark] {
    let decoder = JSONDecoder()
    return try database.read { database in
      let undone = Set(try Int.fetchAll(database, sql: "SELECT undoes FROM mark WHERE undoes IS NOT NULL"))
      return try Row.fetchAll(database, sql: "SELECT sequence, mark FROM mark WHERE mark IS NOT NULL ORDER BY sequence")
        .map { row in
          LoggedMark(
            sequence: row["sequence"], mark: try decoder.decode(Mark.self, from: row["mark"]),
            isUndone: undone.contains(row["sequence"]))
        }
    }
  }

  /// Returns the marks that hold, in order.
  public func marks() throws -> [Mark] { try markLog().filter { !$0.isUndone }.map(\.mark) }
}
