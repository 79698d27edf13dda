import Foundation
import Testing
import Venues

@testable import CallReading

/// Forms that a further set of real calls taught, in our own words.
@Suite struct FoundFormsTests {
  private func venue(_ text: String, name: String = "call.txt") throws -> Venue {
    try CallFixture.read(text: text, name: name).venue
  }

  /// A call with a list of dates and something else in it.
  private func call(_ words: String, dates: String = "- 12 March 2031: Paper submissions due") -> String {
    "# Call for Papers\n\n## Important Dates\n\n\(dates)\n\n## Submission\n\n\(words)\n"
  }

  // MARK: Dates

  @Test func `a sentence that repeats a listed day without its year adds no date`() throws {
    let dates = """
      - 12 March 2031: Paper submissions due
      - 9 April 2031: Decisions sent to authors
      - 7 May 2031: Camera-ready due
      """
    let words = "Long and short papers are solicited. Both kinds should be submitted not later than 12 March."
    let venue = try venue(call(words, dates: dates), name: "call.md")
    #expect(venue.deadlines.map(\.at) == ["2031-03-12", "2031-04-09", "2031-05-07"])
  }

  @Test func `the day of a final version in a sentence is that of the list`() throws {
    let dates = """
      |What|When|
      |---|---|
      |Abstracts|October 14, 2030|
      |Full papers|October 21, 2030|
      |Notification|January 23, 2031|
      """
    let words = "**The deadline for the final version of the papers is Friday, October 21st, 23:59 CEST (local time).**"
    let venue = try venue(call(words, dates: dates), name: "call.md")
    #expect(venue.deadlines.map { String($0.at.prefix(10)) } == ["2030-10-14", "2030-10-21", "2031-01-23"])
  }

  @Test func `what a label says is not needed does not tell its kind`() throws {
    let dates = "- Full papers due: ~~May 8th 2031~~ Extended: May 18th 2031 (no abstract registration needed)"
    let venue = try venue(call("Papers must have at most 8 pages.", dates: dates), name: "call.md")
    #expect(venue.deadlines.filter { !$0.superseded }.map(\.what) == [.paper])
  }

  @Test func `a notification about grants too is the notification`() {
    #expect(DeadlineKinds.kind(of: "Acceptance and travel grant notification") == .notification)
    #expect(DeadlineKinds.kind(of: "Travel grant notification") == .other)
  }

  @Test func `the header of a mail is no date of the call`() throws {
    let text = "From: A Chair\nDate: 2031-01-15 01:11:16\nSubject: CFP\n\n" + call("Papers must have at most 8 pages.")
    #expect(try venue(text).deadlines.map(\.at) == ["2031-03-12"])
  }

  @Test func `events tell their last day and are told apart`() throws {
    let dates = """
      - Paper submissions due: March 12, 2031
      - Workshop: June 20-22, 2031
      - Workshop: June 27, 2031
      """
    let events = try venue(call("Papers must have at most 8 pages.", dates: dates), name: "call.md").deadlines
      .dropFirst()
    #expect(events.map(\.until) == ["2031-06-22", nil])
    #expect(Set(events.map(\.label)).count == 2)
  }

  @Test func `an event at the turn of the year ends in the next`() throws {
    let dates = "- Paper submissions due: September 12, 2031\n- Winter school: December 30 - January 2, 2032"
    let event = try venue(call("Papers must have at most 8 pages.", dates: dates), name: "call.md").deadlines.last
    #expect(event?.until == "2032-01-02")
  }

  // MARK: Rules

  @Test(arguments: [
    "Papers will NOT be reviewed double-blind. Author names should be included in the paper.",
    "Submissions are not reviewed in a double-blind process; authors should be named.",
  ])
  func `a review that is not double-blind is not called so`(words: String) throws {
    #expect(try venue(call(words), name: "call.md").anonymity == Anonymity.none)
  }

  @Test func `authors who are encouraged to submit papers of up to so many pages have a limit`() throws {
    let venue = try venue(
      call("Authors are encouraged to submit papers of up to 6 pages, excluding references, on new work."),
      name: "call.md")
    #expect(venue.pageLimit?.max == 6)
    #expect(venue.pageLimit?.excludes == [.references])
  }

  @Test func `a submission system named after a publisher is no template`() throws {
    let words = "All manuscripts must be submitted on-line, via the IEEE Manuscript Central. Papers are reviewed."
    #expect(try venue(call(words), name: "call.md").template == nil)
  }

  @Test func `style files taken from another venue are that venue's template`() throws {
    let words =
      "Papers should be formatted in two columns. Please use our style-files or the template, taken from ACL 2031."
    #expect(try venue(call(words), name: "call.md").template == "acl")
  }

  @Test func `what short papers may leave out says nothing of long ones`() throws {
    let words =
      "Long papers must not exceed 8 pages plus references. Short papers must not exceed 4 pages, excluding references "
      + "and acknowledgements."
    #expect(try venue(call(words), name: "call.md").pageLimit?.excludes == [.references])
  }

  // MARK: Topics

  @Test func `bullets two blanks under a numbered area are its topics`() throws {
    let venue = try venue(
      """
      # Call for Papers

      #### Topics of Interest

      The areas of interest are these two streams:

      1. Kites for people, including but not limited to:
        * Strings
        * Tails

      2. People for kites, which includes, but not limited to:
        * Fear of heights

      ## Dates

      Paper submission: March 3, 2031
      """, name: "call.md")
    #expect(venue.topics.map(\.name) == ["Strings", "Tails", "Fear of heights"])
    #expect(venue.topics.map(\.parent) == ["Kites for people", "Kites for people", "People for kites"])
  }

