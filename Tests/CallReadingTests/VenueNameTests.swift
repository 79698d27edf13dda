import Testing
import Venues

@testable import CallReading

/// What a chair would call the venue, and nothing that only stands where a name could.
@Suite struct VenueNameTests {
  private func venue(_ text: String, name: String = "call.txt") throws -> Venue {
    try CallFixture.read(text: text + "\n\nPaper submission: May 2, 2031. We solicit papers.\n", name: name).venue
  }

  @Test(arguments: [
    (
      "CALL FOR PARTICIPATION\n\nYou are asked to take part in our workshop:\n\nWhy is my Kite so Slow? On Winds\n",
      "Why is my Kite so Slow? On Winds"
    ),
    (
      "KITES 2031: flying in the dark\nWhen: June 2, 2031\nWebsite: https://kites.example\n\nWorkshop description\n---\n",
      "KITES 2031: flying in the dark"
    ),
    ("Call for Papers\n\n    ======== KITES 2031 ========\n\nText.\n", "KITES 2031"),
    ("Call for Papers\n\nMonday, June 02, 2031\n\nKITES Workshop on Winds\n", "KITES Workshop on Winds"),
    (
      "Call for Papers\n\n12th Symposium on Kites (KITE 2031) Windhoek, Namibia, June 2, 2031\n\nText.\n",
      "12th Symposium on Kites (KITE 2031)"
    ),
    ("Call for Papers\n\nCo-located with ROPES 2031\n\nWorkshop on Kites\n", "Workshop on Kites"),
  ])
  func `the name is read`(_ text: String, _ name: String) throws {
    #expect(try venue(text).name == name)
  }

  @Test func `a series that is only spoken of gives the name`() throws {
    let text = "# Call for Papers\n\nPapers at the Kite Workshop are short. They say what the Kite Workshop wants."
    #expect(try venue(text, name: "call.md").name == "Kite Workshop")
  }

  @Test func `where a workshop is held is no name beside its own`() throws {
    let page =
      "<html><head><title>Kites in the Dark | Workshop at ROPES 2031</title></head><body><h2>Workshop at ROPES 2031</h2>"
    #expect(try venue(page, name: "call.html").name == "Kites in the Dark | Workshop at ROPES 2031")
  }

  @Test func `the title of a page's design is no name`() throws {
    let page = "<html><head><title>Grand - Conference HTML Template</title></head><body><h1>Call for Papers</h1>"
    #expect(try venue(page, name: "call.html").name == "Call for papers")
  }

  @Test func `a year that was over before all dates is left out and said`() throws {
    let page = "<html><head><title>Call for Papers - KITES 2029</title></head><body><h1>Call for Papers</h1>"
    let venue = try venue(page, name: "call.html")
    #expect(venue.name == "KITES")
    #expect(venue.notes.contains { $0.contains("'KITES 2029'") && $0.contains("2031") })
  }
}
