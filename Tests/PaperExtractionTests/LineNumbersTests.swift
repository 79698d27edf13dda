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

  @Test func `a page of few lines loses its numbers if other pages have them at that place`() {
    func page(_ count: Int, from first: Int, number: Int) -> PageLayout {
      var fixture = LayoutFixture()
      for index in 0..<count {
        fixture.add("\(first + index)", size: 6, left: 40, top: 60 + Double(index) * 12, width: 12)
        fixture.add("Text of the paper \(index)", left: 72, top: 60 + Double(index) * 12)
      }
      return fixture.page(number: number)
    }
    let pages = LineNumbers.removed(from: [page(30, from: 10, number: 1), page(4, from: 40, number: 2)])
    #expect(pages.map(\.lines.count) == [30, 4])
  }
}
