import Testing
import Venues

@testable import CallReading

/// Ways of saying things that a further set of calls used and that were read wrong, in our own words.
@Suite struct LeadsAndRoundsTests {
  private func venue(_ text: String, name: String = "call.md") throws -> Venue {
    try CallFixture.read(text: "# KITE 2031: Call for Papers\n\n" + text, name: name).venue
  }

  private func limit(_ sentence: String) throws -> PageLimit? {
    try venue(
      "Kites are flown by many. We invite papers on them.\n\n## Submission\n\n\(sentence)\n\n## Dates\n\nPaper submission: March 3, 2031\n"
    ).pageLimit
  }

  private func anonymity(_ sentence: String) throws -> Anonymity? {
    try venue(
      "Kites are flown by many. We invite papers on them.\n\n## Submission\n\n\(sentence)\n\n## Dates\n\nPaper submission: March 3, 2031\n"
    ).anonymity
  }

  private func template(_ sentence: String) throws -> String? {
    try venue(
      "Kites are flown by many. We invite papers on them.\n\n## Submission\n\n\(sentence)\n\n## Dates\n\nPaper submission: March 3, 2031\n"
    ).template
  }

  // MARK: Topics

  @Test func `topics are announced by a sentence that is not the last of its paragraph`() throws {
    let venue = try venue(
      """
      We ask for papers on the following topics and others. The deadline is March 3, 2031. Those who rather fly a
      kite, please write to us.

      ### Making of kites:
      - Frames of reed
      - Tails and bows

      We also welcome papers on new frames.

      ### Kites in use:
      - Kites at sea
      - Kites in lightning

      ## Submission

      Papers have at most 6 pages.
      """)
    #expect(venue.topics.map(\.name) == ["Frames of reed", "Tails and bows", "Kites at sea", "Kites in lightning"])
    #expect(venue.topics.first?.parent == "Making of kites")
  }

  @Test func `a list below a remark on the subjects below is topics`() throws {
    let venue = try venue(
      """
      ## Submission

      <p>The following is a list of possible subjects for talks and papers. It is meant to give you ideas, nothing
      more.</p>
      <ul><li>Kite frames</li><li>Strings</li><li>Winds of the north</li><li>Lightning</li></ul>
      <p>Papers have at most 6 pages. Submission: March 3, 2031.</p>
      """)
    #expect(venue.topics.map(\.name) == ["Kite frames", "Strings", "Winds of the north", "Lightning"])
  }

  @Test func `a list of requirements below a paragraph that names topics is none`() throws {
    let venue = try venue(
      """
      We ask for papers on the following topics: kites, strings, and winds. Papers have to meet the following criteria.

      - A paper in good English
      - A title of few words
      - A picture of the kite

      ## Important dates

      Paper submission: March 3, 2031. Notification: May 3, 2031
      """)
    #expect(!venue.topics.contains { $0.name.contains("English") })
  }

