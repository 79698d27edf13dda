import Testing

@testable import PDFText

struct ContentStreamTests {
  private func cleaned(_ text: String) -> String? {
    ContentStream.withoutRenderModes(Array(text.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `render modes are taken out with their numbers, letters without ink are raised`() {
    #expect(cleaned("BT 3 Tr (a) Tj 0 Tr (b) Tj ET") == "BT 100000 Ts (a) Tj 0 Ts (b) Tj ET")
    #expect(cleaned("BT 3Tr (a) Tj ET") == "BT 100000 Ts (a) Tj ET")
    #expect(cleaned("BT\n2\nTr\n[(a)-3(b)]TJ ET") == "BT\n\n[(a)-3(b)]TJ ET")
  }

  @Test(arguments: [
    "BT (3 Tr) Tj ET", "BT (a \\) 3 Tr) Tj ET", "BT (a (b) 3 Tr) Tj ET", "% 3 Tr\n0 0 m", "/Tr gs /F1 3 Tf", "BT ET",
    "BI /W 4 /H 1 ID 3 Tr EI Q",
  ])
  func `what only looks like one is left as it is`(text: String) { #expect(cleaned(text) == nil) }

  @Test(arguments: [
    ("BT (a) Tj ET 72 700 300 0.4 re f", false), ("0 0 612 792 re f BT (a) Tj ET", false),
    ("BT (a) Tj ET 72 700 300 20 re f", true), ("BT 3 Tr (a) Tj ET", true), ("BT 0 Tr (a) Tj ET", false),
    ("BT (a) Tj ET /Im Do", true), ("BT (Do sh W) Tj ET 0 0 m 9 9 l S", false),
    ("BT (a) Tj ET 0 0 m 9 9 l 9 0 l f", true), ("BT (a) Tj ET 72 700 300 20 re 0f", true),
  ])
  func `operators that may hide letters are told from rules and grounds`(content: String, mayHide: Bool) {
    #expect(ContentStream.mayHideText(Array(content.utf8)) == mayHide)
  }

  @Test func `after a picture within the stream, operators are read again`() {
    #expect(cleaned("BI /W 4 ID a(b EI 3 Tr (x) Tj") == "BI /W 4 ID a(b EI 100000 Ts (x) Tj")
  }

  @Test(arguments: [
    ("BT /F1 9 Tf (S f) Tj ET % f", false), ("BT [(a) 3 (Do)] TJ ET /Do BMC EMC", false), ("0 0 9 9 re W n", false),
    ("0 0 9 9 re f", true), ("0 0 m 9 9 l S", true), ("/Im1 Do", true), ("/G gs BT (a) Tj ET", true),
    ("BI /W 1 ID x EI", true), ("/Sh sh", true), ("0 0 9 9 re b*", true),
    ("0 0 9 9 re 0f", true), ("/Im1 -.5Do", true), ("0 0 9 9 re inf", true), ("unknown", true),
    ("/P <</MCID 0/Lang(f)/A true>>BDC BT +1 -.5 Td [<66>-3]TJ ET EMC", false),
    ("/P <</A(>%)>>BDC 0 0 9 9 re f EMC", true),
  ])
  func `operators that paint are told from those of letters`(content: String, paints: Bool) {
    #expect(ContentStream.mayPaint(Array(content.utf8)) == paints)
  }
}
