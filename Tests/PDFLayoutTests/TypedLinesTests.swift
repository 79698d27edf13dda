import Papers
import Testing

@testable import PDFLayout

struct TypedLinesTests {
  private func line(
    _ text: String, left: Double, top: Double, width: Double, size: Double = 10, font: String = "Times", column: Int = 1
  ) -> TextLine {
    let box = Box(left: left, top: top, right: left + width, bottom: top + size)
    return TextLine(
      runs: [TextRun(text: text, box: box, font: Font(name: font), fontSize: size)], column: column)
  }

  private func typed(_ lines: [TextLine]) -> [String] {
    let page = PageLayout(number: 1, width: 612, height: 792, isReliable: true, lines: lines, hiddenText: [])
    return TypedLines.lines(of: DocumentLayout(pageCount: 1, pages: [page]))
  }

  @Test func `a bullet stands on the line of its words, whichever comes first in the page`() {
    let lines = [
      line("Tools for binaries", left: 90, top: 100, width: 120), line("\u{2022}", left: 72, top: 100.4, width: 4),
      line("and their users", left: 90, top: 112, width: 100),
      line("\u{2022}", left: 72, top: 123, width: 4), line("Layers", left: 90, top: 124, width: 50),
    ]
    #expect(typed(lines) == ["\u{2022} Tools for binaries", "    and their users", "\u{2022} Layers"])
  }

  @Test func `the second column follows the first and keeps its own left edge`() {
    let lines = [
      line("Left one", left: 72, top: 100, width: 60), line("left two", left: 72, top: 112, width: 60),
      line("Right one", left: 324, top: 100, width: 60, column: 2),
      line("right two", left: 334, top: 112, width: 60, column: 2),
    ]
    #expect(typed(lines).map { $0.drop { $0 == " " } } == ["Left one", "left two", "Right one", "right two"])
    #expect(typed(lines)[2].first == "R")
    #expect(typed(lines)[3].hasPrefix("  "))
  }

  @Test func `a gap and a change of font leave an empty line`() {
    let lines = [
      line("Dates", left: 72, top: 100, width: 40, size: 12, font: "Times-Bold"),
      line("July", left: 72, top: 114, width: 40), line("Far below", left: 72, top: 150, width: 60),
    ]
    #expect(typed(lines) == ["Dates", "", "July", "", "Far below"])
  }

  @Test func `cells of a table stay apart and the raised ending of a date goes`() {
    let lines = [
      line("nd", left: 100, top: 98, width: 8, size: 7), line("July 2 , 2030", left: 72, top: 100, width: 90),
      line("Papers due", left: 300, top: 100, width: 60),
    ]
    #expect(typed(lines) == ["July 2 , 2030   Papers due"])
  }
}
