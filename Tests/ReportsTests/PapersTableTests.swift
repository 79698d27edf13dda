import Papers
import Reports
import Testing

struct PapersTableTests {
  private let table = PapersTable(venue: Fixtures.venue)

  @Test func `the columns follow from the venue`() {
    #expect(
      table.header == """
        id,file,title,primary,topics,groups,scope,needs_review,review_reasons,page_count,verdict,findings,warnings,error,\
        p_topic_serving,p_topic_mlops,p_group_mlops

        """)
  }

  @Test func `a paper's line is safe to open in a spreadsheet`() {
    #expect(
      table.row(for: Fixtures.assessment(id: "12", title: "=HYPERLINK(\"x\"), <script>")) == """
        12,,"'=HYPERLINK(""x""), <script>",serving,serving,mlops,in,yes,close-call,6,,,,,0.912568,0.125,0.5

        """)
  }

  @Test(arguments: [(0, "0"), (0.000077, "0.000077"), (0.0000004, "0"), (0.5, "0.5"), (0.9999999, "1"), (1, "1")])
  func `a probability is written without an exponent`(value: Double, text: String) {
    var assessment = Fixtures.assessment(id: "12")
    assessment.prediction?.groups = [LabelScore(id: "mlops", probability: Probability(value), assigned: false)]
    #expect(table.row(for: assessment).hasSuffix(",\(text)\n"))
  }

  @Test func `a chair's line has the file and the authors as well`() {
    let chairs = ChairTable(venue: Fixtures.venue)
    #expect(chairs.header.hasSuffix(",p_group_mlops,authors\n"))
    #expect(
      chairs.row(for: Fixtures.assessment(id: "12")) == """
        12,Ada_Lovelace_final.pdf,A title,serving,serving,mlops,in,yes,close-call,6,fail,blind.authors:fail,,,\
        0.912568,0.125,0.5,Ada Lovelace

        """)
  }

  @Test func `an unreadable file has as many columns as any other`() {
    let row = table.row(for: Fixtures.unreadable(file: "x.pdf"))
    #expect(row == ",x.pdf,,,,,,yes,unreadable,,,,,The file needs a password.,,,\n")
  }
}
