import Foundation
import Interchange
import Papers
import Reports
import Testing

struct BlindOutputsTests {
  private let planted = PlantedIdentities.assessment

  private func report(_ audience: Audience, pictures: [Int: PagePicture] = [:]) throws -> String {
    let report = HTMLReport(
      venue: Fixtures.venue, assessments: [planted], audience: audience, runDate: "2023-07-27",
      supplement: ReportSupplement(pictures: pictures))
    return String(decoding: try report.html(), as: UTF8.self)
  }

  private func traces(in output: String) -> [String] {
    PlantedIdentities.words.filter { output.range(of: $0, options: .caseInsensitive) != nil }
  }

  @Test func `a planted identity is in no report for blind readers`() throws {
    #expect(try traces(in: report(.blind)) == [])
  }

  @Test func `a planted identity is in no JSON row for blind readers`() throws {
    #expect(traces(in: String(decoding: try ContractJSON.line(PaperRow(planted)), as: UTF8.self)) == [])
  }

  @Test func `a planted identity is in no table for blind readers`() {
    let table = PapersTable(venue: Fixtures.venue)
    #expect(traces(in: table.header + table.row(for: planted)) == [])
  }

  @Test func `a planted identity is in no upload of tags`() {
    #expect(traces(in: HotCRPTags(venue: Fixtures.venue).text(for: [planted])) == [])
  }

  @Test func `chairs see each of them`() throws {
    #expect(try traces(in: report(.chair)) == PlantedIdentities.words)
    #expect(
      traces(in: String(decoding: try ContractJSON.line(ChairRow(planted)), as: UTF8.self)) == PlantedIdentities.words)
    #expect(ChairTable(venue: Fixtures.venue).row(for: planted).hasSuffix(",Hypatia Theonides\n"))
  }

  @Test func `a blind report counts no finding of chairs`() throws {
    #expect(try !report(.blind).contains("blind.metadata"))
  }

  @Test func `a picture whose author block can be read is left out of a blind report`() throws {
    let picture = PagePicture(.png(Data("picture".utf8)), authorBlock: .visible)
    #expect(try !report(.blind, pictures: [0: picture]).contains("cGljdHVyZQ"))
    #expect(try report(.chair, pictures: [0: picture]).contains("data:image/png;base64,cGljdHVyZQ"))
    let masked = PagePicture(.png(Data("picture".utf8)), authorBlock: .masked)
    #expect(try report(.blind, pictures: [0: masked]).contains("cGljdHVyZQ"))
  }

  @Test(arguments: ["../secret.png", "a/b.png", ".hidden.png", "", "x y.png", "p.png\" onerror=\"x"])
  func `a picture's file lies in its folder or nowhere`(name: String) throws {
    #expect(
      try !report(.chair, pictures: [0: PagePicture(.file(named: name), authorBlock: .visible)]).contains("pages/"))
  }
}
