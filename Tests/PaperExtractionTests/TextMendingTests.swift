import PDFLayout
import Testing

@testable import PaperExtraction

@Suite struct TextMendingTests {
  private func mending(_ lines: String...) -> TextMending {
    var fixture = LayoutFixture()
    for (index, line) in lines.enumerated() { fixture.add(line, top: Double(index) * 12) }
    return TextMending(pages: [fixture.page()])
  }

  @Test func `a word cut at a line's end is joined`() {
    #expect(mending("anything").paragraph(["we use con-", "volution here"]) == "we use convolution here")
  }

  @Test func `a hyphen is kept where the document writes the word with one`() {
    let mending = mending("a low-rank model of low-rank kind")
    #expect(mending.paragraph(["with low-", "rank factors"]) == "with low-rank factors")
  }

  @Test func `a hyphen before a capital or a digit is kept`() {
    #expect(mending("x").paragraph(["the X-", "Ray of GPT-", "4 models"]) == "the X-Ray of GPT-4 models")
  }

  @Test func `capitals cut at a line's end are joined where the document has the word`() {
    #expect(mending("one scheduler").paragraph(["A SCHED-", "ULER FOR ALL"]) == "A SCHEDULER FOR ALL")
  }

  @Test func `a compound of several parts keeps its last hyphen`() {
    #expect(mending("x").paragraph(["a state-of-the-", "art system"]) == "a state-of-the-art system")
  }

  @Test func `ligatures, soft hyphens and accents drawn apart are mended`() {
    #expect(TextMending.mended("e\u{FB03}cient \u{FB02}ow") == "efficient flow")
    #expect(TextMending.mended("Veli\u{2C7}ckovi\u{B4}c and M\u{A8} uller") == "Veličković and Müller")
    #expect(mending("x").paragraph(["con\u{AD}", "text"]) == "context")
  }

  @Test func `an accent over a dotless letter gives the letter with its accent`() {
    #expect(TextMending.mended("Garc\u{131}\u{301}a, na\u{131}\u{308}ve") == "Garc\u{ED}a, na\u{EF}ve")
  }

  @Test func `a raised number after a unit is an exponent, after a word a footnote's mark`() {
    var fixture = LayoutFixture()
    fixture.add(
      [("an area of 1.9 mm", 10, "Times-Roman"), ("2", 7, "Times-Roman"), ("and the rest", 10, "Times-Roman")], top: 80)
    fixture.add(
      [("an area of the chip", 10, "Times-Roman"), ("2", 7, "Times-Roman"), ("and the rest", 10, "Times-Roman")],
      top: 95)
    #expect(fixture.lines[0].textWithoutFootnoteMarks.hasPrefix("an area of 1.9 mm2"))
    #expect(fixture.lines[1].textWithoutFootnoteMarks.hasPrefix("an area of the chip and"))
  }
}
