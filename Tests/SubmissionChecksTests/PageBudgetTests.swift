import PDFLayout
import Papers
import Testing
import Venues

@testable import SubmissionChecks

/// The two counts of the page budget, each case with its exact figures and the sentence that names the places.
///
/// A column of the fixture holds 57 lines of 10.96 points and is 622.73 points high, so a line's share of a page is
/// 0.0088.
struct PageBudgetTests {
  private static let rule = "the call allows 6 pages including appendix, pages with nothing but references not counted"

  /// A paper of seven pages whose body ends in the twentieth line of the second column of page 6.
  private func paper(pages: Int = 7) -> LayoutFixture {
    var fixture = LayoutFixture(pages: pages)
    fixture.addHeading("References", page: 6, column: 2, row: 20)
    fixture.paper.bodyEnd = PagePosition(page: 6, column: 2, y: 301)
    return fixture
  }

  @Test func `a page shared by body and references counts whole, and by the body's share of its area`() {
    let finding = paper().finding("length.pages")
    #expect(finding.verdict == .pass)
    #expect(finding.evidence == "6 whole pages, area of 5.68 pages")
    #expect(
      finding.message == "6 pages hold something that counts, with an area of 5.68 pages; \(Self.rule).")
  }

  @Test func `a body that ends on the seventh page is over by both counts`() {
    var fixture = LayoutFixture(pages: 8)
    fixture.addHeading("References", page: 7, column: 1, row: 28)
    fixture.paper.bodyEnd = PagePosition(page: 7, column: 1, y: 388)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .fail)
    #expect(finding.evidence == "7 whole pages, area of 6.25 pages")
    #expect(
      finding.message == "7 pages hold something that counts, with an area of 6.25 pages, but \(Self.rule). "
        + "The body ends on page 7, column 1, the references begin on page 7. "
        + "Shorten the text, or move what is not needed out of the paper.")
    #expect(finding.page == 7)
  }

  @Test func `a figure among references makes its page count, and its area with its caption`() {
    var fixture = paper()
    for index in fixture.layout.pages[6].lines.indices {
      let line = fixture.layout.pages[6].lines[index]
      var run = line.runs[0]
      run.fontSize = 7
      fixture.layout.pages[6].lines[index] = TextLine(runs: [run], column: line.column)
    }
    // The figure takes the place of the first nine lines of the page, its caption stands below.
    let caption = LayoutFixture.line("Figure 3: What the cache holds.", column: 1, row: 9)
    fixture.replace(caption, page: 7, column: 1, row: 9)
    fixture.layout.pages[6].lines.removeFirst(9)
    fixture.layout.pages[6].imageBoxes = [Box(left: 54, top: 84, right: 294, bottom: 178)]
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .look)
    #expect(finding.evidence == "7 whole pages, area of 5.77 pages")
    #expect(
      finding.message == "7 pages hold something that counts, with an area of 5.77 pages: the two counts fall on both "
        + "sides of the limit or are close to it; \(Self.rule). The body ends on page 6, column 2, the references begin on "
        + "page 6. Please look at the pages.")
    #expect(finding.page == 7)
  }

  @Test func `a blank last page counts as nothing`() {
    var fixture = paper()
    fixture.cut(page: 7, after: 0)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .pass)
    #expect(finding.evidence == "6 whole pages, area of 5.68 pages")
    #expect(
      finding.message == "6 pages hold something that counts, with an area of 5.68 pages; \(Self.rule).")
  }

  @Test func `acknowledgements after the references count, unless the call frees them`() {
    var fixture = paper()
    fixture.addHeading("Acknowledgements", page: 7, column: 2, row: 30)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .look)
    #expect(finding.evidence == "7 whole pages, area of 5.92 pages")
    #expect(
      finding.message == "7 pages hold something that counts, with an area of 5.92 pages: the two counts fall on both "
        + "sides of the limit or are close to it; \(Self.rule). The body ends on page 6, column 2, the references begin on "
        + "page 6. Please look at the pages.")
    fixture.rules.venue.pageLimit?.excludes = [.references, .acknowledgements]
    #expect(fixture.finding("length.pages").evidence == "6 whole pages, area of 5.68 pages")
  }

  @Test func `an appendix after the references counts, and its place is named`() {
    var fixture = paper()
    fixture.addHeading("Proofs", number: "A", page: 7, column: 2, row: 30)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .look)
    #expect(finding.evidence == "7 whole pages, area of 5.92 pages")
    #expect(
      finding.message == "7 pages hold something that counts, with an area of 5.92 pages: the two counts fall on both "
        + "sides of the limit or are close to it; \(Self.rule). The body ends on page 6, column 2, the references begin on "
        + "page 6, an appendix begins on page 7. Please look at the pages.")
    #expect(finding.box?.y == LayoutFixture.line(column: 2, row: 30).box.top)
  }

  @Test func `an appendix of a page and a half after the references is over by both counts`() {
    var fixture = paper(pages: 8)
    fixture.addHeading("Proofs", number: "A", page: 7, column: 1, row: 0)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .fail)
    #expect(finding.evidence == "8 whole pages, area of 7.68 pages")
    #expect(finding.page == 7)
  }
}
