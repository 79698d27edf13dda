import Papers
import Testing
import Triage

@testable import Reports

struct IdentitiesTests {
  private func identities(authors: [String] = [], evidence: String? = nil) -> Identities {
    var assessment = Fixtures.assessment(id: "1")
    var paper = Paper(file: "", pageCount: 1)
    paper.authors = authors
    assessment.reading = .success(paper)
    assessment.findings = [
      Finding(id: "1", rule: "blind.links", verdict: .look, message: "", evidence: evidence, visibility: .chair)
    ]
    return Identities(of: assessment)
  }

  @Test func `a name is hidden whole, with its initial, and in any case`() {
    let hidden = identities(authors: ["Ada King Lovelace"]).masked("ADA KING LOVELACE, A. Lovelace and Ada")
    #expect(hidden.text == "[hidden], [hidden] and Ada")
  }

  @Test func `a name inside a longer word is another word`() {
    #expect(
      identities(authors: ["Li Wan"]).masked("Li Wanda, Oli Wan, Li Wan's").text == "Li Wanda, Oli Wan, [hidden]'s")
  }

  @Test func `a single ordinary word of evidence hides nothing`() {
    #expect(identities(evidence: "user").masked("Each user waits.").text == "Each user waits.")
    #expect(identities(authors: ["Model"]).masked("The model waits.").text == "The model waits.")
  }

  @Test func `an address is hidden even where it stands without its scheme`() {
    let links = identities(evidence: "see https://example.org/ada and ada@example.org.")
    #expect(
      links.masked("Mail ada@example.org or visit https://example.org/ada now.").text
        == "Mail [hidden] or visit [hidden] now.")
  }

  @Test func `places after a hidden phrase move with the text`() {
    let masked = identities(authors: ["Ada Lovelace"]).masked("By Ada Lovelace: fast serving")
    let place = Array("By Ada Lovelace: fast serving".unicodeScalars).firstIndex(of: "f") ?? 0
    let moved = masked.text.unicodeScalars.dropFirst(masked.offset(of: place))
    #expect(String(String.UnicodeScalarView(moved)) == "fast serving")
  }

  @Test(arguments: [
    ("Code: https://example.org/x?a=b.", "Code: [hidden]."), ("(www.example.org)", "([hidden])"),
    ("See github.com/ada/engine, please", "See [hidden], please"), ("at ada.github.io;", "at [hidden];"),
    ("Mail <ada@cs.example.edu> now", "Mail <[hidden]> now"), ("ID 0000-0002-1825-009X!", "ID [hidden]!"),
    ("as in arXiv:2301.00001", "as in [hidden]"),
    (
      "TCP/IP, e.g. 0.5/0.6 or Node.js, i.e. v1.2.3-4 at 10:30",
      "TCP/IP, e.g. 0.5/0.6 or Node.js, i.e. v1.2.3-4 at 10:30"
    ),
    ("The end.In short, and/or CIFAR-10.", "The end.In short, and/or CIFAR-10."),
  ])
  func `addresses are hidden whoever's they are, and nothing that only looks like one`(text: String, shown: String) {
    #expect(identities().masked(text).text == shown)
    #expect(Identities.none.masked(text).text == text)
  }

  @Test func `what overlaps an address is hidden with it`() {
    let identities = identities(evidence: "Contact Ada Lovelace ada@example")
    #expect(identities.masked("Contact Ada Lovelace ada@example.org now.").text == "[hidden] now.")
  }

  @Test func `a file's name does not tell an author either, also beside digits`() {
    let identities = identities(authors: ["Ada King Lovelace", "Xu Li"])
    #expect(
      identities.masked(fileName: "in/Ada L/lovelace23a-Li_kingdom.pdf") == "in/[hidden] L/[hidden]23a-Li_kingdom.pdf")
    #expect(Identities.none.masked(fileName: "lovelace.pdf") == "lovelace.pdf")
  }
}
