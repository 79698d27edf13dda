import Testing

@testable import PDFText

struct ContentStreamTests {
  private func cleaned(_ text: String) -> String? {
    ContentStream.withoutRenderModes(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `render modes are taken out with their numbers`() {
    #expect(cleaned("BT 3 Tr (a) Tj 0 Tr (b) Tj ET") == "BT      (a) Tj      (b) Tj ET")
    #expect(cleaned("BT\n2\nTr\n[(a)-3(b)]TJ ET") == "BT\n \n  \n[(a)-3(b)]TJ ET")
  }

  @Test(arguments: [
    "BT (3 Tr) Tj ET", "BT (a \\) 3 Tr) Tj ET", "BT (a (b) 3 Tr) Tj ET", "% 3 Tr\n0 0 m", "/Tr gs /F1 3 Tf", "BT ET",
    "BI /W 4 /H 1 ID 3 Tr EI Q",
  ])
  func `what only looks like one is left as it is`(text: String) { #expect(cleaned(text) == nil) }

  @Test func `after a picture within the stream, operators are read again`() {
    #expect(cleaned("BI /W 4 ID a(b EI 3 Tr (x) Tj") == "BI /W 4 ID a(b EI      (x) Tj")
  }
}
