import PDFLayout
import Papers
import Testing

@testable import PDFText

@Suite struct ReadingOrderTests {
  private func line(_ text: String, left: Double, top: Double, right: Double) -> TextLine {
    TextLine(runs: [
      TextRun(
        text: text, box: Box(left: left, top: top, right: right, bottom: top + 10), font: Font(name: "Times"),
        fontSize: 10)
    ])
  }

  private let filler = String(repeating: "text ", count: 10)

  @Test func `the left column is read before the right one, below a line across both`() {
    var lines = [line("wide \(filler)\(filler)", left: 50, top: 50, right: 560)]
    for row in 0..<10 {
      let top = 100 + Double(row) * 12
      lines.append(line("right \(row) \(filler)", left: 312, top: top, right: 560))
      lines.append(line("left \(row) \(filler)", left: 50, top: top, right: 296))
    }
    let ordered = ReadingOrder.ordered(lines, pageWidth: 612, commonGutter: nil)
    #expect(ordered.map { $0.text.prefix(6) }.first == "wide t")
    #expect(ordered[0].spansColumns)
    #expect(ordered[1...10].allSatisfy { $0.text.hasPrefix("left") && $0.column == 1 })
    #expect(ordered[11...].allSatisfy { $0.text.hasPrefix("right") && $0.column == 2 })
  }

  @Test func `a page of one column is read from top to bottom`() {
    let lines = (0..<12).reversed().map { line("\($0) \(filler)", left: 72, top: 72 + Double($0) * 12, right: 540) }
    let ordered = ReadingOrder.ordered(Array(lines), pageWidth: 612, commonGutter: nil)
    #expect(ordered.map(\.box.top) == ordered.map(\.box.top).sorted())
    #expect(ordered.allSatisfy { $0.column == 1 && !$0.spansColumns })
  }
}
