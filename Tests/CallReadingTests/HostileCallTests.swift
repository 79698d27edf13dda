import Foundation
import TestSupport
import Testing

@testable import CallReading

/// Any file at all ends soon and with a sentence.
@Suite struct HostileCallTests {
  private func error(_ text: String, name: String = "x.txt") -> CallReadingError? {
    do throws(CallReadingError) {
      _ = try CallReader.read(Data(text.utf8), name: name)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a recipe is no call`() {
    let recipe =
      "Pancakes\n\n- 2 eggs\n- 200 g flour\n\nMix, and fry on both sides. Serves 4 pages of guests on July 12, 2030.\n"
    #expect(error(recipe) == .notACall(path: "x.txt", found: ["pages"]))
  }

  @Test func `a story that speaks of papers and authors is no call`() {
    let story = String(
      repeating: "The author of the letter read his papers at the conference and sighed.\n\n", count: 40)
    guard case .notACall = error(story) else {
      Issue.record("the story was taken for a call")
      return
    }
  }

  @Test func `a venue file is no call`() {
    let venue =
      "# call for papers, submission deadline\nname: X\ntopics:\n  - {id: a, name: A}\ndeadlines: []\npage_limit:\n"
    #expect(error(venue, name: "v.yaml") == .isVenueFile(path: "v.yaml"))
  }

  @Test func `bytes that are no text are refused`() {
    #expect(throws: CallReadingError.notText(path: "x")) { try CallReader.read(Data([1, 2, 0, 3, 255, 0]), name: "x") }
  }

  @Test func `HTML nested ten thousand deep is refused`() {
    let page = "<html><body>" + String(repeating: "<div>", count: 10_000) + "call for papers"
    #expect(error(page, name: "x.html") == .tooDeep(path: "x.html", depth: CallDocument.deepestNesting))
  }

  @Test func `Markdown nested ten thousand deep is refused`() {
    #expect(
      error(String(repeating: "> ", count: 10_000) + "call", name: "x.md")
        == .tooDeep(path: "x.md", depth: CallDocument.deepestNesting))
  }

  @Test func `a file larger than any call is not read to its end`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("big.html", Data(repeating: UInt8(ascii: "a"), count: CallReader.largestFile + 10))
    let reader = CallReader(pdfLines: { _ in [] })
    #expect(
      throws: CallReadingError.tooLarge(path: path, bytes: CallReader.largestFile + 10, largest: CallReader.largestFile)
    ) {
      try reader.read(path)
    }
  }

  @Test func `a long book is refused by its length`() {
    let book = String(repeating: "call for papers and paper submission deadline. ", count: 30_000)
    guard case .tooMuchText = error(book) else {
      Issue.record("the book was read")
      return
    }
  }

  @Test func `an unknown track is named with those that the call has`() throws {
    let call = try #require(
      String(data: Data(contentsOf: CallFixture.folder.appending(path: "language.md")), encoding: .utf8))
    #expect(throws: CallReadingError.self) {
      try CallReader.read(Data(call.utf8), name: "language.md", track: "Cooking")
    }
    #expect(try CallReader.read(Data(call.utf8), name: "language.md", track: "Short papers").venue.pageLimit?.max == 4)
  }

  @Test func `lines of a PDF are read like text`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("call.pdf", "%PDF-1.7")
    let lines = [
      "Call for Papers", "SMALL 2030", "", "Topics of interest include:", "\u{2022}",
      "Caches and the long way that data goes to",
      "reach them", "\u{2022}", "Wires", "", "Important Dates", "\u{2022}", "July 2 nd , 2030 AOE Submission Deadline",
      "\u{2022}", "August 5th, 2030 Notification", "", "Submissions can be up to 6 pages and must be anonymized.",
    ]
    let venue = try CallReader(pdfLines: { _ in lines }).read(path).venue
    #expect(venue.topics.map(\.name) == ["Caches and the long way that data goes to reach them", "Wires"])
    #expect(venue.deadlines.map(\.at) == ["2030-07-02T23:59:00-12:00", "2030-08-05"])
  }
}
