import Foundation
import Venues

@testable import CallReading

/// The calls that we wrote ourselves in the ways real venues write theirs, with what a careful chair reads in them.
enum CallFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "CallFixtures")

  /// Reads one of the calls.
  static func read(_ file: String, track: String? = nil) throws -> ReadCall {
    try CallReader.read(Data(contentsOf: folder.appending(path: file)), name: file, track: track)
  }

  /// Reads a call given as text.
  static func read(text: String, name: String = "call.txt") throws -> ReadCall {
    try CallReader.read(Data(text.utf8), name: name)
  }

  /// What a chair reads in a call, in the form that `tools/evaluate-calls` takes.
  struct Truth: Decodable {
    struct Limit: Decodable {
      let max: Double
      let excludes: [String]
      let includes: [String]
    }
    struct Date: Decodable {
      let what: String
      let date: String
      let iso: String?
      let superseded: Bool
      let core: Bool
    }
    let file: String
    let topics: [String]
    let pageLimit: Limit?
    let anonymity: String
    let template: String?
    let columns: Int?
    let formats: [String]?
    let maxFileMb: Double?
    let deadlines: [Date]
  }

  /// All calls with what a chair reads in them.
  static func truths() throws -> [Truth] {
    struct File: Decodable { let calls: [Truth] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(File.self, from: Data(contentsOf: folder.appending(path: "truth.json"))).calls
  }
}
