import Crypto
import Foundation
import Papers
import Reports
import Testing
import Triage

struct HTMLReportTests {
  private func page(
    _ assessments: [Assessment], runDate: String = "2023-07-27", supplement: ReportSupplement = ReportSupplement()
  ) throws -> String {
    let report = HTMLReport(
      venue: Fixtures.venue, assessments: assessments, audience: .blind, runDate: runDate, supplement: supplement)
    return String(decoding: try report.html(), as: UTF8.self)
  }

  private func between(_ start: String, _ end: String, in page: String) throws -> String {
    let from = try #require(page.range(of: start)).upperBound
    let to = try #require(page.range(of: end, range: from..<page.endIndex)).lowerBound
    return String(page[from..<to])
  }

  @Test func `the policy allows the page's own style and script, and nothing else`() throws {
    let page = try page([Fixtures.assessment(id: "12")])
    let style = try between("<style>", "</style>", in: page)
    let script = try between("<script>", "</script>", in: page)
    func hash(_ text: String) -> String { Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString() }
    #expect(
      try between("Content-Security-Policy\" content=\"", "\"", in: page) == "default-src 'none'; "
        + "style-src 'sha256-\(hash(style))'; script-src 'sha256-\(hash(script))'; img-src data:; base-uri 'none'; "
        + "form-action 'none'")
    #expect(!page.contains(" style=\""))
  }

  @Test func `only the run date differs between two runs`() throws {
    let first = try page([Fixtures.assessment(id: "12")], runDate: "2023-07-27")
    let second = try page([Fixtures.assessment(id: "12")], runDate: "2023-07-28")
    #expect(first.ranges(of: "2023-07-27").count == 1)
    #expect(first.replacing("2023-07-27", with: "2023-07-28") == second)
  }

  @Test func `the overview counts papers and expected demand`() throws {
    let page = try page([
      Fixtures.assessment(id: "12"), Fixtures.assessment(id: "7"), Fixtures.unreadable(file: "x.pdf"),
    ])
    #expect(
      page.contains(
        #"""
        <tr><th scope="row"><a href="#view=papers&amp;topic=serving"><bdi>Serving</bdi></a></th>\#
        <td class="number">2</td><td class="number">1.8</td><td class="bar">\#
        <svg viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">\#
        <rect class="papers" x="0" y="2" width="1000" height="12"/>\#
        <rect class="expected" x="909" y="0" width="4" height="16"/></svg></td></tr>
        """#))
  }

  @Test func `likely numbers, the promise of the review line and a warning are shown if they are known`() throws {
    let page = try page(
      [Fixtures.assessment(id: "12")],
      supplement: ReportSupplement(
        reviewNote: "At most 10% <wrong>.", warning: "This batch is unlike <others>.",
        likelyPapers: LikelyPapers(topics: ["serving": 0.6...2.4, "mlops": 0...0.2])))
    #expect(page.contains("<th scope=\"col\" class=\"number\">Likely</th>"))
    #expect(page.contains("<td class=\"number\">1 to 2</td>") && page.contains("<td class=\"number zero\">0</td>"))
    #expect(page.contains("A paper may have several. At most 10% &lt;wrong&gt;."))
    #expect(page.contains("<p class=\"notice\" role=\"note\">This batch is unlike &lt;others&gt;.</p>"))
    let plain = try self.page([Fixtures.assessment(id: "12")])
    #expect(!plain.contains("Likely") && !plain.contains("unlike"))
  }

  @Test func `without JavaScript there is a table of all papers`() throws {
    let table = try between(
      "<noscript>", "</noscript>", in: page([Fixtures.assessment(id: "12"), Fixtures.unreadable(file: "x.pdf")]))
    #expect(
      table.contains(
        "<tr><td><bdi>12</bdi></td><th scope=\"row\"><bdi>A title</bdi></th><td>Serving</td><td>MLOps</td>"
          + "<td><bdi>A topic is close to its threshold.</bdi></td></tr>"))
    #expect(
      table.contains(
        "<tr><td><bdi>x.pdf</bdi></td><th scope=\"row\"><bdi>—</bdi></th><td></td><td></td>"
          + "<td><bdi>The file needs a password.</bdi></td></tr>"))
  }

  @Test func `the data of a paper is this`() throws {
    let supplement = ReportSupplement(thresholds: LabelThresholds(topics: ["serving": Probability(0.4)]))
    var assessment = Fixtures.assessment(id: "12")
    assessment.contributions = [
      WordContribution(label: .topic("serving"), range: 3..<11, weight: 1.25),
      WordContribution(label: .topic("serving"), range: 0..<2, weight: -0.5),
    ]
    let data = try between(
      "id=\"data\">", "</script>", in: page([assessment], supplement: supplement))
    #expect(
      data.contains(#""topics":[{"id":"serving","name":"Serving","threshold":0.4},{"id":"mlops","name":"MLOps"}]"#))
    #expect(
      data.contains(
        #"""
        "papers":[{"abstract":"An abstract.","assignedGroups":[0],"assignedTopics":[0],"findings":[],"groups":[0.5],\#
        "id":"12","keywords":["engines"],"marks":[{"kind":"topics","label":0,"words":[[0,2,-0.5],[3,11,1.25]]}],\#
        "needsReview":true,"notApplicable":[],"pageCount":6,"passed":[],"primary":0,"reasons":["close-call"],\#
        "scope":{"probability":0.99,"verdict":"in"},"title":"A title","topics":[0.912568,0.125],"warnings":[],\#
        "why":"“Serving” is the least certain tag: 0.91, given from 0.40 on."}]
        """#))
  }

  @Test func `words are marked for the tags that the paper has`() throws {
    var assessment = Fixtures.assessment(id: "12")
    assessment.contributions = [WordContribution(label: .topic("mlops"), range: 0..<2, weight: 1)]
    #expect(try !page([assessment]).contains("\"marks\""))
  }

  @Test func `what has changed is told, and to blind readers without the names of files`() throws {
    let changes = ChangeSet(added: ["12", "ada-lovelace.pdf"], changed: [], withdrawn: ["7"])
    let blind = try page([Fixtures.assessment(id: "12")], supplement: ReportSupplement(changes: changes))
    let section = try between("<section class=\"changes\">", "</section>", in: blind)
    #expect(section.contains("<strong>2</strong> added"))
    #expect(section.contains("paper=12") && section.contains("<strong>1</strong> withdrawn: <bdi>7</bdi>"))
    #expect(!blind.contains("lovelace"))
  }

  @Test func `a report of no papers opens with an empty list`() throws {
    #expect(try page([]).contains("\"papers\":[]"))
  }

  @Test func `a notice stands at the head of the report`() throws {
    let page = try page([], supplement: ReportSupplement(notice: "Interrupted: 12 of 30 files were read."))
    #expect(page.contains("<p class=\"notice\" role=\"note\">Interrupted: 12 of 30 files were read.</p>"))
  }

  @Test func `the files of pictures are allowed only where there are some`() throws {
    let picture = PagePicture(.file(named: "12.png"), authorBlock: .masked)
    let page = try page([Fixtures.assessment(id: "12")], supplement: ReportSupplement(pictures: [0: picture]))
    #expect(page.contains("img-src data: 'self' file:;"))
    #expect(page.contains("\"picture\":{\"address\":\"pages/12.png\"}"))
  }
}
