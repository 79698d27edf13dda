import Foundation
import GRDB
import Triage

extension Workspace {
  /// Replaces the submissions with those of this run, and notes what is different from the last complete run, in one
  /// transaction.
  ///
  /// - Parameters:
  ///   - submissions: The rows in the run's order.
  ///   - isComplete: Whether the run looked at every file; one that was stopped says nothing about the rest.
  /// - Returns: What is different; `nil` if there is nothing to compare.
  @discardableResult
  public func replaceSubmissions(_ submissions: [SubmissionRow], isComplete: Bool) throws -> ChangeSet? {
    let encoder = Self.encoder
    let old = try setting([ChangeSet.Entry].self, "complete-run").map {
      Self.renamed($0, to: submissions.map(\.assessment))
    }
    let new = submissions.map { ChangeSet.Entry(key: $0.assessment.key, content: $0.content) }
    return try write { database in
      try database.execute(sql: "DELETE FROM label; DELETE FROM submission")
      for (position, submission) in submissions.enumerated() {
        try submission.insert(into: database, position: position, encoder: encoder)
      }
      guard isComplete else { return nil }
      try removeOtherPictures(in: database)
      try keep(new, asSetting: "complete-run", in: database)
      guard let old else { return nil }
      let changes = ChangeSet(from: old, to: new)
      try note(changes, in: database)
      return changes
    }
  }

  /// Returns what was different when the submissions last changed between complete runs; `nil` if they never did.
  public func lastChanges() throws -> ChangeSet? {
    try database.read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT kind, key FROM change WHERE run = (SELECT max(run) FROM change) ORDER BY kind, key")
      guard !rows.isEmpty else { return nil }
      func keys(_ kind: String) -> [String] { rows.filter { $0["kind"] == kind }.map { $0["key"] } }
      return ChangeSet(added: keys("added"), changed: keys("changed"), withdrawn: keys("withdrawn"))
    }
  }

  /// Returns the submissions of the last run in its order, with the chairs' marks applied.
  ///
  /// A mark may name a paper by its path, as those of older versions do; but a name that is some paper's key means that
  /// paper.
  public func assessments() throws -> [Assessment] {
    let marks = Dictionary(grouping: try marks().enumerated(), by: \.element.paper)
    let decoder = JSONDecoder()
    let assessments = try database.read { database in
      try Data.fetchAll(database, sql: "SELECT assessment FROM submission ORDER BY position").map { data in
        try decoder.decode(Assessment.self, from: data)
      }
    }
    let keys = Set(assessments.map(\.key))
    return assessments.map { assessment in
      let byPath = assessment.id == nil && !keys.contains(assessment.file) ? marks[assessment.file] ?? [] : []
      let own = (marks[assessment.key] ?? []) + byPath
      return assessment.applying(own.sorted { $0.offset < $1.offset }.map(\.element))
    }
  }

  /// Returns the entries of an earlier run with today's keys for papers that an older version knew by their paths.
  private static func renamed(_ entries: [ChangeSet.Entry], to assessments: [Assessment]) -> [ChangeSet.Entry] {
    let known = Set(entries.map(\.key))
    let keys = Set(assessments.map(\.key))
    let keyByPath = Dictionary(
      assessments.filter { $0.id == nil && !known.contains($0.key) }.map { ($0.file, $0.key) },
      uniquingKeysWith: { first, _ in first })
    return entries.map { entry in
      guard !keys.contains(entry.key), let key = keyByPath[entry.key] else { return entry }
      return ChangeSet.Entry(key: key, content: entry.content)
    }
  }

  private func note(_ changes: ChangeSet, in database: Database) throws {
    guard !changes.isEmpty else { return }
    let run = (try Int.fetchOne(database, sql: "SELECT max(run) FROM change") ?? 0) + 1
    for (kind, keys) in [("added", changes.added), ("changed", changes.changed), ("withdrawn", changes.withdrawn)] {
      for key in keys {
        try database.execute(sql: "INSERT OR IGNORE INTO change VALUES (?, ?, ?)", arguments: [run, kind, key])
      }
    }
  }
}
