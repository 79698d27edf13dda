import PDFLayout
import Papers
import Testing

@testable import PaperExtraction

struct FirstPageMaskTests {
  /// A page of one column as a class typesets it; tests add what is to be covered.
  private var page = LayoutFixture()

  init() {
    page.add("A Scheduler That Learns from Its Past", size: 18, font: "Times-Bold", left: 120, top: 80)
    page.add("Hypatia Theonides", size: 12, left: 240, top: 115)
    page.add("Museion of Alexandria", size: 10, left: 240, top: 130)
    page.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 160)
    let end = page.addParagraph(LayoutFixture.abstract, top: 178)
    page.add("1 Introduction", size: 12, font: "Times-Bold", top: end + 14)
    page.addBody(top: end + 30, count: 25)
  }

  private func document(_ change: (inout PageLayout) -> Void = { _ in }) -> DocumentLayout {
    var layout = page.page()
    layout.facts = PageFacts()
    change(&layout)
    return DocumentLayout(pageCount: 1, pages: [layout])
  }

  private func firstPageMask(
    of document: DocumentLayout, findings: [Finding] = [], authors: [String] = []
  ) -> FirstPageMask? {
    let paper = PaperExtractor().paper(from: document, file: "a.pdf")
    return FirstPageMask(document: document, paper: paper, findings: findings, authors: authors)
  }

  private func isCovered(_ box: Box, by mask: FirstPageMask) -> Bool {
    mask.areas.contains { area in
      area.box.left <= box.left && area.box.right >= box.right && area.box.top <= box.top
        && area.box.bottom >= box.bottom
    }
  }

  private func isTouched(_ box: Box, by mask: FirstPageMask) -> Bool {
    mask.areas.contains { $0.box.horizontalOverlap(with: box) > 0 && $0.box.verticalOverlap(with: box) > 0 }
  }

  @Test func `authors are covered, title, abstract and text are not`() throws {
    let document = document()
    let mask = try #require(firstPageMask(of: document))
    let lines = document.pages[0].lines
    #expect(isCovered(lines[1].box, by: mask) && isCovered(lines[2].box, by: mask))
    for line in [lines[0]] + lines[3...] { #expect(!isTouched(line.box, by: mask), "\(line.text)") }
  }

  @Test(arguments: [
    ("Published at the Workshop of the Museion, Alexandria", 20.0), ("1", 770.0),
    ("* Work done while at the Museion. Contact: hypatia@alexandria.example", 745.0),
  ])
  mutating func `heads, feet and notes are covered`(text: String, top: Double) throws {
    page.add(text, size: 8, top: top)
    let document = document()
    let mask = try #require(firstPageMask(of: document))
    let line = try #require(document.pages[0].lines.last)
    #expect(isCovered(line.box, by: mask))
  }

  @Test mutating func `a stamp in the margin is covered`() throws {
    let run = TextRun(
      text: "arXiv:2301.00001v1", box: Box(x: 20, y: 300, width: 20, height: 200), font: Font(name: "Times-Roman"),
      fontSize: 20)
    page.lines.append(TextLine(runs: [run], direction: .rotated))
    let mask = try #require(firstPageMask(of: document()))
    #expect(isCovered(run.box, by: mask))
  }

  @Test mutating func `lines of the text with an address, a link or an author's name are covered`() throws {
    page.add("Our code is at https://code.example/theonides and it is free for all who want", top: 650, width: 460)
    page.add("as Theonides and others have shown in the year before this one in their work", top: 664, width: 460)
    page.add("and as others have shown in the year after that one in their works and notes", top: 678, width: 460)
    let document = document()
    let mask = try #require(firstPageMask(of: document, authors: ["Hypatia Theonides"]))
    let lines = document.pages[0].lines.suffix(3).map(\.box)
    #expect(isCovered(lines[0], by: mask) && isCovered(lines[1], by: mask))
    #expect(!isTouched(lines[2], by: mask))
  }

  @Test(arguments: [
    ("as was shown at the University of Alexandria by some in the year before this one", true),
    ("In our previous work we have shown that this is so and not otherwise, and more", true),
    ("as a university or an institute may want to do it in a laboratory of its own now", false),
  ])
  mutating func `lines of the text that name a house or lead to the authors are covered`(text: String, tells: Bool)
    throws
  {
    page.add(text, top: 650, width: 460)
    let document = document()
    let mask = try #require(firstPageMask(of: document))
    let line = try #require(document.pages[0].lines.last)
    #expect(isCovered(line.box, by: mask) == tells)
  }

  @Test func `the places of findings for chairs, of links, comments and form fields are covered`() throws {
    let places = (0..<4).map { Box(x: 100, y: 300 + 40 * Double($0), width: 90, height: 8) }
    let finding = Finding(
      id: "1", rule: "blind.links", verdict: .look, message: "m", page: 1, box: places[0], visibility: .chair)
    let document = document { page in
      page.facts = PageFacts(
        links: [Link(box: places[1], target: "https://code.example")],
        annotations: [Annotation(kind: "comment", author: nil, contents: nil, box: places[2])], formFields: [places[3]])
    }
    let mask = try #require(firstPageMask(of: document, findings: [finding]))
    for place in places { #expect(isCovered(place, by: mask)) }
  }

  @Test func `a logo that hangs from the head into the text is covered whole`() throws {
    let logo = Box(x: 450, y: 60, width: 80, height: 150)
    let mask = try #require(firstPageMask(of: document { $0.imageBoxes = [logo] }))
    #expect(isCovered(logo, by: mask))
  }

  @Test func `a page that is one picture has no mask`() {
    #expect(firstPageMask(of: document { $0.imageBoxes = [Box(x: 0, y: 0, width: 612, height: 792)] }) == nil)
  }

  @Test func `a page whose letters have no sure places has no mask`() {
    #expect(firstPageMask(of: document { $0.isReliable = false }) == nil)
  }

  @Test func `a page whose links are not known has no mask`() {
    #expect(firstPageMask(of: document { $0.facts = nil }) == nil)
  }

  @Test func `without a heading above the abstract there is no mask`() {
    #expect(firstPageMask(of: document { page in page.lines.removeAll { $0.text == "Abstract" } }) == nil)
  }

  @Test mutating func `a title that goes on in names has no mask`() {
    page.add("Hypatia Theonides and Theon Alexandros", size: 18, font: "Times-Bold", left: 120, top: 99)
    #expect(firstPageMask(of: document()) == nil)
  }
}
