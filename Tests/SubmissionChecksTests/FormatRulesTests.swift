import PDFLayout
import Papers
import Testing
import Venues

@testable import SubmissionChecks

struct FormatRulesTests {
  @Test func `A4 fails where the template sets letter, and a page on its side does not`() {
    var fixture = LayoutFixture(pages: 3)
    (fixture.layout.pages[1].width, fixture.layout.pages[1].height) = (792, 612)
    #expect(fixture.finding("format.page-size").verdict == .pass)
    for index in 0..<3 { (fixture.layout.pages[index].width, fixture.layout.pages[index].height) = (595.3, 841.9) }
    #expect(fixture.finding("format.page-size").verdict == .fail)
  }

  @Test(arguments: [(8.97, Verdict.pass), (8.8, .pass), (8.7, .look), (8.5, .fail), (7.97, .fail), (9.96, .pass)])
  func `the body's size is held to the template's`(size: Double, verdict: Verdict) {
    #expect(LayoutFixture(pages: 3, fontSize: size).finding("format.font-size").verdict == verdict)
  }

  @Test(arguments: [(10.96, Verdict.pass), (10.85, .pass), (10.7, .look), (10.4, .fail)])
  func `the distance of lines is held to the template's`(leading: Double, verdict: Verdict) {
    #expect(LayoutFixture(pages: 3, leading: leading).finding("format.spacing").verdict == verdict)
  }

  @Test func `wider columns fail, and a few lines that stick out do not`() {
    var fixture = LayoutFixture(pages: 3)
    for row in 0..<5 {
      fixture.replace(LayoutFixture.line(column: 1, row: row, width: 300), page: 1, column: 1, row: row)
    }
    #expect(fixture.finding("format.margins").verdict == .pass)
    for page in 1...3 {
      for row in 0..<LayoutFixture.linesPerColumn {
        fixture.replace(LayoutFixture.line(column: 1, row: row, left: 40, width: 254), page: page, column: 1, row: row)
      }
    }
    #expect(fixture.finding("format.margins").verdict == .fail)
  }

  @Test(arguments: [(11.96, Verdict.pass), (10.96, .fail)])
  func `a taller block breaks the margins only if it holds more lines`(leading: Double, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 3)
    let rows = Int(648 / leading)
    for index in 0..<3 {
      fixture.layout.pages[index].lines = (1...2).flatMap { column in
        (0..<rows).map { row in
          let line = LayoutFixture.line(column: column, row: row, fontSize: leading - 2, leading: leading)
          var run = line.runs[0]
          run.box.y -= 10
          return TextLine(runs: [run], column: column)
        }
      }
    }
    #expect(fixture.finding("format.margins").verdict == verdict)
  }

  @Test(arguments: [(rows: 59, Verdict.fail), (rows: 57, .look)])
  func `a text block that begins in the place of the head is found, and only moved it is for a person`(
    rows: Int, verdict: Verdict
  ) {
    var fixture = LayoutFixture(pages: 3)
    for index in 0..<3 {
      fixture.layout.pages[index].lines = (1...2).flatMap { column in
        // The first page begins with a figure.
        (index == 0 ? 20..<rows : 0..<rows).map { row in
          var run = LayoutFixture.line(column: column, row: row).runs[0]
          run.box.y -= 14.2
          return TextLine(runs: [run], column: column)
        }
      }
    }
    let finding = fixture.finding("format.margins")
    #expect(finding.verdict == verdict)
    #expect(finding.message.contains("the top margin is 69.8 points instead of 84"))
  }

  @Test func `a running head in the text's own font is no text block`() {
    var fixture = LayoutFixture(pages: 3)
    for index in 0..<3 {
      var run = LayoutFixture.line("Some words of a running head, of page \(index)", column: 1, row: 0).runs[0]
      run.box.y -= 20
      fixture.layout.pages[index].lines.insert(TextLine(runs: [run]), at: 0)
    }
    #expect(fixture.finding("format.margins").verdict == .pass)
  }

  @Test func `another class is told by font, spacing and metadata, the class's larger size is not`() {
    #expect(LayoutFixture(pages: 3, fontSize: 9.96, leading: 11.96).finding("format.template").verdict == .pass)
    var other = LayoutFixture(pages: 3, fontSize: 9.96, leading: 11.96, font: "NimbusRomNo9L-Regu")
    other.layout.facts?.information = []
    #expect(other.finding("format.template").verdict == .fail)
  }

  @Test(arguments: [
    ("NimbusRomNo9L-Regu", Verdict.look), ("TimesNewRomanPSMT", .look), ("URWPalladioL-Roma", .look), ("CMR9", .pass),
    ("LMRoman9-Regular", .pass), ("F1", .pass),
  ])
  func `the template in a font that somebody chose is for a person, in one that it falls back to it is not`(
    font: String, verdict: Verdict
  ) {
    #expect(LayoutFixture(pages: 3, font: font).finding("format.template").verdict == verdict)
  }

  @Test func `one wide column fails where the call asks for two`() {
    var fixture = LayoutFixture(pages: 3)
    for index in 0..<3 {
      fixture.layout.pages[index].lines = (0..<50).map { LayoutFixture.line(column: 1, row: $0, width: 430) }
    }
    #expect(fixture.finding("format.columns").verdict == .fail)
    #expect(fixture.finding("format.template").verdict == .fail)
  }
}
