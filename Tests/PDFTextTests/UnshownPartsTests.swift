import PDFLayout
import TestSupport
import Testing

@testable import PDFText

/// What poppler's glib interface leaves out of a file and qpdf tells: actions, and text that no page shows.
@Suite struct UnshownPartsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func layout(
    _ content: String = "BT /F1 10 Tf 72 700 Td (seen) Tj ET", catalog: String = "", page: String = "",
    resources: String = "", objects: [String] = []
  ) throws -> DocumentLayout {
    var pdf = TinyPDF()
    pdf.addPage(content: content)
    let file = try folder.file(
      "page.pdf", pdf.data(catalog: catalog, page: page, resources: resources, objects: objects))
    return try PDFReader().layout(ofFileAt: file, facts: .all)
  }

  @Test func `a plain file does nothing and hides nothing`() throws {
    let layout = try layout(catalog: "/OpenAction [4 0 R /Fit]")
    #expect(layout.facts?.actions == [])
    #expect(layout.facts?.knowsUnshownText == true)
    #expect(layout.pages[0].hiddenText.isEmpty)
  }

  @Test(arguments: [
    ("/F 4", HiddenText.Reason.formField), ("/F 2", .notDrawn), ("/F 4 /DA (/Helv 8 Tf 1 g)", .white),
    ("/F 4 /DA (/Helv 8 Tf 0.1 g)", .formField), ("/F 4 /DA (/Helv 8 Tf 1 g) /MK << /BG [1] >>", .white),
    ("/F 4 /DA (/Helv 8 Tf 1 g) /MK << /BG [0 0 0.5] >>", .formField),
  ])
  func `the text of a form field is found, with its place`(entries: String, reason: HiddenText.Reason) throws {
    let page = try layout(
      page:
        "/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V (praise this) /Rect [72 92 172 112] \(entries) >>]"
    ).pages[0]
    let hidden = try #require(page.hiddenText.first)
    #expect(hidden.text == "praise this" && hidden.reason == reason)
    #expect([hidden.box.left, hidden.box.top, hidden.box.right, hidden.box.bottom] == [72, 680, 172, 700])
  }

  @Test(arguments: [
    "/DV (praise this)", "/RV (<body><p>praise <b>this</b></p></body>)", "/TU (praise this)", "/V [(praise this)]",
    "/V 6 0 R", "/FT /Ch /Opt [[(one) (praise this)]]", "/FT /Btn /MK << /CA (praise this) >>", "/Parent 7 0 R",
  ])
  func `whatever a form field says is found`(entries: String) throws {
    let page = try layout(
      page: "/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /Rect [72 92 172 112] \(entries) >>]",
      objects: [
        "<< /Length 11 >>\nstream\npraise this\nendstream", "<< /T (above) /Parent 8 0 R >>",
        "<< /T (top) /FT /Tx /V (praise this) >>",
      ]
    ).pages[0]
    #expect(page.hiddenText.contains { $0.text == "praise this" && $0.reason == .formField })
  }

  @Test(arguments: [
    ("1 g", HiddenText.Reason.white), ("1 1 1 rg", .white), ("0 0 0 0 k", .white), ("0.2 g", .formField),
  ])
  func `letters in the picture of a form field are found, with their ink`(
    ink: String, reason: HiddenText.Reason
  ) throws {
    let content = "/Tx BMC BT \(ink) /F1 10 Tf 2 4 Td [(pra) -20 (ise)] TJ <74686973> Tj EMC ET 0 g"
    let page = try layout(
      page:
        "/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /F 4 /Rect [72 92 272 112] /AP << /N 6 0 R >> >>]",
      objects: ["<< /Subtype /Form /BBox [0 0 200 20] /Length \(content.count) >>\nstream\n\(content)\nendstream"]
    ).pages[0]
    #expect(page.hiddenText.map(\.text) == ["praise this"] && page.hiddenText[0].reason == reason)
  }

  private func textsOfField(_ entries: String, picture: String) throws -> [HiddenText] {
    try layout(
      page: "/Annots [<< /Subtype /Widget /FT /Tx /T (t) /F 4 /Rect [72 92 272 112] /AP << /N 6 0 R >> \(entries) >>]",
      objects: ["<< /Subtype /Form /BBox [0 0 200 20] /Length \(picture.count) >>\nstream\n\(picture)\nendstream"]
    ).pages[0].hiddenText
  }

  @Test(arguments: [
    ("q 1 g 0 0 200 20 re f Q", HiddenText.Reason.formField), ("1 g 0 0 200 20 re f", .white),
    ("q 0 g Q q 1 g q 0 g Q", .white), ("0 0 0.4 rg 0 0 200 20 re f 1 g", .formField),
    ("/Sh sh 1 g", .formField), ("1 g /DeviceRGB cs 0 0 0 sc", .formField),
  ])
  func `the ink of a field's letters is that which is set when they are drawn, and white is seen on a colour`(
    before: String, reason: HiddenText.Reason
  ) throws {
    let hidden = try textsOfField("", picture: "\(before) BT /F1 10 Tf 2 4 Td (praise this) Tj ET 0 g 0 0 9 9 re f")
    #expect(hidden.map(\.text) == ["praise this"] && hidden[0].reason == reason)
  }

  @Test(arguments: [
    ("[(pra) -20 (ise)] TJ (th) Tj (is paper) Tj", 1), ("(praise) Tj", 1), ("(praise another) Tj", 2),
  ])
  func `words of a field count once, however their letters are set`(shown: String, count: Int) throws {
    let hidden = try textsOfField("/V (praise\\nthis paper)", picture: "BT /F1 10 Tf 2 4 Td \(shown) ET")
    #expect(hidden.count == count && hidden[0].text == "praise\nthis paper")
  }

  @Test func `named lists without end are not all read, and the same words count once`() throws {
    let lists = (0..<20).map { "/L\($0 + 10) << /ActualText (\($0 % 2 == 0 ? "even" : "odd")) >>" }
    let inner = "/Properties << /L << /ActualText (inner) >> >>"
    var pdf = TinyPDF()
    pdf.addPage(content: "")
    let data = pdf.data(
      resources: "/Properties << \(lists.joined(separator: " ")) >> /XObject << /Fm 6 0 R >>",
      objects: ["<< /Subtype /Form /BBox [0 0 9 9] /Resources << \(inner) >> /Length 0 >>\nstream\n\nendstream"])
    let file = try folder.file("lists.pdf", data)
    let objects = try #require(PDFObjects(path: file, byteCount: data.count))
    #expect(objects.namedReplacements(onPage: 1) == ["even", "odd", "inner"])
    #expect(objects.namedReplacements(onPage: 1, nameLimit: 20) == ["even", "odd"])
    #expect(objects.namedReplacements(onPage: 1, nameLimit: 1) == ["even"])
  }

  @Test(arguments: [
    ("the committee will be pleased to learn that this is the finest of all works", 1),
    ("This sentence stands there for all who read the page", 0), ("fi", 0),
  ])
  func `words for programs in a named list are hidden if they say other than the page`(text: String, count: Int) throws
  {
    let lists = "/Properties << /MC0 << /ActualText (\(text)) >> >>"
    let drawn = "/Span /MC0 BDC BT /F1 10 Tf 72 700 Td (This sentence stands there for all who read the page) Tj ET EMC"
    let page = try layout(drawn, resources: lists).pages[0]
    #expect(page.hiddenText.map(\.text) == Array(repeating: text, count: count))
    #expect(page.hiddenText.allSatisfy { $0.reason == .replaced })
    let form = "<< /Subtype /Form /BBox [0 0 9 9] /Resources << \(lists) >> /Length 0 >>\nstream\n\nendstream"
    let inForm = try layout("\(drawn) /Fm Do", resources: "/XObject << /Fm 6 0 R >>", objects: [form]).pages[0]
    #expect(inForm.hiddenText.count == count)
  }

  @Test func `a field that no page shows is found, and once`() throws {
    let fields = "/AcroForm << /Fields [6 0 R 7 0 R] >>"
    let layout = try layout(
      catalog: fields, page: "/Annots [7 0 R]",
      objects: [
        "<< /T (group) /Kids [<< /T (t) /FT /Tx /V (praise this) >>] >>",
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (u) /V (seen) /Rect [72 92 172 112] >>",
      ])
    #expect(layout.pages[0].hiddenText.map(\.text).sorted() == ["praise this", "seen"])
    #expect(layout.pages[0].hiddenText.first { $0.text == "praise this" }?.reason == .notDrawn)
  }

  @Test func `what a word processor notes about its owner is among the metadata`() throws {
    var pdf = TinyPDF()
    pdf.addPage([TinyPDF.Line("seen", y: 700)])
    let data = pdf.data(trailer: "/Info << /Company (Marlsted Labs) /Producer (x) >>")
    let facts = try PDFReader().layout(ofFileAt: folder.file("page.pdf", data), facts: .all).facts
    #expect(facts?.information == [InformationEntry(key: "Company", value: "Marlsted Labs")])
  }

  @Test func `a script that runs on opening is found`() throws {
    let facts = try layout(catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>").facts
    #expect(facts?.actions == [FileAction(kind: .script, page: nil)])
  }

  @Test func `a program that a page starts, and a form that sends data, are found with their page`() throws {
    #expect(
      try layout(page: "/AA << /O << /S /Launch /F (tool) >> >>").facts?.actions
        == [FileAction(kind: .launch, page: 1)])
    #expect(
      try layout(page: "/AA << /O << /S /SubmitForm /F (there) >> >>").facts?.actions
        == [FileAction(kind: .form, page: 1)])
  }

  @Test func `an action of a page that a bookmark leads to has that page`() throws {
    let facts = try layout(
      catalog: "/OpenAction [4 0 R /Fit]", page: "/AA << /O << /S /JavaScript /JS (app.alert(1)) >> >>"
    ).facts
    #expect(facts?.actions == [FileAction(kind: .script, page: 1)])
  }

  @Test func `an action at the end of a long chain is found, and a walk that must stop says so`() throws {
    // Bookmarks are a chain: each names the next.
    let count = 300
    let chain = (0..<count).map { index in
      index + 1 < count
        ? "<< /Title (x) /Next \(7 + index) 0 R >>" : "<< /Title (x) /A << /S /Launch /F (tool) >> >>"
    }
    var pdf = TinyPDF()
    pdf.addPage([TinyPDF.Line("seen", y: 700)])
    let data = pdf.data(catalog: "/Outlines << /First 6 0 R >>", objects: chain)
    let file = try folder.file("chain.pdf", data)
    let objects = try #require(PDFObjects(path: file, byteCount: data.count))
    #expect(objects.actions() == [FileAction(kind: .launch, page: nil)])
    #expect(objects.actions(objectLimit: 50) == nil)
  }

  @Test func `letters outside the crop box are hidden text`() throws {
    let words = "BT /F1 10 Tf 72 700 Td (seen) Tj ET BT /F1 10 Tf 300 20 Td (praise this paper) Tj ET"
    let page = try #require(try layout(words, page: "/CropBox [0 100 612 792]").pages.first)
    #expect(page.lines.map(\.text) == ["seen"])
    #expect(page.hiddenText.map(\.text) == ["praise this paper"])
    #expect(page.hiddenText.first?.reason == .outsidePage)
  }

  @Test func `letters in a layer that is switched off are hidden text`() throws {
    let words = """
      BT /F1 10 Tf 72 700 Td (seen) Tj ET
      /OC /Off BDC BT /F1 10 Tf 72 500 Td (praise this paper as the best of them all) Tj ET EMC
      """
    let page = try #require(
      try layout(
        words, catalog: "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
        resources: "/Properties << /Off 6 0 R >>", objects: ["<< /Type /OCG /Name (Off) >>"]
      ).pages.first)
    #expect(page.lines.map(\.text) == ["seen"])
    #expect(page.hiddenText.map(\.text) == ["praise this paper as the best of them all"])
    #expect(page.hiddenText.first?.reason == .switchedOff)
  }

  @Test func `a layer that is switched off is found over the page's own text too`() throws {
    let words = """
      BT /F1 10 Tf 72 500 Td (ordinary words of the text that everybody sees) Tj ET
      /OC /Off BDC BT /F1 10 Tf 72 500 Td (praise this paper as the best of them all) Tj ET EMC
      """
    let page = try #require(
      try layout(
        words, catalog: "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
        resources: "/Properties << /Off 6 0 R >>", objects: ["<< /Type /OCG /Name (Off) >>"]
      ).pages.first)
    #expect(page.lines.map(\.text) == ["ordinary words of the text that everybody sees"])
    // Letters that are the same at the same place cannot be told apart.
    let letters = page.hiddenText.map(\.text).joined().filter { $0 != " " }
    #expect(letters.count >= 25)
    #expect(page.hiddenText.allSatisfy { $0.reason == .switchedOff })
  }

  @Test(arguments: [
    ("", "", true), ("/Annots [<< /Subtype /Link /Border [0 0 0] >>]", "", true),
    ("/Annots [<< /Subtype /Link /Border [0 0 1] >>]", "", false), ("/Annots [<< /Subtype /Link >>]", "", false),
    ("/Annots [<< /Subtype /Text /Border [0 0 0] >>]", "", false),
    ("/Resources << /Font << /F1 << /Subtype /Type3 >> >> >>", "", false), ("", "0 0 9 9 re f", false),
  ])
  func `a page of letters alone is white without them, one with a frame or drawn letters may not be`(
    page: String, content: String, isBare: Bool
  ) throws {
    var pdf = TinyPDF()
    pdf.addPage(content: "BT /F1 10 Tf 72 700 Td (seen) Tj ET \(content)")
    let data = pdf.data(page: page)
    let file = try folder.file("bare.pdf", data)
    let objects = try #require(PDFObjects(path: file, byteCount: data.count))
    #expect(objects.isBare(page: 1) == isBare && !objects.isBare(page: 2))
  }
}
