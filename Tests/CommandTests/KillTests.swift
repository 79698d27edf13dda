import Foundation
import GRDB
import TestSupport
import Testing

/// Kills `triage` at random moments and goes on.
struct KillTests {
  private struct Generator: RandomNumberGenerator {
    // SplitMix64 (Steele, Lea, Flood 2014): a few lines, and the same moments in every run.
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let outputs = [
    "papers.ndjson", "papers.csv", "hotcrp-tags.csv", "report.html", "chair/papers.ndjson", "chair/papers.csv",
    "chair/report.html",
  ]
  private static let seed: UInt64 = 20_231_025

  @Test func `a run killed at fifty random moments ends with the results of an undisturbed one`() throws {
    let parent = try TemporaryFolder()
    let papers = try SampleSubmissions.truth().prefix(10).map { SampleSubmissions.folder + "/" + $0.file }
    func arguments(_ folder: String) -> [String] { ["triage"] + papers + ["--output", folder] }

    let start = ContinuousClock.now
    _ = try ProgramRun(arguments(parent.path + "/undisturbed"))
    let duration = (ContinuousClock.now - start) / .milliseconds(1)
    let expected = try results(in: parent.path + "/undisturbed")

    var generator = Generator(state: Self.seed)
    for round in 0..<10 {
      let folder = parent.path + "/killed-\(round)"
      for _ in 0..<5 {
        let moment = Double.random(in: 0...duration, using: &generator)
        try kill(arguments(folder), afterMilliseconds: moment)
      }
      _ = try ProgramRun(arguments(folder))
      #expect(try results(in: folder) == expected, "round \(round), seed \(Self.seed)")
    }
  }

  @Test func `a second run over the same folder at the same time is refused`() throws {
    let folder = try TemporaryFolder()
    let lock = open(folder.path + "/.lock", O_RDWR | O_CREAT, 0o600)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX) == 0)
    let run = try ProgramRun(["triage", SampleSubmissions.folder, "--output", folder.path])
    #expect(run.status == 3)
    #expect(run.errors.contains("\(folder.path): another run is writing to this folder."))
  }

  private func kill(_ arguments: [String], afterMilliseconds milliseconds: Double) throws {
    let process = Process()
    process.executableURL = URL(filePath: ProgramRun.products + "/papertriage")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // A random moment is the point here; no expectation depends on how long it takes.
    Thread.sleep(forTimeInterval: milliseconds / 1000)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func results(in folder: String) throws -> [String] {
    // The time of writing is the one thing that may differ, and only in the reports.
    let texts = try Self.outputs.map {
      try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
        .replacing(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/, with: "DATE")
    }
    return try texts + dump(folder)
  }

  /// Every row of every table of the workspace, sorted.
  private func dump(_ folder: String) throws -> [String] {
    try DatabaseQueue(path: folder + "/triage.sqlite").read { database in
      let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      return try tables.sorted().flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in
          let values = row.databaseValues.map { value in
            Data.fromDatabaseValue(value).map { String(decoding: $0, as: UTF8.self) } ?? "\(value)"
          }
          return "\(table): " + values.joined(separator: "|")
        }.sorted()
      }
    }
  }
}
