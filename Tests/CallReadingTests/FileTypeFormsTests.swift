import Testing
import Venues

@testable import CallReading

/// What calls say of the types of files, read sentence by sentence, and rules that stand in the part for short papers.
@Suite struct FileTypeFormsTests {
  private func venue(_ text: String) throws -> Venue {
    try CallFixture.read(
      text: "# Call for Papers: Kite Workshop\n\nPaper submission: May 2, 2031\n\n\(text)\n", name: "call.md"
    )
    .venue
  }

  @Test(arguments: FormTablesTests.forms("file-types"))
  func `the accepted types are read`(_ form: FormTablesTests.Form) throws {
    let types = try venue("## Submission\n\n\(form.words)").fileTypes
    #expect([types.isEmpty ? "-" : types.joined(separator: ",")] == form.expected)
  }

  @Test func `the table is there`() {
    #expect(FormTablesTests.forms("file-types").count >= 25)
  }

  @Test func `a call for short papers alone says in their part what holds for all`() throws {
    let rules = "- All submissions must be in PDF format.\n- Submissions do not have to be anonymized."
    let venue = try venue("## Poster Abstracts\n\nUp to 2 pages.\n\n## Short Papers\n\nUp to 6 pages.\n\n\(rules)")
    #expect(venue.anonymity == Anonymity.none)
    #expect(venue.fileTypes == ["pdf"])
  }

  @Test func `what short papers need is not what full papers need`() throws {
    let venue = try venue(
      "## Full Papers\n\nFull papers have up to 8 pages.\n\n## Short Papers\n\nSubmissions do not have to be anonymized."
    )
    #expect(venue.anonymity == nil)
  }
}
