import PDFLayout
import Testing

@testable import PaperExtraction

@Suite struct LineNumbersTests {
  @Test func `numbers that grow down the margin are removed`() {
    var fixture = LayoutFixture()
    for index in 0..<30 {
      fixture.add("\(index + 1)", size: 6, left: 40, top: 60 + Double(index) * 12, width: 6)
      fixture.add("Text of the paper \(index)", left: 72, top: 60 + Double(index) * 12)
    }
    let page = LineNumbers.removed(from: fixture.page())
    #expect(page.lines.count == 30)
    #expect(page.lines.allSatisfy { $0.text.hasPrefix("Text") })
  }

  @Test func `numbers of a short list stay`() {
    var fixture = LayoutFixture()
    for index in 0..<6 { fixture.add("\(index + 1)", left: 40, top: 60 + Double(index) * 12, width: 6) }
    #expect(LineNumbers.removed(from: fixture.page()).lines.count == 6)
  }

  @Test func `numbers of a table that do not grow by one stay`() {
    var fixture = LayoutFixture()
    for index in 0..<20 { fixture.add("\((index * 37) % 91)", left: 40, top: 60 + Double(index) * 12, width: 6) }
    #expect(LineNumbers.removed(from: fixture.page()).lines.count == 20)
  }

  @Test func `a heading's number near the line numbers stays`() {
    var fixture = LayoutFixture()
    for index in 0..<30 {
      fixture.add("\(index + 100)", size: 6, left: 40, top: 60 + Double(index) * 12, width: 12)
      fixture.add("Text of the paper \(index)", left: 72, top: 60 + Double(index) * 12)
    }
    fixture.add("3", size: 10, font: "Times-Bold", left: 52, top: 430, width: 5)
    #expect(LineNumbers.removed(from: fixture.page()).lines.map(\.text).contains("3"))
  }
}
