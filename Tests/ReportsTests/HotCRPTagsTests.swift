import Reports
import Testing

struct HotCRPTagsTests {
  @Test func `only our own tags are cleared, and only on papers of the run`() {
    let text = HotCRPTags(venue: Fixtures.venue).text(
      for: [Fixtures.assessment(id: "12"), Fixtures.assessment(id: "7"), Fixtures.unreadable(file: "x.pdf")])
    #expect(
      text == """
        paper,action,tag,tag_value
        12 7,cleartag,pt-topic-serving,
        12 7,cleartag,pt-topic-mlops,
        12 7,cleartag,pt-group-mlops,
        12 7,cleartag,~~pt-look,
        12,tag,pt-topic-serving,91
        12,tag,pt-group-mlops,50
        12,tag,~~pt-look,1
        7,tag,pt-topic-serving,91
        7,tag,pt-group-mlops,50
        7,tag,~~pt-look,1

        """)
  }

  @Test func `without a certain id there is only the header`() {
    let text = HotCRPTags(venue: Fixtures.venue).text(for: [Fixtures.assessment(id: nil)])
    #expect(text == "paper,action,tag,tag_value\n")
  }
}
