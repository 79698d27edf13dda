import Testing
import Venues

@Suite struct VenueDifferenceTests {
  private let old = Venue(
    name: "V", topics: [Topic(id: "a", name: "A"), Topic(id: "b", name: "B")],
    pageLimit: PageLimit(max: 6, count: .wholePages, includes: [.appendix], excludes: []), anonymity: .singleBlind,
    deadlines: [Deadline(what: .paper, label: "Papers", at: "2030-07-12T23:59:00-12:00")])

  @Test func `each change is a sentence`() {
    var new = old
    new.topics = [Topic(id: "a", name: "A and more"), Topic(id: "c", name: "C")]
    new.pageLimit = PageLimit(max: 8, count: .wholePages, includes: [], excludes: [.references])
    new.anonymity = nil
    new.maxFileMb = 20
    new.deadlines = [Deadline(what: .paper, label: "Papers", at: "2030-07-26T23:59:00-12:00")]
    #expect(
      VenueDifference.sentences(from: old, to: new) == [
        "The topic 'A' is now called 'A and more'.", "The topic 'C' is new.", "The topic 'B' is gone.",
        "The page limit changed from 6 to 8.",
        "For the page limit, the bibliography does not count (before: is not mentioned).",
        "For the page limit, an appendix is not mentioned (before: counts).",
        "The anonymity rule is no longer stated; it was single-blind.", "The largest file in MB is now stated: 20.",
        "'Papers' moved from 12 July 2030, 23:59 AoE (UTC-12) to 26 July 2030, 23:59 AoE (UTC-12).",
      ])
  }

  @Test func `a venue does not differ from itself`() {
    #expect(VenueDifference.sentences(from: old, to: old) == [])
  }
}

@Suite struct VenueUpdateTests {
  private let asRead = Venue(
    name: "V", topics: [Topic(id: "a", name: "A"), Topic(id: "b", name: "B")], template: "acm", columns: 2,
    deadlines: [Deadline(what: .paper, label: "Papers", at: "2030-07-12")])

  @Test func `what a chair changed stays, what the call changed comes in`() {
    var chair = asRead
    chair.topics[0] = Topic(id: "alpha", name: "A", aliases: ["first"])
    chair.groups = [Group(id: "g", name: "G", topics: ["alpha", "b"], origin: .chair)]
    chair.template = "acm-sigconf"
    var new = asRead
    new.topics.append(Topic(id: "c", name: "C"))
    new.columns = 1
    new.deadlines = [Deadline(what: .paper, label: "Papers", at: "2030-07-26")]
    let merged = VenueUpdate.merged(chair: chair, asRead: asRead, new: new)
    #expect(merged.topics.map(\.id) == ["alpha", "b", "c"])
    #expect(merged.topics[0].aliases == ["first"])
    #expect(merged.groups == chair.groups)
    #expect(merged.template == "acm-sigconf")
    #expect(merged.columns == 1)
    #expect(merged.deadlines == new.deadlines)
    #expect(merged.notes == [])
  }

  @Test func `where both changed a field the chair's stays and a note says so`() {
    var chair = asRead
    chair.columns = 1
    var new = asRead
    new.columns = 3
    let merged = VenueUpdate.merged(chair: chair, asRead: asRead, new: new)
    #expect(merged.columns == 1)
    #expect(merged.notes == ["The number of columns stays as the chair set it; the call now reads differently."])
  }

  @Test func `a topic that the chair took out stays out, one that the chair added stays in`() {
    var chair = asRead
    chair.topics = [Topic(id: "a", name: "A"), Topic(id: "own", name: "Own")]
    let merged = VenueUpdate.merged(chair: chair, asRead: asRead, new: asRead)
    #expect(merged.topics.map(\.id) == ["a", "own"])
  }
}

@Suite struct VenueExportTests {
  private let venue = Venue(
    name: "V 2030", topics: [Topic(id: "a", name: "- A", parent: "Group"), Topic(id: "b", name: "B <x>")],
    groups: [Group(id: "g", name: "G", origin: .chair)],
    pageLimit: PageLimit(max: 6, count: .wholePages, includes: [.appendix], excludes: [.references]),
    anonymity: .doubleBlind, template: "acm-sigconf", columns: 2, fileTypes: ["pdf"], maxFileMb: 20,
    deadlines: [
      Deadline(what: .paper, label: "Papers", at: "2030-07-12T23:59:00-12:00", superseded: true),
      Deadline(what: .paper, label: "Papers; all", at: "2030-07-26T23:59:00-12:00"),
      Deadline(what: .event, label: "Conference", at: "2030-10-25"),
    ])

  @Test func `HotCRP gets legal names and hears that it cannot express an appendix that counts`() throws {
    let export = try VenueExport.export(venue, to: .hotcrp)
    #expect(export.text.contains(#""name" : "Group: A""#))
    #expect(export.text.contains(#""unlimitedref" : true"#))
    #expect(export.lost.contains { $0.hasPrefix("HotCRP cannot express this rule") && $0.contains("6 pages") })
  }

  @Test func `OpenReview gets the topics as subject areas`() throws {
    let export = try VenueExport.export(venue, to: .openreview)
    #expect(export.text.contains(#""subject_areas""#))
    #expect(export.text.contains(#""maxSize" : 20"#))
    #expect(export.lost.contains("OpenReview checks no page limit."))
  }

  @Test func `the calendar holds the true instant of each live deadline`() throws {
    let text = try VenueExport.export(venue, to: .ics).text
    // The end of 26 July anywhere on Earth is noon of 27 July in UTC.
    #expect(text.contains("DTSTART:20300727T115900Z\r\n"))
    #expect(text.contains("DTSTART;VALUE=DATE:20301025\r\n"))
    #expect(text.contains(#"SUMMARY:V 2030: Papers\; all"#))
    #expect(!text.contains("20300713"))
    #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
  }

  @Test func `the checklist names limit, blinding and deadline, and escapes its page`() throws {
    let text = try VenueExport.export(venue, to: .checklist).text
    #expect(text.contains("- [ ] The paper has at most 6 pages, counting an appendix, not counting the bibliography."))
    #expect(text.contains("26 July 2030, 23:59 AoE (UTC-12), that is 27 July 2030, 11:59 UTC."))
    #expect(try VenueExport.export(venue, to: .checklist, asHTML: true).text.contains("<li>B &lt;x&gt;</li>"))
  }
}
