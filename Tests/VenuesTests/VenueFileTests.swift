import Foundation
import TestSupport
import Testing

@testable import Venues

@Suite struct VenueFileTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../corpora/venues")

  @Test func `the shipped venue has eighteen topics and five groups`() throws {
    let venue = try VenueFile.read(Self.folder.appending(path: "aimlsystems-2023-industry.yaml").path)
    #expect(venue.topics.count == 18)
    #expect(venue.groups.map(\.id) == ["training", "inference", "genai", "mlops", "hardware"])
  }

  @Test(arguments: ["aimlsystems-2023-industry", "mlsys", "euromlsys"])
  func `each venue in the repository passes the check`(_ name: String) throws {
    #expect(try VenueCheck.problems(inFile: Self.folder.appending(path: "\(name).yaml").path) == [])
  }

  @Test func `a venue written as YAML reads back as it was`() throws {
    let venue = Venue(
      name: "A: \"quoted\" # name",
      topics: [Topic(id: "a", name: "Testing, 'debugging': all", parent: "P", aliases: ["x y"])],
      groups: [Group(id: "g", name: "G", topics: ["a"], origin: .call)],
      pageLimit: PageLimit(max: 8.5, count: .area, includes: [.appendix], excludes: [.references]),
      anonymity: .singleBlind,
      template: "acm", columns: 2, pageSize: "a4", fileTypes: ["pdf"], maxFileMb: 20,
      deadlines: [Deadline(what: .paper, label: "Röck — papers", at: "2030-01-02T23:59:00-12:00", superseded: true)],
      notes: ["Line 3: see\nbelow"])
    let folder = try TemporaryFolder()
    let comments: [VenueEntry: String] = [.topics: "words\nof the call", .deadline(0): "line 4: words"]
    let path = try folder.file("venue.yaml", VenueYAML.text(of: venue, comments: comments, asRead: venue))
    #expect(try VenueFile.read(path) == venue)
    #expect(try VenueFile.asRead(path) == venue)
    #expect(try VenueCheck.problems(inFile: path) == [])
  }

  @Test func `aliases by which a short file unfolds without end are refused`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("bomb.yaml", "name: x\na: &a [x, x]\nb: [*a, *a]\n")
    #expect(throws: VenueError.alias(path: path, line: 2, name: "&a")) { try VenueFile.read(path) }
    #expect(throws: VenueError.alias(path: path, line: 2, name: "&a")) { try VenueCheck.problems(inFile: path) }
  }

  @Test func `an asterisk or ampersand in text is no alias`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("venue.yaml", "name: \"A, *b & c\"\nnotes:\n  - Modeling & simulation # *x\n")
    #expect(try VenueFile.read(path).notes == ["Modeling & simulation"])
  }
}

@Suite struct VenueCheckTests {
  private func problems(_ text: String) -> [String] { VenueCheck.problems(in: text).map(\.description) }

  @Test func `an unknown key is named with its place and the nearest known one`() {
    #expect(problems("name: X\ntopicz: []\n") == ["2:1: 'topicz' is no key of a venue; did you mean 'topics'?"])
  }

  @Test func `an unknown word is named with those that are known`() {
    #expect(
      problems("name: X\nanonymity: double-blnd\n") == [
        "2:12: 'double-blnd' is no value of anonymity; did you mean 'double-blind'? It can be double-blind, single-blind, "
          + "none."
      ])
  }

  @Test func `an id given twice, a missing name and a date that is none are found`() {
    let text = """
      name: X
      topics:
        - {id: a, name: A}
        - {id: a}
      deadlines:
        - {what: paper, label: P, at: tomorrow}
      """
    #expect(
      problems(text) == [
        "4:5: this topic lacks 'name'", "4:10: the id 'a' is given twice; each needs its own",
        "6:33: 'tomorrow' is no date such as 2030-10-16, 2030-10-16T23:59:00 or 2030-10-16T23:59:00-12:00",
      ])
  }

  @Test func `a group's topic that the venue lacks is named`() {
    let text =
      "name: X\ntopics: [{id: inference, name: I}]\ngroups: [{id: g, name: G, origin: chair, topics: [infrence]}]\n"
    #expect(problems(text) == ["3:51: the venue has no topic 'infrence'; did you mean 'inference'?"])
  }

  @Test func `an empty file is called empty by every command`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("empty.yaml", " \n")
    #expect(throws: VenueError.malformed(path: path, reason: "it is empty; a venue needs at least a name")) {
      try VenueFile.read(path)
    }
  }

  @Test func `what is no YAML is told with its line`() {
    #expect(problems("name: [x\n").first?.hasPrefix("2:1: it is not YAML") == true)
    #expect(problems("") == ["1:1: the file is empty; a venue needs at least a name"])
  }
}