  @Test func `topics that run on without a mark are taken apart at their capital letters`() throws {
    let venue = try venue(
      """
      We invite papers on all topics of kite flying, including but not limited to:

      Frames for large kites Novel strings for kites in rain TV pictures from kites Testing of kites and strings Formal
      models of the wind

      ## Important dates

      Paper submission: March 3, 2031
      """)
    #expect(
      venue.topics.map(\.name) == [
        "Frames for large kites", "Novel strings for kites in rain", "TV pictures from kites",
        "Testing of kites and strings", "Formal models of the wind",
      ])
  }

  @Test(arguments: [
    "Topics include, without being limited to:",
    "We are looking for papers from a wide range of areas. These include but are not limited to the following.",
    "Here is a (non-exhaustive) list of what we would love to see:",
    "We welcome papers of any kind. Among others, we are interested in",
    "We particularly encourage submissions related to one or more of:",
    "Papers may tackle any of these challenges.",
    "We seek work from many areas. These may include but are not limited to the following.",
    "Relevant work could be about:",
    "Of special interest are:",
    "This year we focus on:",
    "We are interested in the following:",
    "Contributions are sought in areas like:",
    "Here are some examples of topics.",
    "Research areas",
    "The workshop wants to bring together research on:",
  ])
  func `words that lead up to topics`(_ lead: String) throws {
    let venue = try venue(
      """
      Kites are flown by many.

      \(lead)

      - Frames of kites
      - Strings that hold
      - Winds of the north
      - Lightning

      ## Submission

      Papers have at most 6 pages. Submission: March 3, 2031
      """)
    #expect(venue.topics.map(\.name) == ["Frames of kites", "Strings that hold", "Winds of the north", "Lightning"])
  }

  @Test func `marks that Markdown does not know are bullets, and a line in front of lines is their label`() throws {
    let lettered = try venue(
      "Topics of interest include:\n\na) frames of kites\nb) strings\nc) winds\n\nSubmission: March 3, 2031\n")
    #expect(lettered.topics.map(\.name) == ["frames of kites", "strings", "winds"])
    let boxes = try venue(
      "<div><div>Topics of interest</div><div>Frames of kites</div><div>Strings</div><div>Winds</div></div>\n\n## Important dates\n\nPaper submission: March 3, 2031\n"
    )
    #expect(boxes.topics.map(\.name) == ["Frames of kites", "Strings", "Winds"])
  }

  @Test func `a topic that is said to be such as others is their group, one that includes examples is itself`() throws {
    let venue = try venue(
      """
      ## Topics of interest

      - Strings
      - Kites in all walks of life, such as:
        - Fishing
        - Post
      - Rules of today, including:
        - K17
        - K18

      ## Important dates

      Paper submission: March 3, 2031
      """)
    #expect(venue.topics.map(\.name) == ["Strings", "Fishing", "Post", "Rules of today"])
    #expect(venue.topics[1].parent == "Kites in all walks of life")
  }

  // MARK: Page limits

  @Test func `a title page that does not count leaves the limit as it is`() throws {
    let limit = try limit(
      "Submit a text not exceeding 9 single-spaced pages on A4 paper, excluding the title page (containing title, names, and keywords) and the references."
    )
    #expect(limit?.max == 9)
    #expect(limit?.excludes.contains(.references) == true)
  }

  @Test func `a span in which papers are expected to be is a limit`() throws {
    #expect(try limit("The length of each paper is expected to be in 9-17 pages.")?.max == 17)
    #expect(try limit("We expect papers of about 9 pages.") == nil)
  }

  @Test func `papers of fewer pages that are rejected tell no limit`() throws {
    #expect(try limit("Submissions of fewer than three (3) full pages may be subject to desk rejection.") == nil)
  }

  @Test func `the pages of papers stand beside those of posters`() throws {
    let limit = try limit(
      "Submissions should be 7-page papers (+2-page references) for articles or a 2-page abstract for posters/demonstrations."
    )
    #expect(limit?.max == 7)
    #expect(limit?.excludes == [.references])
  }

  @Test func `an appendix that is not for the final version does not count`() throws {
    let limit = try limit(
      "Papers have up to 9 pages. Details not meant for the final version may stand in an appendix that is not included in the page limit."
    )
    #expect(limit?.excludes == [.appendix])
  }

  @Test func `a limit includes some parts and does not include others`() throws {
    let limit = try limit(
      "Papers have up to 9 pages. The page limit includes figures, tables, and appendices, but does not include references, for which there is no page limit."
    )
    #expect(limit?.includes.contains(.appendix) == true)
    #expect(limit?.includes.contains(.figures) == true)
    #expect(limit?.excludes == [.references])
    let other = try self.limit(
      "Papers must be no more than 9 pages. The 9-page limit includes everything (e.g., abstract, appendix, etc.) except for the references."
    )
    #expect(other?.includes == [.appendix])
    #expect(other?.excludes == [.references])
  }

  // MARK: Anonymity

  @Test func `blind but not double-blind is single-blind`() throws {
    #expect(
      try anonymity("Reviews are blind (but not double-blind); reviewers will see who wrote a paper.") == .singleBlind)
    #expect(try anonymity("Reviewing is not double-blind: list all authors.") == Anonymity.none)
  }

  @Test func `what is said of papers outweighs what is said of all other submissions`() throws {
    #expect(
      try anonymity("Papers and demos are reviewed double-blind. All other submissions will be single-blind.")
        == .doubleBlind)
    #expect(
      try anonymity("Demos are reviewed single-blind. All other submissions will be double-blind.") == .doubleBlind)
  }

  // MARK: Templates

  @Test func `templates of venues by their address, and of papers that are accepted as such`() throws {
    #expect(
      try template("Format papers by the conference's guidelines (https://www.ijcai.org/authors_kit).") == "ijcai")
    #expect(try template("The text must strictly follow the COLING 2031 style template.") == "coling")
    #expect(
      try template(
        "Manuscripts will be accepted as extended abstracts and full papers, formatted according to the latest ACM SIG proceedings template."
      ) == "acm-sig-proceedings")
  }

  // MARK: Dates

  @Test func `a struck date of the first round is past, not replaced by that of the second`() throws {
    let dates = try venue(
      """
      ## Important dates

      - ~~First round submission: November 16, 2030~~
      - ~~Author notification: December 20, 2030~~
      - ~~Second round submission: February 20, 2031~~
      - Author notification: ~~March 20, 2031~~ March 30, 2031
      """
    ).deadlines.filter { $0.what == .notification }
    #expect(dates.filter { !$0.superseded }.map(\.at) == ["2030-12-20", "2031-03-30"])
    #expect(dates.filter(\.superseded).map(\.at) == ["2031-03-20"])
  }

  @Test func `a struck list before a new one of the same round is replaced`() throws {
    let dates = try venue(
      """
      ## Important dates

      - ~~Paper submission: January 16, 2031~~
      - ~~Author notification: March 1, 2031~~
      - Paper submission: February 20, 2031
      - Author notification: April 2, 2031
      """
    ).deadlines
    #expect(dates.filter { !$0.superseded }.map(\.at) == ["2031-02-20", "2031-04-02"])
  }

  @Test func `a struck date beside that of papers of a further kind is past, not replaced`() throws {
    let dates = try venue(
      """
      ## Important dates

      ~~**June 13, 2031** - Submission due~~

      **July 10, 2031** - Submission due, pre-reviewed papers

      **July 24, 2031** - Notification
      """
    ).deadlines.filter { $0.what == .paper }
    #expect(dates.map(\.superseded) == [false, false])
  }

  @Test func `a camera version is a final one`() throws {
    let dates = try venue(
      "We invite papers on kites.\n\n## Important dates\n\n- **Submission**: May 5, 2031\n- **Notification**: June 5, 2031\n- **Camera Version**: July 9, 2031\n"
    ).deadlines
    #expect(dates.first { $0.what == .cameraReady }?.at == "2031-07-09")
  }

  @Test func `years are told by the acronym that stands with one again and again`() throws {
    func deadlines(_ end: String) throws -> [String] {
      try CallFixture.read(
        text: """
          # About the conference

          We invite papers on kites. \(String(repeating: "\n\nPapers must be in English.", count: 10))

          # Important dates

          - **Registration of new submissions permitted until: ~~April 17~~ April 28 AoE.**
          - **Notification: 10 July**
          - **Conference: 17–20 November**

          # Stipends

          \(end)
          """, name: "call.md"
      ).venue.deadlines.filter { !$0.superseded }.map(\.at)
    }
    #expect(
      try deadlines("Students at the KITE 2031 conference may apply for the KITE 2031 stipend.")
        == ["2031-04-28T23:59:00-12:00", "2031-07-10", "2031-11-17"])
    #expect(try deadlines("Students of KITE 2030 and KITE 2031 and KITE 2031 may apply.").isEmpty)
    #expect(try deadlines("Students of KITE 2031 may apply.").isEmpty)
  }

  @Test(arguments: [
    ("23:59 HAST", -600), ("23:59 ART", -180), ("11:59pm ICT", 420), ("18:00 SAST", 120), ("5pm (AWST)", 480),
  ])
  func `zones by their abbreviations`(_ text: String, minutes: Int) {
    #expect(TimeGrammar.times(in: text).first?.zone == .offset(minutes))
  }

  @Test func `what is a word besides is a zone right after an hour only`() {
    #expect(TimeGrammar.times(in: "Papers on ICT and ART, see IST").allSatisfy { $0.zone == nil })
    #expect(TimeGrammar.times(in: "23:59 IST").first?.zone == nil)
  }
}
