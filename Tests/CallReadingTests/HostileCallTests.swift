import Foundation
import TestSupport
import Testing

@testable import CallReading

/// Why a text is no call; `nil` if it is read as one.
private func error(_ text: String, name: String = "x.txt") -> CallReadingError? {
  do throws(CallReadingError) {
    _ = try CallReader.read(Data(text.utf8), name: name)
    return nil
  } catch {
    return error
  }
}

/// Any file at all ends soon and with a sentence.
@Suite struct HostileCallTests {
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

/// Texts that speak of papers and invite none.
@Suite struct NoCallTests {
  private func isNoCall(_ text: String, name: String = "x.txt") -> Bool {
    if case .notACall = error(text, name: name) { true } else { false }
  }

  @Test func `the description of a program is no call`() {
    #expect(
      isNoCall(
        """
        # paper-tool

        A tool for chairs. It checks paper submissions against the call for papers: page limit, anonymity, template.

        - Checks the page limit and the submission deadline
        - Double-blind review checks

        Topics of interest are read from a file, and so is the camera-ready date. Authors are listed in AUTHORS.
        """, name: "README.md"))
  }

  @Test func `an offer of work is no call`() {
    #expect(
      isNoCall(
        """
        Researcher in kite systems

        The institute seeks a researcher. Topics of interest include wind and strings. Papers at good conferences help.

        To apply: submit your CV, a statement of 2 pages and two papers as a single PDF by March 3, 2031. Submissions
        must be in English. Notification: April 1, 2031.
        """))
  }

  @Test func `a reviewers' form is no call`() {
    #expect(
      isNoCall(
        """
        Reviewer form

        Please read the submission. Double-blind review: do not reveal your name to authors.

        1. Is the paper within 8 pages, not counting references?
        2. Topics of the paper
        3. Comments to the programme committee

        Reviews are due on 12 June 2031. The camera-ready version is due on 1 July 2031. Submitted papers are secret.
        """))
  }

  @Test func `text for machines is named for what it is`() {
    let words = "/* paper submission deadline, topics of interest, we invite papers */\n"
    let code = words + (1...40).map { "int review_\($0)(struct author *a) {\n  return submit(a, \($0));\n}\n" }.joined()
    #expect(error(code, name: "x.c") == .isSource(path: "x.c", kind: "source code"))
    let script = (1...300).map { "var a\($0)=function(paper){return paper.deadline==\($0)};" }.joined()
    #expect(error(script, name: "x.js") == .isSource(path: "x.js", kind: "source code"))
    let log = (10...59).map { "2031-03-01 12:00:\($0) INFO paper \($0) submitted, deadline passed\n" }.joined()
    #expect(error(log, name: "x.log") == .isSource(path: "x.log", kind: "a log"))
    let table = (1...40).map { "\($0),\"On papers, \($0)\",We submit,A. Author,topics\n" }.joined()
    #expect(error(table, name: "x.csv") == .isSource(path: "x.csv", kind: "a table of records"))
    let paper = "\\documentclass{article}\n\\begin{document}\nAuthors should submit papers.\n\\end{document}\n"
    #expect(error(paper, name: "x.tex") == .isSource(path: "x.tex", kind: "LaTeX source"))
    let mails = (1...3).map { "From a@x.org Mon May  4 10:00:00 2031\nSubject: CFP \($0)\n\nCall for papers.\n\n" }
      .joined()
    #expect(error(mails, name: "x.mbox") == .isSource(path: "x.mbox", kind: "a mailbox with several messages"))
  }

  @Test func `a call with drawn lines and addresses is no source code`() throws {
    let rule = String(repeating: "=", count: 72)
    let text =
      "\(rule)\nCALL FOR PAPERS\n\(rule)\n\nAuthors should submit papers at https://x.org/?conf=kite31&a=1 by "
      + "March 3, 2031.\n\nTopics of interest include:\n\n- strings;\n- tails;\n- wind;\n\n\(rule)\n"
    #expect(try CallReader.read(Data(text.utf8), name: "x.txt").venue.topics.count == 3)
  }
}
