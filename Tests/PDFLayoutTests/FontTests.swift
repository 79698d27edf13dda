import PDFLayout
import Testing

@Suite struct FontTests {
  @Test(arguments: ["CMBX10", "ABCDEF+NimbusRomNo9L-Medi", "LinBiolinumTB", "LinLibertineTBI", "AdvOTb92eb7df.B"])
  func `names of heavy fonts are told`(name: String) {
    #expect(Font(name: name).isBold)
  }

  @Test(arguments: ["CMR10", "NimbusRomNo9L-Regu", "LinLibertineT", "LinLibertineTI", "AdvOT46dcae81"])
  func `names of other fonts are not heavy`(name: String) {
    #expect(!Font(name: name).isBold)
  }
}