  @Test func `lines under numbered areas are topics without an announcement`() throws {
    let venue = try venue(
      """
      # Call for Papers

      Authors must name the area of their paper.

      ### Area 1: Wind

      Light winds<br>
      Storms at sea<br>
      Turbulence near houses<br>

      ### Area 2: Strings

      Hemp and silk<br>
      Knots and loops<br>
      Steel wires<br>

      ## Submission

      Papers must have at most 8 pages and are due on March 3, 2031.
      """, name: "call.md")
    #expect(
      venue.topics.map(\.name) == [
        "Light winds", "Storms at sea", "Turbulence near houses", "Hemp and silk", "Knots and loops", "Steel wires",
      ])
  }

  @Test func `lines after an open-ended invitation are topics`() throws {
    let venue = try venue(
      """
      KITE 2031 CALL FOR PAPERS

      Papers are being sought on many aspects of kites, including (but not limited to):

      Kite Strings
      Kite Tails
      Frames/Sticks
      Wind Prediction

      Important Dates
      Papers due: March 3, 2031
      """)
    #expect(venue.topics.map(\.name) == ["Kite Strings", "Kite Tails", "Frames/Sticks", "Wind Prediction"])
  }

  @Test func `marks of a wrong encoding are mended`() throws {
    let text =
      "CALL FOR PAPERS\n\nPapers are due on 3 March 2031. Topics include: kites, the wind\u{E2}\u{20AC}\u{2122}s "
      + "work, and strings.\u{C2}\nAuthors should submit papers."
    #expect(try venue(text).topics.map(\.name) == ["kites", "the wind’s work", "strings"])
  }

  @Test func `a list whose line breaks were lost is a list`() throws {
    let venue = try venue(
      "KITE 2031 Call for Papers TOPICS Papers are solicited on, but not limited to, the following topics: * Kite strings"
        + " and knots * Tails, long or short * Wind\n\nPaper submission: March 3, 2031\n")
    #expect(venue.topics.map(\.name) == ["Kite strings and knots", "Tails, long or short", "Wind"])
  }

  @Test func `what papers might discuss are topics`() throws {
    let words = """
      Such papers might discuss issues like the following (and note that this list is short):

      * Strings that break.
      * Methods for tying knots (e.g. the reef knot)
      * The end of the wind
      """
    #expect(try venue(call(words), name: "call.md").topics.count == 3)
  }

  @Test func `new dates after a period replace it`() throws {
    let dates = """
      - Paper submission deadline: September 28, 2031
      - Author rebuttal period: November 14-21, 2031 New dates: November 26 - December 3, 2031
      """
    let rebuttals = try venue(call("Papers have up to 8 pages.", dates: dates), name: "call.md").deadlines.dropFirst()
    #expect(rebuttals.map(\.superseded) == [true, false])
    #expect(rebuttals.last?.until == "2031-12-03")
  }

  @Test(arguments: [
    "Submissions are limited to 10 pages for long papers and 5 pages for short papers, including references.",
    "We accept full (10 pages) and short (4 pages) papers. Page limits include references.",
  ])
  func `a bibliography that counts for all kinds of papers counts`(words: String) throws {
    let limit = try venue(call(words), name: "call.md").pageLimit
    #expect(limit?.max == 10)
    #expect(limit?.includes == [.references])
    #expect(limit?.excludes == [])
  }

  @Test func `instructions for authors are read though they invite nobody`() throws {
    let venue = try venue(
      "Submission\n\nWe admit full papers of up to 12 pages in length. Papers should follow a double-column format on A4 "
        + "paper. Every paper will be reviewed by the Program Committee, and authors will get the notification.\n")
    #expect(venue.pageLimit?.max == 12)
  }

  @Test func `a sentence about the venue gives its name only, and columns are no pages`() throws {
    let read = try venue(
      "KITE Days 2031 is the 20th edition of the KITE Days series.\n\nCall for papers. Papers have 2-column numbered pages "
        + "and are limited to 10 pages. Papers are due on March 3, 2031.\n")
    #expect(read.name == "KITE Days 2031")
    #expect(!read.notes.contains { $0.contains("2 pages") })
  }

  @Test func `papers without limits on their authors are not anonymous`() throws {
    let words = "Full papers have up to 12 pages. Such papers do not have limits on co-authors."
    #expect(try venue(call(words), name: "call.md").anonymity == nil)
  }

  @Test func `a kind of paper may stand behind its number of pages`() throws {
    let words = "The length of the paper should not exceed 6 pages (short) or 12 pages (long)."
    #expect(try venue(call(words), name: "call.md").pageLimit?.max == 12)
  }

  @Test func `a new date after the old one replaces it`() throws {
    let prose = String(repeating: "The workshop is about kites and those who fly them. ", count: 5)
    let dates = "Paper Submission Deadline: June 5th NEW Date! June 12th 2031\nNotification: July 15th 2031\n\(prose)"
    let papers = try venue(call("Papers have up to 8 pages.", dates: dates), name: "call.md").deadlines
    #expect(papers.filter { $0.what == .paper && !$0.superseded }.map(\.at) == ["2031-06-12"])
  }
}
