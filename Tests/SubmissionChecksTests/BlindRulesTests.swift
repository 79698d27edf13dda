import PDFLayout
import Papers
import Testing

@testable import SubmissionChecks

struct BlindRulesTests {
  private let box = Box(x: 60, y: 300, width: 100, height: 9)

  @Test(arguments: [
    ("Anonymous Author(s)", Verdict.pass), ("root", .pass), ("Bettany Thornquill", .fail), ("jdoe7", .look),
  ])
  func `an author in the metadata is told from what programs put there`(author: String, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 2)
    fixture.layout.facts?.information.append(InformationEntry(key: "Author", value: author))
    let finding = fixture.finding("blind.metadata")
    #expect(finding.verdict == verdict)
    if verdict != .pass { #expect(finding.visibility == .chair) }
  }

  @Test func `a creator in XMP is found`() {
    var fixture = LayoutFixture(pages: 2)
    fixture.layout.facts?.xmp = "<dc:creator><rdf:Seq><rdf:li>Bettany Thornquill</rdf:li></rdf:Seq></dc:creator>"
    #expect(fixture.finding("blind.metadata").verdict == .fail)
  }

  @Test(arguments: ["<pdfx:Company>Marlsted Labs</pdfx:Company>", "<rdf:Description x:Manager='Jorun Vestergaard'/>"])
  func `what a word processor notes in XMP is for a person`(xmp: String) {
    var fixture = LayoutFixture(pages: 2)
    fixture.layout.facts?.xmp = "<rdf:RDF>\(xmp)</rdf:RDF>"
    #expect(fixture.finding("blind.metadata").verdict == .look)
  }

  @Test(arguments: [
    (key: "Keywords", "J. Vestergaard, caches", Verdict.look), ("Title", "paper_vestergaard_v3.docx", .look),
    ("Title", "Caches, by Jorun Vestergaard", .fail), ("Title", "Caches for Nagelsen's law", .pass),
  ])
  func `a known author's name in the metadata is found, unless it is a word of the paper`(
    key: String, value: String, verdict: Verdict
  ) {
    var fixture = LayoutFixture(pages: 2)
    fixture.paper.title = "Caches for Nagelsen's law"
    fixture.record.authors = ["Jorun Vestergaard", "Ib Nagelsen"]
    if key == "Title" {
      fixture.layout.metadata = DocumentMetadata(title: value, producer: "pdfTeX")
    } else {
      fixture.layout.facts?.information.append(InformationEntry(key: key, value: value))
    }
    #expect(fixture.finding("blind.metadata").verdict == verdict)
  }

