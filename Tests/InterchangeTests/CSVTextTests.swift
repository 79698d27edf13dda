import Interchange
import Testing

struct CSVTextTests {
  @Test func `quotes, commas and line feeds are quoted`() {
    #expect(CSVText.row(["a", "b,c", "d\"e", "f\ng"]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\"\n")
  }

  @Test func `a spreadsheet takes no text for a formula`() {
    #expect(CSVText.row(["=HYPERLINK(\"x\")", "@a", "-0.5", "-x"]) == "\"'=HYPERLINK(\"\"x\"\")\",'@a,-0.5,'-x\n")
  }

  @Test func `control characters are left out`() {
    #expect(CSVText.row(["a\u{0}\u{1B}b"]) == "ab\n")
  }
}
