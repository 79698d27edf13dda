import Testing

@testable import Venues

@Suite struct ChairCommentsTests {
  private let venue = Venue(
    name: "KITE 2031", topics: [Topic(id: "wind", name: "Wind"), Topic(id: "tails", name: "Tails")],
    groups: [Group(id: "g", name: "G", topics: ["wind"], origin: .chair)], anonymity: .doubleBlind,
    deadlines: [Deadline(what: .event, label: "Workshop \"A\"", at: "2031-06-20", until: "2031-06-22")])

  @Test func `what a chair wrote stays with its entry and is written once`() throws {
    let read: [VenueEntry: String] = [.name: "line 1: KITE 2031", .topic(0): "line 4: Wind"]
    let first = try VenueYAML.text(of: venue, heading: ["Read from call.md. Above"], comments: read, asRead: venue)
    let edited = first.replacing("  # line 4: Wind\n", with: "  # line 4: Wind\n  # ask Ann about this one\n")
      .replacing("anonymity: double-blind", with: "# agreed in May\nanonymity: double-blind  # or single?")
      .replacing("  - {what: event", with: "  # in Oslo\n  - {what: event")
      .replacing("  - {id: g,", with: "  # for the tracks\n  - {id: g,")
    let comments = ChairComments(text: edited)
    let second = try VenueYAML.text(of: venue, heading: ["Read from call.md. Above"], comments: read, chair: comments)
    for words in ["ask Ann about this one", "agreed in May", "or single?", "in Oslo", "for the tracks"] {
      #expect(second.components(separatedBy: "# \(words)").count == 2, "\(words)")
    }
    #expect(second.components(separatedBy: "# line 4: Wind").count == 2)
    #expect(second.contains("# ask Ann about this one\n  # line 4: Wind\n  - {id: wind"))
    #expect(second.contains("# agreed in May\n# or single?\nanonymity: double-blind\n"))
  }

  @Test func `a comment on what is gone stays at the end`() throws {
    let text = "name: KITE 2031\ntopics:\n  # once dear to us\n  - {id: gone, name: Gone}\n"
    let written = try VenueYAML.text(of: venue, chair: ChairComments(text: text))
    #expect(written.hasSuffix("# once dear to us\n"))
  }

  @Test func `an update says which topics and dates the call no longer has`() {
    var new = venue
    new.topics.removeLast()
    new.deadlines = []
    let merged = VenueUpdate.merged(chair: venue, asRead: venue, new: new)
    #expect(merged.topics.map(\.id) == ["wind"])
    #expect(merged.notes.contains("The topic 'Tails' is no longer in the call and was taken out."))
    #expect(merged.notes.contains { $0.hasPrefix("The date 'Workshop \"A\"' (20 June 2031 to 22 June 2031)") })
  }

  @Test func `a calendar shows all days of an event`() throws {
    let calendar = try VenueExport.export(venue, to: .ics).text
    #expect(calendar.contains("DTSTART;VALUE=DATE:20310620\r\nDTEND;VALUE=DATE:20310623\r\n"))
  }

  @Test func `a tab and a bare word are named for what they are`() {
    #expect(
      VenueCheck.problems(in: "name: X\ntopics:\n\t- {id: a, name: A}\n")
        == [
          VenueProblem(line: 3, column: 1, sentence: "the line is indented with a tab; YAML wants blanks in its place")
        ])
    #expect(
      VenueCheck.problems(in: "name: X\ntopics: [a]\n").map(\.sentence)
        == ["a topic needs keys with values, such as 'id: ...', 'name: ...'"])
  }

  @Test func `an event that ends before it begins is a problem`() {
    let text = "name: K\ndeadlines:\n  - {what: event, label: W, at: 2031-06-20, until: 2031-06-02}\n"
    let problems = VenueCheck.problems(in: text)
    #expect(problems.map(\.sentence) == ["it ends on 2031-06-02, before it begins on 2031-06-20"])
    #expect(problems.first?.line == 3)
  }
}
