import Foundation
import Interchange
import Reports
import TestSupport
import Testing

struct PaperRowTests {
  private func text(_ row: PaperRow) throws -> String {
    String(decoding: try ContractJSON.line(row), as: UTF8.self)
  }

  @Test func `a row has every key in order and at most six decimals`() throws {
    #expect(
      try text(PaperRow(Fixtures.assessment(id: "12"))) == """
        {"abstract":"An abstract.","file":null,"findings":[],"groups":[{"assigned":true,"id":"mlops",\
        "probability":0.5}],"id":"12","keywords":["engines"],"needs_review":true,"page_count":6,\
        "primary":"serving","review_reasons":["close-call"],"scope":{"probability":0.99,"verdict":"in"},\
        "title":"A title","topics":[{"assigned":true,"id":"serving","probability":0.912568},\
        {"assigned":false,"id":"mlops","probability":0.125}],"warnings":[]}

        """)
  }

  @Test func `rows keep to their schema`() throws {
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/papers.schema.json"))
    for row in [Fixtures.assessment(id: "12"), Fixtures.unreadable(file: "x.pdf")] {
      #expect(try schema.violations(in: ContractJSON.line(PaperRow(row))) == [])
    }
  }

  @Test func `a row with an id says nothing of authors or file`() throws {
    let row = try text(PaperRow(Fixtures.assessment(id: "12")))
    #expect(!row.contains("Lovelace"))
  }

  @Test func `a row without an id says which file it is`() throws {
    #expect(try text(PaperRow(Fixtures.unreadable(file: "in/x.pdf"))).contains("\"file\":\"in/x.pdf\""))
  }
}
