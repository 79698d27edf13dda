import Testing

@testable import PaperExtraction

@Suite struct HeadingNumberTests {
  @Test(arguments: [
    ("1 Introduction", "1", 1), ("3.1. Setup", "3.1", 2), ("IV. RESULTS", "IV", 1), ("A Proofs", "A", 1),
    ("Appendix B Data", "B", 1), ("A.2 Lemma", "A.2", 2),
  ])
  func `a heading's number is told from its title`(_ text: String, _ number: String, _ level: Int) {
    let split = HeadingNumber.split(text)
    #expect(split.number?.text == number)
    #expect(split.number?.level == level)
  }

  @Test(arguments: ["Introduction", "A note on style", "2023 results", "In Defence of Lists"])
  func `words at the start of a title are no number`(_ text: String) {
    #expect(HeadingNumber.split(text).number == nil)
    #expect(HeadingNumber.split(text).title == text)
  }
}
