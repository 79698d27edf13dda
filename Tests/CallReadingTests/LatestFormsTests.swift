import Testing
import Venues

@testable import CallReading

/// Ways of saying things that a set of calls used for the first time, in our own words.
@Suite struct LatestFormsTests {
  private func venue(_ text: String, name: String = "call.md") throws -> Venue {
    try CallFixture.read(
      text:
        "# KITE 2031: Call for Papers\n\nWe invite authors to submit papers on kites until the deadline; notification and camera-ready follow.\n\n\(text)\n\n## Venue\n\nIn Prague.\n",
      name: name
    )
    .venue
  }

  @Test func `dates of slashes with short years go by one that only one order allows`() throws {
    let deadlines = try venue(
      """
      ## Important dates
      * [x] **~~6/26/31~~ 7/3/31 AoE**: Submission Deadline
      * [x] **7/17/31 AoE**: Decision Notification
      * [ ] 10/13/31: Day of the Workshop
      """
    ).deadlines
    #expect(deadlines.map(\.what) == [.paper, .paper, .notification, .event])
    #expect(deadlines.map(\.superseded) == [true, false, false, false])
    #expect(deadlines[1].at.hasPrefix("2031-07-03"))
  }

  @Test func `without a telling day a date of slashes and a short year is none`() throws {
    #expect(try venue("## Important dates\n\n* 7/3/31: Submission deadline\n").deadlines.isEmpty)
  }

  @Test func `a day for papers and demonstrations is one for papers`() throws {
    let deadlines = try venue("## Important dates\n\n* June 13, 2031: Paper/Demo submission deadline\n").deadlines
    #expect(deadlines.map(\.what) == [.paper])
  }

  @Test func `what a page looks like does not make a call source code`() throws {
    let rules = (1...30).map { "  .kite-\($0) {\n    color: #12345\($0 % 10);\n  }" }.joined(separator: "\n")
    let venue = try venue("<style>\n\(rules)\n</style>\n\n## Submission\n\nPapers have at most 6 pages.\n")
    #expect(venue.pageLimit?.max == 6)
  }

  @Test(arguments: [
    ("They must be original, unpublished, anonymous and not under review elsewhere.", Anonymity.doubleBlind),
    ("This year, we ask authors not to anonymize their submissions.", Anonymity.none),
  ])
  func `who is hidden`(sentence: String, expected: Anonymity) throws {
    #expect(try venue("## Submission\n\n\(sentence)\n").anonymity == expected)
  }

  @Test(arguments: [
    ("Papers are formatted according to the [ACL2031 templates](http://kites.example/style).", "acl"),
    ("Papers have 4 pages, following the IROS format.", "iros"),
    ("Papers use the KDD main conference paper template.", "kdd"),
    ("We follow the general ACM SIG format, not the SIGCHI format: use sample-sigconf.tex.", "acm-sigconf"),
    ("Papers that do not use the WACV template are rejected.", "cvpr"),
  ])
  func `templates`(sentence: String, expected: String) throws {
    #expect(try venue("## Submission\n\n\(sentence)\n").template == expected)
  }

  @Test func `extended abstracts are the papers where the call says so`() throws {
    let limit = try venue(
      """
      ## Submission

      The submission must be in the form of an extended abstract up to three pages. The extended abstract (at most 3
      pages, not including references) should not be a compressed version of a full paper.
      """
    ).pageLimit
    #expect(limit?.max == 3)
    #expect(limit?.excludes == [.references])
  }

  @Test(arguments: [
    (
      "Papers have at most 6 pages. Authors may use additional pages (up to 8 total) for references.",
      [PageLimit.Part.references]
    ),
    (
      "Papers have at most 6 pages. References and appedices do not count towards the limit.", [.references, .appendix]
    ),
  ])
  func `what does not count`(sentence: String, expected: [PageLimit.Part]) throws {
    #expect(Set(try venue("## Submission\n\n\(sentence)\n").pageLimit?.excludes ?? []) == Set(expected))
  }

  @Test func `themes to prompt, and a list that is not complete`() throws {
    let venue = try venue(
      """
      If you do not know what to write, here are some themes to prompt:

      - Frames as abstract art
      - Tails as concrete art
      - The list above is by no means exhaustive, as kites are many.
      """)
    #expect(venue.topics.map(\.name) == ["Frames as abstract art", "Tails as concrete art"])
  }

