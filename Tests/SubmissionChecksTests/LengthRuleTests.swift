import PDFLayout
import Papers
import Testing
import Venues

@testable import SubmissionChecks

struct LengthRuleTests {
  @Test func `six pages pass whatever is on them`() {
    #expect(LayoutFixture(pages: 6).finding("length.pages").verdict == .pass)
  }

  @Test func `a body that fills seven pages fails by both counts, with the page`() {
    var fixture = LayoutFixture(pages: 8)
    fixture.addHeading("References", page: 8, column: 1, row: 0)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .fail)
    #expect(finding.page == 7)
    #expect(finding.evidence == "7 whole pages, area of 7 pages")
  }

  @Test func `pages with nothing but references are free`() {
    var fixture = LayoutFixture(pages: 9)
    fixture.addHeading("References", page: 7, column: 1, row: 0)
    #expect(fixture.finding("length.pages").verdict == .pass)
  }

  @Test func `a page shared by body and references counts as a whole page and as the body's share`() {
    var fixture = LayoutFixture(pages: 8)
    fixture.addHeading("References", page: 7, column: 1, row: 28)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .fail)
    #expect(finding.evidence?.hasPrefix("7 whole pages, area of 6.2") == true)
  }

  @Test func `an appendix after the references counts, and both figures are shown when they differ`() {
    var fixture = LayoutFixture(pages: 7)
    fixture.addHeading("References", page: 2, column: 1, row: 5)
    fixture.addHeading("Proofs", number: "A", page: 3, column: 2, row: 30)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .look)
    #expect(finding.message.contains("an appendix begins on page 3"))
  }

  @Test func `a figure among the references is shown to a person`() {
    var fixture = LayoutFixture(pages: 7)
    fixture.addHeading("References", page: 6, column: 2, row: 20)
    for page in [6, 7] {
      for (index, line) in fixture.layout.pages[page - 1].lines.enumerated()
      where page == 7 || (index > LayoutFixture.linesPerColumn + 20) {
        var run = line.runs[0]
        run.fontSize = 7
        fixture.layout.pages[page - 1].lines[index] = TextLine(runs: [run], column: line.column)
      }
    }
    #expect(fixture.finding("length.pages").verdict == .pass)
    fixture.replace(
      LayoutFixture.line("Figure 3: What the cache holds.", column: 1, row: 9), page: 7, column: 1, row: 9)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .look)
    #expect(finding.page == 7)
  }

  @Test func `a blank last page counts as nothing`() {
    var fixture = LayoutFixture(pages: 7)
    fixture.addHeading("References", page: 6, column: 2, row: 20)
    fixture.cut(page: 7, after: 0)
    #expect(fixture.finding("length.pages").verdict == .pass)
  }

  @Test func `acknowledgements after the references count unless the call frees them`() {
    var fixture = LayoutFixture(pages: 7)
    fixture.addHeading("References", page: 6, column: 2, row: 20)
    fixture.addHeading("Acknowledgements", page: 7, column: 2, row: 30)
    #expect(fixture.finding("length.pages").verdict == .look)
    fixture.rules.venue.pageLimit?.excludes = [.references, .acknowledgements]
    #expect(fixture.finding("length.pages").verdict == .pass)
  }

  @Test func `a long paper without a bibliography is for a person`() {
    #expect(LayoutFixture(pages: 8).finding("length.pages").verdict == .look)
  }
}
