import Foundation
import Testing
import Venues

@testable import CallReading

/// Ways of saying things that real calls use and that were once read wrong, in our own words.
@Suite struct UnseenFormsTests {
  private func venue(_ text: String, name: String = "call.txt") throws -> Venue {
    try CallFixture.read(text: text, name: name).venue
  }

  // MARK: Topics

  @Test func `lines without bullets under short labels are topics, long enumerations among them`() throws {
    let long = (1...30).map { "kind \($0) of kite" }.joined(separator: ", ")
    let venue = try venue(
      """
      KITE 2031 CALL FOR PAPERS

      Topics of interest include, but are not limited to, these areas of study:

      Kites as such

      Strings: hemp, silk, steel
      Tails
      Frames

      Research goals

      Higher flight
      Flying without wind, such as \(long)
      Landing softly

      IMPORTANT DATES

      Paper submission: March 3, 2031
      """)
    #expect(
      venue.topics.map(\.name) == [
        "Strings: hemp, silk, steel", "Tails", "Frames", "Higher flight", "Flying without wind, such as \(long)",
        "Landing softly",
      ])
    #expect(venue.topics.first?.parent == "Kites as such")
  }

  @Test func `a line under topics that goes on further in belongs to its topic`() throws {
    let venue = try venue(
      """
      CALL FOR PAPERS

      Topics suitable for the symposium include, but are not limited to:

           Soup and many pots on one fire
           Soup in the cloud
           Soup in other fields of cooking:
             bread, cake, and all that is baked in embedded
             ovens, etc.
           Cold soup

      Papers are due on March 3, 2031. Submitted papers must be in English.
      """)
    #expect(
      venue.topics.map(\.name) == [
        "Soup and many pots on one fire", "Soup in the cloud",
        "Soup in other fields of cooking: bread, cake, and all that is baked in embedded ovens, etc.", "Cold soup",
      ])
  }

  @Test func `paragraphs that open with a dash are items, and what follows them is none`() throws {
    let venue = try venue(
      """
      <html><body><h1>Call for Papers</h1><h2>Topics of Interest</h2>
      <p>We invite paper submissions related to (but not limited to) the following topics:</p>
      <ul><li><b>Hot dishes:</b><ol><ul>- Stews</ul><ul>- Roasts</ul></ol></li>
      <li><b>Cold dishes:</b><ol><ul>- Salads</ul><ul>- Aspics</ul></ol></li></ul>
      <div><span>Details of the feast</span><h2>Important Dates</h2><p>Submission: May 2, 2031</p></div>
      </body></html>
      """, name: "call.html")
    #expect(venue.topics.map(\.name) == ["Stews", "Roasts", "Salads", "Aspics"])
    #expect(venue.topics.map(\.parent) == ["Hot dishes", "Hot dishes", "Cold dishes", "Cold dishes"])
  }

  @Test func `a menu whose elements are not closed does not swallow the page`() throws {
    let venue = try venue(
      """
      <html><body><nav><div class="a"><li>Authors</li><div></nav></div>
      <h2>Call for Papers: Kite Conference 2031</h2><p>Topics of interest include:</p>
      <ul><li>Strings</li><li>Tails</li><li>Frames</li></ul><p>Submission deadline: May 2, 2031</p></body></html>
      """, name: "call.html")
    #expect(venue.topics.map(\.name) == ["Strings", "Tails", "Frames"])
    #expect(venue.deadlines.map(\.at) == ["2031-05-02"])
  }

  @Test func `a page that is one form is read`() throws {
    let venue = try venue(
      """
      <html><body><form id="page"><h2>Call for Papers</h2><p>Topics of interest include:</p>
      <ul><li>Strings</li><li>Tails</li><li>Frames</li></ul><p>Submission deadline: May 2, 2031</p></form></body></html>
      """, name: "call.html")
    #expect(venue.topics.map(\.name) == ["Strings", "Tails", "Frames"])
  }

  @Test func `two lists of topics under labels of their own are two groups`() throws {
    let venue = try venue(
      """
      # Call for Papers

      General topics related to kites

      - Winds
      - Strings

      Topics specific to box kites

      - Boxes
      - Corners

      Paper submission: May 2, 2031
      """, name: "call.txt")
    #expect(venue.topics.map(\.name) == ["Winds", "Strings", "Boxes", "Corners"])
    #expect(
      venue.topics.map(\.parent) == [
        "General topics related to kites", "General topics related to kites", "Topics specific to box kites",
        "Topics specific to box kites",
      ])
  }

  // MARK: Rules

  @Test(
    arguments: [
      (
        "Papers should be limited to 16 pages (excluding refrences and appendicies).", 16.0, ["references", "appendix"]
      ),
      (
        "Papers may not exceed eight (8) pages, with an optional ninth page that can only contain references.", 8.0,
        ["references"]
      ),
      (
        "Papers must be no longer than five (5) pages, including all figures, followed by 1 page references.", 5.0,
        ["references"]
      ),
      ("Submitted papers must be at least 4 and at most 12 pages long.", 12.0, []),
      ("A submission is one of extended abstracts with a maximum of two pages.", 2.0, []),
    ] as [(String, Double, [String])])
  func `a limit and what is free are read`(_ words: String, _ pages: Double, _ free: [String]) throws {
    let venue = try venue("Call for Papers\n\nSubmission deadline: May 2, 2031\n\nSubmission\n\n\(words)\n")
    #expect(venue.pageLimit?.max == pages)
    #expect(venue.pageLimit?.excludes.map(\.rawValue) == free)
  }

  @Test func `an abstract's limit is none of papers`() throws {
    let venue = try venue(
      "Call for Papers\n\nFull papers are due on May 2, 2031.\n\nExtended abstracts have at most two pages.\n")
    #expect(venue.pageLimit == nil)
  }

  @Test func `masked is blind`() throws {
    let venue = try venue(
      "Call for Papers\n\nPaper submission: May 2, 2031\n\nReview will be single-masked. Authors should not anonymize.\n"
    )
    #expect(venue.anonymity == .singleBlind)
  }

  @Test(
    arguments: [
      ("Papers must be anonymous following the NeurIPS double-blind reviewing guidelines.", nil),
      ("Use the double-column ACM conference format for manuscript preparation.", "acm"),
      ("Papers must adhere to the ACM template (sigplan, two columns).", "acm-sigplan"),
    ] as [(String, String?)])
  func `a template is what papers look like`(_ words: String, _ template: String?) throws {
    #expect(try venue("Call for Papers\n\nPaper submission: May 2, 2031\n\n\(words)\n").template == template)
  }

  @Test func `columns that the final version wants too are those of submissions`() throws {
    let words = "Submissions must be formatted in the 1-column style, which is requested for the camera-ready copy."
    #expect(try venue("Call for Papers\n\nPaper submission: May 2, 2031\n\n\(words)\n").columns == 1)
  }

  // MARK: Dates

  @Test(arguments: [
    ("March 15, 2031 (2359 PST)", "2031-03-15T23:59:00-08:00"), ("March 15, 2031 1700 hrs", "2031-03-15T17:00:00"),
    ("March 15, 2031 PST", "2031-03-15"),
  ])
  func `hours without a colon are read, and no year is one`(_ words: String, _ at: String) throws {
    #expect(try venue("Call for Papers\n\nDATES\n-----\nSubmission Deadline: \(words)\n").deadlines.map(\.at) == [at])
  }

  @Test func `a deadline is labelled by the list of dates, and an event by no half of a line`() throws {
    let venue = try venue(
      """
      Subject: CfP: Kites 2031 in Windhoek + special track on box kites (KITE 2031, June 20-25, 2031)

      *** NEW! Submission deadlines extended to 3rd February 2031 ***

      Call for Papers

      Important Dates:

      Paper submission: January 20, 2031 => February 3rd, 2031 (EXTENDED)
      Notification: March 5, 2031
      """)
    #expect(venue.deadlines.map(\.label) == ["Conference", "Paper submission", "Paper submission", "Notification"])
    #expect(venue.deadlines.filter { !$0.superseded }.map(\.at) == ["2031-06-20", "2031-02-03", "2031-03-05"])
  }

  @Test func `rows of a table near the top are deadlines, and a name gives their year`() throws {
    let venue = try venue(
      """
      KITE4All 2031 is the place for kites.

      <table><tr><th>Important Dates</th></tr><tr><td>Abstract</td><td>Tentative: May 15th</td></tr>
      <tr><td>Full Paper</td><td>Tentative: May 22nd</td></tr></table>

      We invite paper submissions. Submitted papers must be in English.
      """, name: "call.md")
    #expect(venue.deadlines.map(\.what) == [.abstract, .paper])
    #expect(venue.deadlines.map(\.at) == ["2031-05-15", "2031-05-22"])
  }

  // MARK: Files

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16, .isoLatin1, .utf8])
  func `a call is read in any encoding and with any line breaks`(_ encoding: String.Encoding) throws {
    for lineBreak in ["\n", "\r\n", "\r"] {
      let lines = ["Call for Papers", "", "Crème Symposium 2031", "", "Paper submission: May 2, 2031", ""]
      let bytes = try #require(lines.joined(separator: lineBreak).data(using: encoding))
      let venue = try CallReader.read(bytes, name: "call.txt").venue
      #expect(venue.name == "Crème Symposium 2031")
      #expect(venue.deadlines.map(\.at) == ["2031-05-02"])
    }
  }

  @Test func `a front matter gives the dates of its list and keys, not the day on which the page was written`() throws {
    let read = try venue(
      """
      ---
      title: Call for Papers
      date: 2030-12-01
      dates:
        - info: Submission deadline
          date: March, 12 2031
        - info: Acceptance notification
          date: April 9, 2031
      camera_ready: 2031-05-07
      ---

      # Call for Papers: Kite Workshop

      We invite papers of up to 8 pages on kites. Topics of interest include kites, strings and winds.
      """, name: "call.md")
    #expect(
      read.deadlines.map { "\($0.what.rawValue) \($0.at)" } == [
        "paper 2031-03-12", "notification 2031-04-09", "camera-ready 2031-05-07",
      ])
  }

  @Test func `the conference that a call leans on tells its year if two places name it`() throws {
    let read = try venue(
      """
      # Call for Papers

      We invite papers of up to 8 pages on kites. Topics of interest include kites, strings and winds.

      - **June 12**: Submission due
      - **July 24**: Acceptance notification

      Please use the KITECON '31 template for your paper.

      All papers must follow the KITECON '31 policies.
      """, name: "call.md")
    #expect(read.deadlines.map { "\($0.what.rawValue) \($0.at)" } == ["paper 2031-06-12", "notification 2031-07-24"])
  }
}
