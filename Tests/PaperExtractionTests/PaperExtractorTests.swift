import PDFLayout
import Papers
import Testing

@testable import PaperExtraction

@Suite struct PaperExtractorTests {
  private func paper(_ fixture: LayoutFixture) -> Paper {
    PaperExtractor().paper(from: fixture.document(), file: "a.pdf")
  }

  /// A paper of one column: title of two lines, two authors, an abstract of a form, an introduction.
  private func fixture(abstractHeading: (inout LayoutFixture, Double) -> Double) -> LayoutFixture {
    var fixture = LayoutFixture()
    fixture.add("Under review as a conference paper at EXCONF 2024", size: 9, top: 30)
    fixture.add("Learning From Repetition: A", size: 17, font: "Times-Bold", left: 150, top: 90)
    fixture.add("Scheduler for Clusters", size: 17, font: "Times-Bold", left: 170, top: 110)
    fixture.add(
      [
        ("Marta Lindqvist", 11, "Times-Bold"), ("1", 7, "Times-Roman"), (", Wei Zhang", 11, "Times-Bold"),
        ("2", 7, "Times-Roman"),
      ], left: 200, top: 150)
    fixture.add([("1", 7, "Times-Roman"), ("Example University, Oslo", 10, "Times-Italic")], left: 220, top: 165)
    let y = abstractHeading(&fixture, 200)
    let next = fixture.addParagraph(LayoutFixture.abstract, left: 100, top: y, width: 400)
    fixture.add("1 Introduction", size: 12, font: "Times-Bold", top: next + 14)
    fixture.addBody(top: next + 34)
    return fixture
  }

  @Test func `title, authors and abstract are read from a page of one column`() {
    let paper = paper(
      fixture { fixture, y in
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: y)
        return y + 20
      })
    #expect(paper.title == "Learning From Repetition: A Scheduler for Clusters")
    #expect(paper.authors == ["Marta Lindqvist", "Wei Zhang"])
    #expect(paper.abstract == LayoutFixture.abstractText)
    #expect(paper.sections.map(\.title) == ["Introduction"])
    #expect(paper.sections.first?.number == "1")
    #expect(paper.warnings == [])
  }

  @Test func `a heading in small capitals is a heading`() {
    let paper = paper(
      fixture { fixture, y in
        fixture.add([("A", 12, "Times-Roman"), ("BSTRACT", 9.6, "Times-Roman")], left: 280, top: y)
        return y + 20
      })
    #expect(paper.abstract == LayoutFixture.abstractText)
  }

  @Test func `without a heading the paragraph before the introduction is the abstract`() {
    let paper = paper(fixture { _, y in y })
    #expect(paper.abstract == LayoutFixture.abstractText)
    #expect(paper.authors == ["Marta Lindqvist", "Wei Zhang"])
  }

  @Test func `an abstract that runs on from its heading begins after the dash`() {
    var fixture = LayoutFixture()
    fixture.add("Learning From Repetition", size: 24, left: 150, top: 60)
    fixture.add(
      [("Abstract", 9, "Times-BoldItalic"), ("\u{2014}" + LayoutFixture.abstract[0], 9, "Times-Bold")], left: 60,
      top: 120, width: 240)
    var y = 131.0
    for line in LayoutFixture.abstract.dropFirst() {
      fixture.add(line, size: 9, font: "Times-Bold", left: 50, top: y, width: 250)
      y += 11
    }
    fixture.add(
      [("Index Terms", 9, "Times-BoldItalic"), ("\u{2014}scheduling, shared clusters", 9, "Times-Bold")], left: 60,
      top: y + 6)
    fixture.add("I. INTRODUCTION", left: 120, top: y + 30)
    fixture.addBody(top: y + 50)
    let paper = paper(fixture)
    #expect(paper.abstract == LayoutFixture.abstractText)
    #expect(paper.keywords == ["scheduling", "shared clusters"])
  }

  @Test func `anonymous authors are no authors`() {
    var fixture = LayoutFixture()
    fixture.add("Learning From Repetition", size: 17, font: "Times-Bold", left: 150, top: 90)
    fixture.add("Anonymous Author(s)", size: 11, left: 200, top: 130)
    fixture.add("Submission Id: 42", size: 11, left: 200, top: 145)
    fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 180)
    fixture.addBody(top: 200)
    #expect(paper(fixture).authors == [])
  }

  @Test func `body and bibliography end where the next part begins`() {
    var first = LayoutFixture()
    first.add("A Title of Four Words", size: 17, font: "Times-Bold", top: 60)
    first.add("Introduction", size: 12, font: "Times-Bold", top: 100)
    first.addBody(top: 120, count: 30)
    var second = LayoutFixture()
    second.add("the last line of the body", top: 80)
    second.add("References", size: 12, font: "Times-Bold", top: 110)
    second.addBody(top: 130, count: 30)
    var third = LayoutFixture()
    third.add("[9] The last reference of all.", top: 80)
    third.add("A Proofs", size: 12, font: "Times-Bold", top: 120)
    third.addBody(top: 140)
    let document = DocumentLayout(pageCount: 3, pages: [first.page(), second.page(number: 2), third.page(number: 3)])
    let paper = PaperExtractor().paper(from: document, file: "a.pdf")
    #expect(paper.bodyEnd == PagePosition(page: 2, column: 1, y: 90))
    #expect(paper.references == PageSpan(from: 2, to: 3))
    #expect(paper.sections.map(\.title) == ["Introduction", "References", "Proofs"])
  }

  @Test func `a page without letters has no text layer`() {
    let document = DocumentLayout(pageCount: 1, pages: [PageLayout(number: 1, width: 612, height: 792, lines: [])])
    let paper = PaperExtractor().paper(from: document, file: "a.pdf")
    #expect(paper.warnings == [.noTitle, .noAbstract, .noTextLayer])
  }
}
