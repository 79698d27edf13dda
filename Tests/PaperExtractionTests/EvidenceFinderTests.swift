import PDFLayout
import PaperExtraction
import Papers
import Testing

struct EvidenceFinderTests {
  @Test func `a sentence that goes over the page has the page on which it begins, and the bibliography is left out`() {
    var first = LayoutFixture()
    first.add("Planning for Shared Machines", size: 17, font: "Times-Bold", top: 80)
    var y = first.addParagraph(LayoutFixture.abstract, top: 140)
    y = first.addParagraph(
      [
        "The planner was written in a small language by two people, which was a joy to them and to us all.",
        "It has been deployed in all of our",
      ], top: y)
    var second = LayoutFixture()
    y = second.addParagraph(
      ["data centers since the spring of that year. Nothing else was changed, as far as we know."], top: 80)
    second.add("References", size: 12, font: "Times-Bold", top: y + 20)
    _ = second.addParagraph(
      ["[1] A. Roe. A cache that was deployed in production at a farm. Journal of Barns, 2020."], top: y + 40)
    let found = EvidenceFinder().evidence(
      in: DocumentLayout(pageCount: 2, pages: [first.page(), second.page(number: 2)]))
    let deployed = found.filter { $0.kind == .production }
    #expect(deployed.map(\.page) == [1])
    #expect(
      deployed.first?.sentence == "It has been deployed in all of our data centers since the spring of that year.")
    #expect(found.contains { $0.kind == .duration && $0.sentence.hasPrefix("In nine months of operation") })
  }
}
