import Foundation
import Testing
import Venues

@testable import CallReading

@Suite struct CallReaderTests {
  // An empty list would fail the first test below.
  static let files = (try? CallFixture.truths().map(\.file)) ?? []

  @Test func `there are calls to read`() {
    #expect(Self.files.count >= 20)
  }

  private func truth(_ file: String) throws -> CallFixture.Truth {
    try #require(try CallFixture.truths().first { $0.file == file })
  }

  @Test(arguments: files) func `the topics of a call are read in its words`(_ file: String) throws {
    #expect(try CallFixture.read(file).venue.topics.map(\.name) == truth(file).topics)
  }

  @Test(arguments: files) func `the page limit and what counts are read`(_ file: String) throws {
    let limit = try CallFixture.read(file).venue.pageLimit
    let expected = try truth(file).pageLimit
    #expect(limit?.max == expected?.max)
    #expect(limit?.excludes.map(\.rawValue).sorted() == expected?.excludes.sorted())
    #expect(limit?.includes.map(\.rawValue).sorted() == expected?.includes.sorted())
  }

  @Test(arguments: files) func `who is hidden is read, and left open where the call is silent`(_ file: String) throws {
    let expected = try truth(file).anonymity
    #expect(try CallFixture.read(file).venue.anonymity?.rawValue ?? "unknown" == expected)
  }

  @Test(arguments: files) func `template, columns, file types and size are read`(_ file: String) throws {
    let venue = try CallFixture.read(file).venue
    let expected = try truth(file)
    #expect(venue.template == expected.template)
    #expect(venue.columns == expected.columns)
    #expect(venue.fileTypes == expected.formats ?? [])
    #expect(venue.maxFileMb == expected.maxFileMb)
  }

  @Test(arguments: files) func `every date that authors need is read with its hour`(_ file: String) throws {
    let deadlines = try CallFixture.read(file).venue.deadlines
    for date in try truth(file).deadlines where date.core {
      let isDay = ["notification", "event"].contains(date.what)
      let expected = isDay ? date.date : date.iso ?? date.date
      let kinds = file == "quiet.txt" && date.what == "abstract" ? ["abstract", "paper"] : [date.what]
      let isFound = deadlines.contains { deadline in
        kinds.contains(deadline.what.rawValue) && !deadline.superseded
          && (isDay ? String(deadline.at.prefix(10)) : deadline.at) == expected
      }
      #expect(isFound, "\(date.what) \(expected) is not among \(deadlines.map { "\($0.what) \($0.at)" })")
    }
  }

  @Test(arguments: files) func `no former date is given as live, and none is made up`(_ file: String) throws {
    let deadlines = try CallFixture.read(file).venue.deadlines
    let truths = try truth(file).deadlines
    for deadline in deadlines {
      let day = String(deadline.at.prefix(10))
      let meant = truths.filter { $0.date == day && $0.what == deadline.what.rawValue }
      #expect(truths.contains { $0.date == day }, "\(deadline.at) is not in the call")
      if !meant.isEmpty { #expect(meant.contains { $0.superseded == deadline.superseded }, "\(deadline)") }
    }
  }

  @Test(arguments: files) func `each entry names the words and the line that it rests on`(_ file: String) throws {
    let call = try CallFixture.read(file)
    let lines = try String(contentsOf: CallFixture.folder.appending(path: file), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (entry, evidence) in call.evidence where entry != .name {
      #expect((1...lines.count).contains(evidence.line), "\(entry)")
    }
    for index in call.venue.topics.indices { #expect(call.evidence[.topic(index)] != nil) }
    for index in call.venue.deadlines.indices { #expect(call.evidence[.deadline(index)] != nil) }
  }
}
