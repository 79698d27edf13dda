import Testing
import Venues

@testable import CallReading

/// Ways in which calls say things that were once read wrong, each in a call as short as it can be.
@Suite struct CallFormsTests {
  private func venue(_ text: String, name: String = "call.md") throws -> Venue {
    try CallFixture.read(text: text, name: name).venue
  }

  @Test func `a call that lists nothing but topics is a venue with blanks`() throws {
    let venue = try venue(
      """
      # Call for Papers
      We ask for work on, but not limited to, the following topics:

      * Bread and its compilers
      * Ovens
      * Crumbs in the cloud
      """)
    #expect(venue.topics.map(\.name) == ["Bread and its compilers", "Ovens", "Crumbs in the cloud"])
    #expect(venue.pageLimit == nil && venue.anonymity == nil && venue.deadlines.isEmpty)
  }

  @Test func `headings of Markdown in a text file end a list`() throws {
    let venue = try venue(
      """
      # Workshop on Warm Storage

      ## Important Dates

      - Paper Submission: March 3, 2031

      ## Topics of Interest

      Topics of interest include, but are not limited to:

      - Tapes
      - Shelves
      - Boxes

      ## Organization

      - Ada Example (Example University)
      """, name: "call.txt")
    #expect(venue.topics.map(\.name) == ["Tapes", "Shelves", "Boxes"])
    #expect(venue.name == "Workshop on Warm Storage")
  }

  @Test(arguments: [
    ("at most 9 pages, references not included", 9.0, ["references"]),
    ("no more than 12 pages including bibliography, excluding well-marked appendices", 12.0, ["appendix"]),
    ("at least 5 pages and at most 11 pages + references", 11.0, ["references"]),
    ("up to seven pages of content; any additional number of pages can be used for references", 7.0, ["references"]),
  ])
  func `a limit is read with what it frees`(_ words: String, _ pages: Double, _ free: [String]) throws {
    let venue = try venue(
      """
      # Call for Papers: Symposium on Kites 2031
      The program committee invites submissions on topics such as kites, strings, and wind.

      ## Submission format
      Papers have \(words).
      """)
    #expect(venue.pageLimit?.max == pages)
    #expect(venue.pageLimit?.excludes.map(\.rawValue) == free)
  }

  @Test func `dates without a year go forward along their list, past the event too`() throws {
    let venue = try venue(
      """
      # Call for Papers: Kites 2031
      The workshop is held on June 20, 2031. Submissions are reviewed.

      ## Important dates
      - April 9, 2031: Paper submission deadline
      - May 5: Notification to authors
      - July 20 (tentative): Camera-ready for post-proceedings
      """)
    #expect(venue.deadlines.first { $0.what == .cameraReady }?.at.hasPrefix("2031-07-20") == true)
  }

  @Test func `a call for posters is about posters`() throws {
    let venue = try venue(
      """
      # Call for Posters: Kite Workshop 2031
      We invite submissions; topics of interest include: kites, strings, wind and rain.

      ## Poster abstracts
      Poster abstracts can be up to 2 pages long (not including references). Submissions do not have to be anonymized.
      """)
    #expect(venue.pageLimit?.max == 2)
    #expect(venue.anonymity == Anonymity.none)
  }

  @Test func `what a template comments out is not said`() throws {
    let venue = try venue(
      """
      # Call for Papers: Kites 2031
      | Event | Date |
      | ----- | ---- |
      | Paper submission | May 2, 2031 |

      {% comment %}
      | Symposium | August 18, 2031 |
      {% endcomment %}

      The program committee notifies authors.
      """)
    #expect(venue.deadlines.count == 1)
  }

  @Test func `a sentence about fields of use is no list of topics`() throws {
    let venue = try venue(
      """
      # Call for Papers: Kites 2031
      Kites matter to a wide range of areas such as healthcare, e-commerce, industry and farming. Submissions are papers
      of 4 pages. Papers must give insights into the field of kites, including:

      * Strings
      * Wind
      * Tails
      * Frames
      """)
    #expect(venue.topics.map(\.name) == ["Strings", "Wind", "Tails", "Frames"])
  }

  @Test func `plus signs are bullets under a heading of submissions`() throws {
    let venue = try venue(
      """
      CALL FOR PAPERS

      The Symposium on Kites invites paper submissions.

      SUBMISSIONS

      The symposium addresses all aspects of kites and of what they are made of,
      including but not limited to:

      + Strings (cotton, silk,
        etc.)
      + Wind
      + Tails
      """, name: "call.txt")
    #expect(venue.topics.map(\.name) == ["Strings (cotton, silk, etc.)", "Wind", "Tails"])
  }
}
