import Testing

@testable import Reports

struct ShownTextTests {
  @Test func `ordinary text of any script stays as it is`() {
    for text in ["Serving – façade naïve", "数据中心的推理", "שלום עולם", "नमस्ते दुनिया", "e\u{301}", "👩‍🔬"] {
      #expect(ShownText(text, limit: 100).text == text)
    }
  }

  @Test func `characters that turn the direction of writing are gone`() {
    #expect(ShownText("a\u{202E}b\u{2066}c\u{200F}d\u{2069}", limit: 100).text == "abcd")
  }

  @Test func `control characters are gone and line breaks are blanks`() {
    #expect(ShownText("a\u{0}\u{1B}[31mb\nc\td\u{2028}e", limit: 100).text == "a[31mb c d e")
  }

  @Test func `a tower of combining marks is cut`() {
    let tower = "a" + String(repeating: "\u{301}", count: 1_000) + "b"
    #expect(ShownText(tower, limit: 10_000).text.unicodeScalars.count == 2 + ShownText.marksPerLetter)
  }

  @Test func `a text beyond the limit is cut and says so`() {
    #expect(ShownText(String(repeating: "x", count: 100_000), limit: 3).text == "xxx … (cut here; the text is longer)")
  }

  @Test func `places are counted as JavaScript counts`() {
    let shown = ShownText("😀\u{202E}ab", limit: 100)
    #expect([0, 1, 2, 3, 4, 9].map(shown.place) == [0, 2, 2, 3, 4, 4])
  }
}
