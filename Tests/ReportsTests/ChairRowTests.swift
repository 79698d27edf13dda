import Foundation
import Interchange
import Reports
import TestSupport
import Testing

struct ChairRowTests {
  private func text(_ row: ChairRow) throws -> String {
    String(decoding: try ContractJSON.line(row), as: UTF8.self)
  }

  @Test func `a row has what a blind row has, and file, authors and the findings for chairs`() throws {
    #expect(
      try text(ChairRow(Fixtures.assessment(id: "12"))) == """
        {"abstract":"An abstract.","authors":["Ada Lovelace"],"file":"Ada_Lovelace_final.pdf",\
        "findings":[{"evidence":"Ada Lovelace","id":"1","message":"m","rule":"blind.authors","verdict":"fail",\
        "visibility":"chair"}],"groups":[{"assigned":true,"id":"mlops","probability":0.5}],"id":"12",\
        "keywords":["engines"],"needs_review":true,"page_count":6,"primary":"serving",\
        "review_reasons":["close-call"],"scope":{"probability":0.99,"verdict":"in"},"title":"A title",\
        "topics":[{"assigned":true,"id":"serving","probability":0.912568},\
        {"assigned":false,"id":"mlops","probability":0.125}],"warnings":[]}

        """)
  }

  @Test func `rows keep to their schema`() throws {
    let schema = try JSONSchema(path: Repository.path("corpora/schemas/chair-papers.schema.json"))
    for row in [Fixtures.assessment(id: "12"), Fixtures.unreadable(file: "x.pdf")] {
      #expect(try schema.violations(in: ContractJSON.line(ChairRow(row))) == [])
    }
  }
}