  @Test func `cards of topics under core research areas`() throws {
    let cards = [("01", "Frames", ["Frames of reed", "Frames of air"]), ("02", "Flight", ["Lift", "Storms at sea"])]
    let html = cards.map { number, name, items in
      "<div>\(number)</div><div><h2>\(name)</h2><ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul></div>"
    }.joined()
    let venue = try CallFixture.read(
      text:
        "<html><body><h1>KITE 2031: Call for Papers</h1><p>Submission deadline: March 3, 2031</p><h2>Subject Areas</h2>"
        + "<p>We welcome contributions across the following core research areas.</p>\(html)</body></html>",
      name: "call.html"
    ).venue
    #expect(venue.topics.map(\.name) == ["Frames of reed", "Frames of air", "Lift", "Storms at sea"])
  }

  @Test(arguments: [
    ("Papers are in short format (up to $4$ pages), or long format ($12$ pages).", 12.0),
    ("* Research, industry, and education tracks: 15 pages.\n* System description papers: 10 pages.", 15.0),
  ])
  func `numbers set as mathematics, and rows of tracks`(sentence: String, expected: Double) throws {
    #expect(try venue("## Submission\n\n\(sentence)\n").pageLimit?.max == expected)
  }

  @Test func `what short papers include is not free for full ones`() throws {
    let limit = try venue(
      "## Submission\n\nThe page limit is set to 10 for full papers and 5 for short papers, including all figures and references.\n"
    ).pageLimit
    #expect(limit?.excludes == [])
    #expect(Set(limit?.includes ?? []) == [.figures, .references])
  }

  @Test func `an appendix that is forbidden is not free`() throws {
    let limit = try venue("## Submission\n\nFull papers: up to 8 pages + references (no appendix)\n").pageLimit
    #expect(limit?.excludes == [.references])
  }

  @Test func `a pointer to a society's author information says nothing of names`() throws {
    let anonymity = try venue("## Submission\n\nFor further details, see SIGKITE's author information.\n").anonymity
    #expect(anonymity == nil)
  }

  @Test func `papers without information about the authors are hidden`() throws {
    let anonymity = try venue(
      "## Submission\n\nFor review, the papers should not include any information about the authors.\n"
    ).anonymity
    #expect(anonymity == .doubleBlind)
  }

  @Test func `a file may be as large as the submission with its appendices`() throws {
    let size = try venue(
      "## Submission\n\nThe maximum file size for a submission, which includes technical appendices, is 50 MB.\n"
    ).maxFileMb
    #expect(size == 50)
  }

  @Test func `topics counted in Roman numbers, and labelled lines below a list`() throws {
    let venue = try venue(
      """
      The topics of interest include but are not limited to:

      I. Frames of reed

      II. Tails and bows

      III. Storms at sea

      IV. Kites of paper
      """)
    #expect(venue.topics.map(\.name) == ["Frames of reed", "Tails and bows", "Storms at sea", "Kites of paper"])
    let other = try self.venue(
      """
      ## Topics of interest

      - Frames of reed
      - Tails and bows
      - Storms at sea

      We accept papers under two tracks: Paper Kites and Box Kites

      Submission links: none yet
      """)
    #expect(other.topics.map(\.name) == ["Frames of reed", "Tails and bows", "Storms at sea"])
  }

  @Test func `a list whose lines were joined is taken apart at its dashes`() throws {
    let venue = try venue(
      """
      We invite contributions of papers on: - mathematical and practical issues of kites; - frames of reed, and
      how they bend; - tails in storms; and - new or strange ideas on kites.
      """)
    #expect(
      venue.topics.map(\.name) == [
        "mathematical and practical issues of kites", "frames of reed, and how they bend", "tails in storms",
        "new or strange ideas on kites",
      ])
  }

  @Test func `a long format is the main kind`() throws {
    let limit = try venue(
      """
      ## Submission

      Short format submissions are limited to 4 pages in our style, excluding references. Long format submissions are
      limited to 12 pages in our style, excluding references.
      """
    ).pageLimit
    #expect(limit?.max == 12)
  }
}
