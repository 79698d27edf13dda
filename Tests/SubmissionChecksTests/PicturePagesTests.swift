import PDFLayout
import Papers
import Testing
import Venues

@testable import SubmissionChecks

/// Papers that are scans, with the text that a program recognized in them.
struct PicturePagesTests {
  private static let measured = [
    "format.columns", "format.template", "format.font-size", "format.spacing", "format.margins",
  ]

  private func scan(_ pages: [Int], of count: Int, fontSize: Double = 8.2, leading: Double = 9.9) -> LayoutFixture {
    var fixture = LayoutFixture(pages: count, fontSize: fontSize, leading: leading, font: "GlyphLessFont")
    fixture.layout.facts?.information = []
    for page in pages {
      fixture.layout.pages[page - 1].isPicture = true
      fixture.layout.pages[page - 1].imageBoxes = [Box(x: 0, y: 0, width: 612, height: 792)]
    }
    return fixture
  }

  @Test(arguments: measured)
  func `how a scanned paper is set cannot be checked, and the sentence says why`(rule: String) {
    let finding = scan([1, 2, 3, 4], of: 4).finding(rule)
    #expect(finding.verdict == .couldNotCheck)
    #expect(finding.message.hasPrefix("All pages are pictures of text, such as a scan."))
  }

  @Test func `recognized text is no manipulation`() {
    let fixture = scan([1, 2, 3, 4], of: 4)
    let finding = fixture.finding("integrity.hidden-text")
    #expect(finding.verdict == .pass)
    #expect(finding.message.contains("4 pages are pictures under recognized text"))
    #expect(fixture.finding("file.text").verdict == .pass)
    var fonts = fixture
    fonts.layout.facts?.fonts = [FontFact(name: "GlyphLessFont", isEmbedded: false)]
    #expect(fonts.finding("file.fonts").verdict == .pass)
  }

  @Test func `one scanned page among set ones is left out and named`() {
    var fixture = LayoutFixture(pages: 4)
    fixture.layout.pages[2] = scan([3], of: 4).layout.pages[2]
    for rule in Self.measured {
      let finding = fixture.finding(rule)
      #expect(finding.verdict == .pass, "\(rule): \(finding.message)")
      #expect(finding.message.hasSuffix("Page 3 is a picture, which cannot be measured."))
    }
  }

  @Test func `one scanned page does not hide that the others break the rule`() {
    let fixture = scan([3], of: 5)
    #expect(fixture.finding("format.font-size").verdict == .fail)
  }

  @Test func `a long scan is for a person, since its parts are recognized only`() {
    var fixture = scan(Array(1...8), of: 8)
    fixture.addHeading("References", page: 8, column: 1, row: 0)
    let finding = fixture.finding("length.pages")
    #expect(finding.verdict == .look)
    #expect(finding.message.contains("pictures of text"))
  }

  @Test func `a call without a template asks nothing of a scan`() {
    var fixture = scan([1, 2], of: 2)
    fixture.rules.venue.template = nil
    fixture.rules.venue.columns = nil
    fixture.rules.template = nil
    for rule in Self.measured { #expect(fixture.finding(rule).verdict == .notApplicable) }
  }

  @Test func `a sentence over a figure's picture is for a person, labels are nothing`() {
    var fixture = LayoutFixture(pages: 2)
    let box = Box(x: 60, y: 300, width: 100, height: 9)
    fixture.layout.pages[1].hiddenText = (0..<20).map {
      HiddenText(text: "Series\($0) GPUs", box: box, reason: .overPicture)
    }
    #expect(fixture.finding("integrity.hidden-text").verdict == .pass)
    let sentence =
      "this is the text of a page that was put as a picture into the paper and it is read by the programs that read it"
    fixture.layout.pages[1].hiddenText = [HiddenText(text: sentence, box: box, reason: .overPicture)]
    #expect(fixture.finding("integrity.hidden-text").verdict == .look)
  }
}
