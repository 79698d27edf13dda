import PDFLayout
import Testing

@testable import PaperExtraction

@Suite struct RunningHeadsTests {
  private func pages() -> [PageLayout] {
    (1...3).map { number in
      var fixture = LayoutFixture()
      if number == 1 { fixture.add("A Title", size: 18, top: 60) } else { fixture.add("A Title", size: 8, top: 40) }
      for row in 0..<8 { fixture.add("Words of page \(number)", top: 140 + Double(row) * 60) }
      fixture.add("\(number)", size: 8, left: 300, top: 750)
      return fixture.page(number: number)
    }
  }

  @Test func `what comes back at the edge of pages is removed, and page numbers`() {
    let cleaned = RunningHeads.removed(from: pages())
    #expect(cleaned[1].lines.allSatisfy { $0.text == "Words of page 2" })
    #expect(cleaned[2].lines.count == 8)
  }

  @Test func `a title stays although it comes back as a small running head`() {
    #expect(RunningHeads.removed(from: pages())[0].lines.contains { $0.text == "A Title" })
  }

  @Test func `on pages with wide margins a head that comes back lower is removed`() {
    let pages = (2...5).map { number in
      var fixture = LayoutFixture()
      fixture.add("\(number) Marta Lindqvist, Wei Zhang", size: 9, top: 150)
      for row in 0..<8 { fixture.add("Words of page \(number)", top: 175 + Double(row) * 50) }
      return fixture.page(number: number)
    }
    #expect(RunningHeads.removed(from: pages)[0].lines.allSatisfy { $0.text == "Words of page 2" })
  }
}
