import PDFLayout
import TestSupport
import Testing

@testable import PDFText

@Suite struct PDFReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func page(_ lines: [TinyPDF.Line]) throws -> PageLayout {
    var pdf = TinyPDF()
    pdf.addPage(lines)
    let document = try PDFReader().layout(ofFileAt: folder.file("page.pdf", pdf.data()))
    return try #require(document.pages.first)
  }

  @Test func `a line has its text, its place from the top left corner, its size and its font`() throws {
    let page = try page([TinyPDF.Line("Words on a line", x: 72, y: 700, size: 12)])
    let line = try #require(page.lines.first)
    #expect(page.lines.count == 1)
    #expect(line.text == "Words on a line")
    #expect(line.fontSize == 12)
    #expect(line.runs[0].font.name == "Helvetica")
    #expect(abs(line.box.left - 72) < 1)
    // The baseline is 92 points below the top.
    #expect(line.box.top < 92 && line.box.bottom > 91 && line.box.height < 20)
    #expect(page.width == 612 && page.height == 792 && page.isReliable)
  }

  @Test func `text that nobody can see is in no line`() throws {
    let page = try page([
      TinyPDF.Line("seen", y: 700), TinyPDF.Line("white", y: 650, color: "1 1 1"),
      TinyPDF.Line("tiny", y: 600, size: 0.4),
    ])
    #expect(page.lines.map(\.text) == ["seen"])
    #expect(Set(page.hiddenText.map(\.reason)) == [.white, .tiny])
  }

  @Test func `white letters on a dark ground are seen`() throws {
    var pdf = TinyPDF()
    pdf.addPage(
      content: "0 0.2 0.5 rg 50 680 500 60 re f 1 1 1 rg BT /F1 20 Tf 72 700 Td (A Title on a Banner) Tj ET "
        + "BT /F1 10 Tf 72 300 Td (white on white) Tj ET")
    let document = try PDFReader().layout(ofFileAt: folder.file("banner.pdf", pdf.data()))
    #expect(document.pages[0].lines.map(\.text) == ["A Title on a Banner"])
    #expect(document.pages[0].hiddenText.map(\.text) == ["white on white"])
  }

  @Test func `text far apart on one baseline is two lines`() throws {
    let page = try page([TinyPDF.Line("left part", x: 72, y: 700), TinyPDF.Line("right part", x: 350, y: 700)])
    #expect(page.lines.map(\.text) == ["left part", "right part"])
  }

  @Test func `a change of size within a word makes no blank`() throws {
    // Helvetica's A is 667 units wide.
    let page = try page([
      TinyPDF.Line("A", x: 72, y: 700, size: 12), TinyPDF.Line("BSTRACT", x: 72 + 8.0, y: 700, size: 9.6),
    ])
    #expect(page.lines.map(\.text) == ["ABSTRACT"])
  }

  @Test func `a letter that stands raised belongs to its line`() throws {
    let page = try page([TinyPDF.Line("Name", x: 72, y: 700), TinyPDF.Line("1", x: 98.5, y: 703.5, size: 7)])
    #expect(page.lines.count == 1)
    #expect(page.lines.first?.runs.map(\.text) == ["Name", "1"])
  }

  @Test func `pages after the limit are counted but not read`() throws {
    var pdf = TinyPDF()
    for number in 1...3 { pdf.addPage([TinyPDF.Line("page \(number)", y: 700)]) }
    let document = try PDFReader(pageLimit: 2).layout(ofFileAt: folder.file("long.pdf", pdf.data()))
    #expect(document.pageCount == 3)
    #expect(document.pages.map(\.number) == [1, 2])
  }

  @Test(arguments: [
    ("/XObject << /Im 6 0 R >>", "q 100 0 0 50 72 600 cm /Im Do Q"),
    ("/XObject << /Fm 7 0 R >>", "/Fm Do"),
    ("/XObject << /Im 6 0 R >>", "q 1 0 0 1 72 600 cm q 0 50 -100 0 100 0 cm /Im Do Q Q"),
    ("/ColorSpace << >>", "q 100 0 0 50 72 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q"),
  ])
  func `pictures are found wherever they come from`(resources: String, content: String) throws {
    let picture =
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
      + "stream\na\nendstream"
    let drawn = "q 100 0 0 50 72 600 cm /Im Do Q"
    let form =
      "<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /Im 6 0 R >> >> "
      + "/Length \(drawn.utf8.count) >>\nstream\n\(drawn)\nendstream"
    var pdf = TinyPDF()
    pdf.addPage(content: "BT /F1 12 Tf 72 700 Td (Words) Tj ET " + content)
    let data = pdf.data(resources: resources, objects: [picture, form])
    let page = try #require(try PDFReader().layout(ofFileAt: folder.file("p.pdf", data), facts: .all).pages.first)
    let box = try #require(page.imageBoxes.first)
    #expect([box.left, box.top, box.width, box.height].map { $0.rounded() } == [72, 142, 100, 50])
  }

  @Test(arguments: [
    ("", [72, 142, 100, 50]), ("/Rotate 90", [600, 72, 50, 100]), ("/Rotate 180", [440, 600, 100, 50]),
    ("/Rotate -90", [142, 440, 50, 100]), ("/CropBox [50 100 600 700]", [22, 50, 100, 50]),
  ])
  func `pictures stand where the page shows them`(entries: String, place: [Double]) throws {
    var pdf = TinyPDF()
    pdf.addPage(
      content: "BT /F1 12 Tf 72 700 Td (Words) Tj ET q 100 0 0 50 72 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q")
    let file = try folder.file("page.pdf", pdf.data(page: entries))
    let box = try #require(try PDFReader().layout(ofFileAt: file, facts: .all).pages.first?.imageBoxes.first)
    #expect([box.left, box.top, box.width, box.height] == place)
  }

  @Test func `a figure's place takes in what its frame cuts away`() throws {
    let drawn = "BT /F1 12 Tf 1 0 0 1 10 20 Tm (in) Tj 200 0 Td (cut away) Tj ET"
    let form =
      "<< /Type /XObject /Subtype /Form /BBox [0 0 100 50] /Resources << /Font << /F1 3 0 R >> >> "
      + "/Length \(drawn.utf8.count) >>\nstream\n\(drawn)\nendstream"
    let page = try page("q 1 0 0 1 72 600 cm /Fm Do Q", form: form)
    let box = try #require(page.facts?.figureBoxes.first)
    #expect([box.left, box.top, box.right, box.bottom] == [72, 142, 282, 192])
  }

  @Test func `a figure on a page that a program wrapped up as a form is a figure still`() throws {
    let drawn = "BT /F1 8 Tf 10 20 Td (in) Tj 200 0 Td (cut) Tj ET"
    let figure =
      "<< /Type /XObject /Subtype /Form /BBox [0 0 100 50] /Resources << /Font << /F1 3 0 R >> >> "
      + "/Length \(drawn.utf8.count) >>\nstream\n\(drawn)\nendstream"
    let page = "BT /F1 12 Tf 72 700 Td (Words) Tj ET q 1 0 0 1 72 600 cm /Fig Do Q BT /F1 12 Tf 72 80 Td (Below) Tj ET"
    let wrapped =
      "<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] "
      + "/Resources << /Font << /F1 3 0 R >> /XObject << /Fig 7 0 R >> >> "
      + "/Length \(page.utf8.count) >>\nstream\n\(page)\nendstream"
    var pdf = TinyPDF()
    pdf.addPage(content: "/Fm Do")
    let data = pdf.data(resources: "/XObject << /Fm 6 0 R >>", objects: [wrapped, figure])
    let boxes = try PDFReader().layout(ofFileAt: folder.file("p.pdf", data), facts: .all).pages[0].facts?.figureBoxes
    #expect(boxes?.map { [$0.left, $0.top, $0.right, $0.bottom] } == [[0, 0, 612, 792], [72, 142, 282, 192]])
  }

  @Test func `forms that draw one another without end are given up`() throws {
    let form =
      "<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /Fm 6 0 R >> >> /Length 14 >>\n"
      + "stream\n/Fm Do /Fm Do \nendstream"
    let page = try page("/Fm Do", form: form)
    #expect(page.imageBoxes == [] && page.lines.count == 1)
  }

  /// Reads a page of one word and operators that may draw a form by the name `Fm`.
  private func page(_ operators: String, form: String) throws -> PageLayout {
    var pdf = TinyPDF()
    pdf.addPage(content: "BT /F1 12 Tf 72 700 Td (Words) Tj ET \(operators)")
    let data = pdf.data(resources: "/XObject << /Fm 6 0 R >>", objects: [form])
    return try #require(try PDFReader().layout(ofFileAt: folder.file("page.pdf", data), facts: .all).pages.first)
  }
}