  @Test(arguments: [
    ("Warm Caches, by Jorun Vestergaard and Ib Nagelsen", Verdict.look), ("J. Vestergaard et al.: Warm Caches", .look),
    ("Learning by Gradient Descent", .pass), ("Learning by Doing", .pass), ("Microsoft Word - Final Draft.docx", .pass),
    ("Caches by Anonymous Author(s)", .pass), ("Warm Caches", .pass),
  ])
  func `who wrote the paper by its title in the metadata is for a person`(title: String, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 2)
    fixture.paper.title = "Learning by Gradient Descent"
    fixture.layout.metadata = DocumentMetadata(title: title, producer: "pdfTeX")
    #expect(fixture.finding("blind.metadata").verdict == verdict)
    fixture.layout.metadata = DocumentMetadata(title: "T", producer: "pdfTeX")
    fixture.layout.facts?.xmp = "<dc:title><rdf:Alt><rdf:li>\(title)</rdf:li></rdf:Alt></dc:title>"
    #expect(fixture.finding("blind.metadata").verdict == verdict)
  }

  @Test func `a paper whose title is not known may have "by" in it`() {
    var fixture = LayoutFixture(pages: 2)
    fixture.paper.title = nil
    fixture.layout.metadata = DocumentMetadata(title: "Debugging by Delta Testing", producer: "pdfTeX")
    #expect(fixture.finding("blind.metadata").verdict == .pass)
    fixture.layout.metadata = DocumentMetadata(title: "J. Vestergaard et al.: Warm Caches", producer: "pdfTeX")
    #expect(fixture.finding("blind.metadata").verdict == .look)
  }

  @Test(arguments: [
    ("Acknowledgments. This study benefited from the advice of the cluster's keepers.", Verdict.look),
    ("Acknowledgements: the help of our colleagues was appreciated.", .look),
    ("Acknowledgments. Each replica sends one to its leader when the entry is durable.", .pass),
    ("The leader counts acknowledgments. Feedback of slow replicas comes later.", .pass),
    ("Acknowledgments. Our thanks for support are omitted for the review.", .pass),
  ])
  func `acknowledgements that begin a paragraph are told from messages of that name`(text: String, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 2)
    fixture.say(text)
    #expect(fixture.finding("blind.acknowledgements").verdict == verdict)
  }

  @Test func `names below the title fail with an institution, and are for a person without`() {
    var fixture = LayoutFixture(pages: 2)
    fixture.paper.authors = ["Bettany Thornquill"]
    fixture.say("Bettany Thornquill", row: 2)
    #expect(fixture.finding("blind.authors").verdict == .look)
    fixture.say("University of Marlsted", row: 3)
    #expect(fixture.finding("blind.authors").verdict == .fail)
  }

  @Test func `a known author is found anywhere but in the bibliography`() {
    var fixture = LayoutFixture(pages: 2)
    fixture.record.authors = ["Bettany Thornquill"]
    fixture.replace(
      LayoutFixture.line("Thornquill, Bettany. 2020. A paper.", column: 2, row: 50), page: 2, column: 2, row: 50)
    #expect(fixture.finding("blind.authors").verdict == .fail)
    fixture.addHeading("References", page: 2, column: 2, row: 40)
    #expect(fixture.finding("blind.authors").verdict == .pass)
  }

  @Test(arguments: [
    ("https://anonymous.4open.science/r/x", "Our code is available at this mirror", Verdict.pass),
    ("https://github.com/pytorch/pytorch", "We train with github.com/pytorch/pytorch as others do", .pass),
    ("https://github.com/bthornquill/x", "Our code is available at github.com/bthornquill/x", .look),
    ("https://github.com/bthornquill/x", "an anonymized repository", .fail),
    ("https://orcid.org/0000-0001", "a profile", .fail), ("https://doi.org/10.1/2", "a paper of others", .pass),
  ])
  func `links are told by where they lead and what is said of them`(target: String, text: String, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 2)
    fixture.say(text, row: 20)
    let line = LayoutFixture.line(column: 1, row: 20)
    fixture.layout.pages[0].facts?.links = [Link(box: line.box, target: target)]
    #expect(fixture.finding("blind.links").verdict == verdict)
  }

  @Test(arguments: [
    ("https://github.com/pytorch/pytorch", "the code of the library", Verdict.pass),
    ("https://github.com/ray-project/ray", "Our implementation runs on this framework", .pass),
    ("https://github.com/microsoft/DeepSpeed", "our code builds on this library", .pass),
    ("https://github.com/microsoft/newthing", "Our code is available at this address", .look),
    ("https://github.com/thornquill-lab/cachely", "the code of the library", .look),
    ("https://huggingface.co/bert-base-uncased", "the model", .pass),
  ])
  func `work that everybody uses is told from the authors'`(target: String, text: String, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 2)
    fixture.say(text, row: 20)
    fixture.layout.pages[0].facts?.links = [Link(box: LayoutFixture.line(column: 1, row: 20).box, target: target)]
    #expect(fixture.finding("blind.links").verdict == verdict)
  }

  @Test(arguments: [
    "R. Roe. Shardkeeper: placing shards. In Proc. of Shards.", "R. Roe. https://github.com/roe/shardkeeper, 2020.",
  ])
  func `a link to what the bibliography cites is no finding`(entry: String) {
    var fixture = LayoutFixture(pages: 2)
    fixture.say("we compare with the store of others", row: 20)
    fixture.layout.pages[0].facts?.links = [
      Link(box: LayoutFixture.line(column: 1, row: 20).box, target: "https://github.com/roe/shardkeeper")
    ]
    #expect(fixture.finding("blind.links").verdict == .look)
    fixture.addHeading("References", page: 2, column: 2, row: 20)
    fixture.replace(LayoutFixture.line(entry, column: 2, row: 21), page: 2, column: 2, row: 21)
    #expect(fixture.finding("blind.links").verdict == .pass)
  }

  @Test(arguments: [
    ("In our previous work [7], we showed this.", Verdict.look), ("In previous work [7], Doe showed this.", .pass),
    ("As our previous section says, see it.", .pass), ("We previously proposed a cache [3, 4] for this.", .look),
  ])
  func `own work is told from that of others`(text: String, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 2)
    fixture.say(text)
    #expect(fixture.finding("blind.self-reference").verdict == verdict)
  }

  @Test(arguments: [
    ("This work was supported by the Norland Council under grant NRC-7781-12.", Verdict.fail),
    ("This work was supported by a generous sponsor of the north.", .look),
    ("The runtime is supported by a cache of 4096 entries.", .pass),
    ("We thank the Systems Group of Marlsted for comments.", .look),
    ("We thank the anonymous reviewers for comments.", .pass),
  ])
  func `funding and thanks are told from support of other kinds`(text: String, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 2)
    fixture.say(text)
    #expect(fixture.finding("blind.acknowledgements").verdict == verdict)
  }

  @Test(arguments: [
    ("Questions go to jorun@marlsted.edu for now.", Verdict.look), ("ORCID 0000-0002-1825-0097", .look),
    ("Users write to user@example.org for now.", .pass), ("We count 1000-2000-3000 events.", .pass),
    ("Request permissions from permissions@acm.org.", .pass),
  ])
  func `an address in the text is for a person`(text: String, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 2)
    let run = TextRun(
      text: text, box: Box(x: 60, y: 400, width: 200, height: 9), font: Font(name: "Times"), fontSize: 9)
    fixture.layout.pages[1].lines.append(TextLine(runs: [run]))
    #expect(fixture.finding("blind.authors").verdict == verdict)
  }

  @Test func `a stamp of arXiv fails, a citation of arXiv does not`() {
    var fixture = LayoutFixture(pages: 2)
    fixture.say("as in arXiv:2301.01234 and others")
    #expect(fixture.finding("blind.stamp").verdict == .pass)
    let run = TextRun(
      text: "arXiv:2301.01234v2 [cs.LG] 5 Jan 2023", box: Box(x: 15, y: 200, width: 15, height: 300),
      font: Font(name: "Times"), fontSize: 20)
    fixture.layout.pages[0].lines.append(TextLine(runs: [run], direction: .rotated))
    #expect(fixture.finding("blind.stamp").verdict == .fail)
  }

  @Test func `attached files and comments are found`() {
    var fixture = LayoutFixture(pages: 2)
    fixture.layout.facts?.attachments = ["notes.txt"]
    fixture.layout.pages[1].facts?.annotations = [Annotation(kind: "comment", author: nil, contents: "?", box: box)]
    #expect(fixture.finding("blind.attachments").verdict == .look)
    #expect(fixture.finding("blind.annotations").verdict == .look)
    fixture.layout.pages[1].facts?.annotations[0].author = "Bettany Thornquill"
    #expect(fixture.finding("blind.annotations").verdict == .fail)
    fixture.layout.facts?.bookmarks = [Bookmark(title: "Draft of bettany@marlsted.edu")]
    #expect(fixture.finding("blind.bookmarks").verdict == .fail)
  }

  @Test(arguments: [
    ("our tool, released at ", true), ("our code base is publicly available from ", true),
    ("our crawler was hosted on ", true), ("our results agree with those of ", false),
    ("the tool is available at ", false), ("it serves our users, who are found in ", false),
    ("our raw data can be found on ", true), ("our subject programs were found on ", false),
    ("our method found on ", false),
  ])
  func `words that hand out the authors' own are told from others`(words: String, isOwn: Bool) {
    #expect(WebTarget.isOwn(words) == isOwn)
  }

  @Test(arguments: [
    ("University of Marlsted", Verdict.look), ("Norland Research Institute", .look), ("Anonymous Institution", .pass),
    ("How a university found its lost research notes", .pass), ("Figure 1: The University of Nowhere", .pass),
    ("Author 17", .pass),
  ])
  func `an institution without names above the abstract is for a person`(text: String, verdict: Verdict) {
    var fixture = LayoutFixture(pages: 2)
    fixture.replace(LayoutFixture.line(text, column: 1, row: 0, width: 100), page: 1, column: 1, row: 0)
    fixture.replace(LayoutFixture.line("Abstract", column: 1, row: 1, width: 50), page: 1, column: 1, row: 1)
    #expect(fixture.finding("blind.authors").verdict == verdict)
  }
}
