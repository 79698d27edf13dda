import Testing

@testable import PaperExtraction

@Suite struct PersonNameTests {
  @Test func `a list of names is cut at commas, and, and marks`() {
    #expect(
      PersonName.split("Ada Lovelace1, Charles Babbage* and Luigi F. Menabrea")
        == ["Ada Lovelace", "Charles Babbage", "Luigi F. Menabrea"])
  }

  @Test(arguments: [
    "Ada Lovelace", "J. R. Hartley", "Ludwig van Beethoven", "Mary-Jane O'Neil", "ADA LOVELACE", "Øyvind Ås",
  ])
  func `a name is a name`(_ name: String) { #expect(PersonName.isPlausible(name)) }

  @Test(arguments: [
    "University of Somewhere", "NEC Laboratories Europe", "Hong Kong", "Apple", "Example Corp", "Equal contribution",
    "we show that", "Department of Music", "IBM Almaden",
  ])
  func `what is no person is no name`(_ text: String) { #expect(!PersonName.isPlausible(text)) }
}
