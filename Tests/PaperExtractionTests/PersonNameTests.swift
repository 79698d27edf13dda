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

  @Test func `initials without blanks between are a first name`() {
    #expect(PersonName.isPlausible("G.K.M. Tobin"))
    #expect(!PersonName.isPlausible("NEC Tobin"))
  }

  @Test(arguments: [
    "Stephen Tu", "STEPHEN TU", "Maarten Sap", "John D. Co-Reyes", "Deepesh Data", "Yeonjun In", "Yale Song", "Ai Li",
    "April Smith",
  ])
  func `names that are also words of organisations are names`(name: String) {
    #expect(PersonName.isPlausible(name))
  }

  @Test(arguments: ["TU Delft", "Google AI", "Meta AI", "Institute of Examples", "SAP Labs", "Machines at Work"])
  func `organisations are no names`(name: String) {
    #expect(!PersonName.isPlausible(name))
  }

  @Test func `a short name in brackets does not cut a name`() {
    #expect(PersonName.split("Xinyi (Cindy) Zhang and Jane Doe (Example)") == ["Xinyi Zhang", "Jane Doe", "Example"])
  }

  @Test func `a part of a name may begin with a particle`() {
    #expect(PersonName.isFragment("de la Cruz"))
    #expect(!PersonName.isFragment("de la"))
    #expect(!PersonName.isFragment("April"))
  }
}
