import Foundation
import GRDB
import TestSupport
import Testing

/// The pictures of first pages from end to end: what they show to whom, and that nobody's identity is in a blind one.
struct PictureTests {
  /// Pieces of a first page that tell who wrote it, and where they stand, from the page's bottom left corner.
  private static let planted: [(text: String, x: Double, y: Double, size: Double)] = [
    ("Journal of the Museion, Theonides et al.", 72, 765, 9),
    ("Hypatia Theonides", 230, 672, 12),
    ("Museion of Alexandria", 236, 656, 10),
    ("hypatia@alexandria.example", 228, 642, 10),
    ("Our code is at https://github.com/theonides/astrolabe and free for all who want it.", 72, 300, 10),
    ("We go on from where Theonides ended, with another instrument and under another sky.", 72, 286, 10),
    ("The first author is with the Museion; this work was supported by the city of Alexandria.", 72, 70, 8),
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: true)
  }

  /// A paper with planted identities; the stamp goes up the left margin.
  private func paper(authors: Bool = true, abstract: Bool = true) -> Data {
    func line(_ text: String, _ x: Double, _ y: Double, _ size: Double) -> String {
      "BT /F1 \(size) Tf \(x) \(y) Td (\(text)) Tj ET"
    }
    var lines = [line("Astrolabes That Learn from Their Own Errors", 90, 700, 20)]
    if abstract { lines.append(line("Abstract", 280, 616, 12)) }
    for row in 0..<9 {
      lines.append(
        line(
          "The sky turns and the disk turns with it, and what we read off the disk is a time of day.", 96,
          598 - Double(row) * 12, 10))
    }
    lines.append(line("1 Introduction", 72, 470, 12))
    for row in 0..<11 {
      lines.append(
        line(
          "An instrument of brass has errors that no maker can file away, and they grow with the years of use.", 72,
          450 - Double(row) * 12, 10))
    }
    for row in 0..<12 {
      lines.append(
        line(
          "We measure them by the stars that everybody knows and set the disk right again before each night.", 72,
          262 - Double(row) * 12, 10))
    }
    if authors {
      lines += Self.planted.map { line($0.text, $0.x, $0.y, $0.size) }
      lines.append("BT /F1 20 Tf 0 1 -1 0 34 250 Tm (arXiv:2301.00001v1 [cs.LG] 1 Jan 2023) Tj ET")
    }
    var pdf = TinyPDF()
    pdf.addPage(content: lines.joined(separator: "\n"))
    guard authors else { return pdf.data() }
    let link = "/A << /S /URI /URI (https://github.com/theonides) >>"
    return pdf.data(
      trailer: "/Info 6 0 R", page: "/Annots [<< /Type /Annot /Subtype /Link /Rect [300 390 420 402] \(link) >>]",
      objects: ["<< /Author (Hypatia Theonides) /Subject (Museion of Alexandria) >>"])
  }

  private func triage(_ more: [String] = []) throws -> ProgramRun {
    try ProgramRun(["triage", folder.path + "/in", "--output", folder.path + "/out"] + more)
  }

  private func pictures() throws -> [(full: Data?, blind: Data?)] {
    try DatabaseQueue(path: folder.path + "/out/triage.sqlite").read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT full, blind FROM submission JOIN picture ON picture.content = submission.reading ORDER BY position"
      ).map { (full: $0["full"], blind: $0["blind"]) }
    }
  }

  private func report(_ name: String = "report.html") throws -> String {
    try String(contentsOfFile: folder.path + "/out/" + name, encoding: .utf8)
  }

  @Test func `a planted identity can be seen in the chair's picture and nowhere in a blind one`() throws {
    _ = try folder.file("in/paper12.pdf", paper())
    #expect(try triage().status == 0)
    let row = try #require(try pictures().first)
    let (fullFile, blindFile) = (try #require(row.full), try #require(row.blind))
    let full = try #require(GreyPicture(png: fullFile))
    let blind = try #require(GreyPicture(png: blindFile))
    #expect(blind.width == full.width && blind.height == full.height)
    let stamp = (left: 16.0, top: 160.0, right: 40.0, bottom: 540.0)
    let boxes =
      Self.planted.map { piece in
        (
          left: piece.x, top: 792 - piece.y - piece.size, right: piece.x + 0.45 * piece.size * Double(piece.text.count),
          bottom: 792 - piece.y + 0.2 * piece.size
        )
      } + [stamp]
    for (place, box) in boxes.enumerated() {
      #expect(full.darkest(left: box.left, top: box.top, right: box.right, bottom: box.bottom) < 140, "\(place)")
      // The grey of a covered place is 218; ink is darker.
      #expect(blind.darkest(left: box.left, top: box.top, right: box.right, bottom: box.bottom) > 200, "\(place)")
    }
    // The title, the abstract and the text in the middle are the same in both.
    for (top, bottom) in [(70.0, 94.0), (169, 290), (320, 380), (410, 470)] {
      let scale = Double(full.width) / 612
      let pixels = Int(top * scale) * full.width..<Int(bottom * scale) * full.width
      let inner = pixels.filter { (45...440).contains($0 % full.width) }
      #expect(inner.allSatisfy { full.pixels[$0] == blind.pixels[$0] }, "\(top)")
    }
  }

  @Test func `a planted identity is in no output for blind readers, whether in text, metadata, link or file name`()
    throws
  {
    _ = try folder.file("in/12_Theonides_Astrolabes.pdf", paper())
    #expect(try triage().status == 0)
    let words = ["Hypatia", "Theonides", "alexandria.example", "Museion", "2301.00001"]
    for output in ["report.html", "papers.csv", "papers.ndjson", "hotcrp-tags.csv"] {
      let text = try report(output)
      #expect(words.filter { text.range(of: $0, options: .caseInsensitive) != nil } == [], "\(output)")
    }
    let chair = try report("chair/report.html")
    for word in ["Hypatia", "Theonides"] { #expect(chair.range(of: word, options: .caseInsensitive) != nil, "\(word)") }
    // The link's place is covered too.
    let file = try #require(try pictures().first?.blind)
    let blind = try #require(GreyPicture(png: file))
    #expect(blind.darkest(left: 300, top: 390, right: 420, bottom: 402) > 200)
  }

  @Test func `each report has its own picture, and a blind one has no other`() throws {
    _ = try folder.file("in/paper12.pdf", paper())
    _ = try triage()
    let row = try #require(try pictures().first)
    let (full, blind) = (try #require(row.full).base64EncodedString(), try #require(row.blind).base64EncodedString())
    #expect(try report().contains(blind) && !report().contains(full))
    #expect(try report("chair/report.html").contains(full) && !report("chair/report.html").contains(blind))
  }

  @Test func `without a certain abstract blind readers get no picture, and are told`() throws {
    _ = try folder.file("in/paper12.pdf", paper(abstract: false))
    _ = try triage()
    let row = try #require(try pictures().first)
    #expect(row.full != nil && row.blind == nil)
    #expect(try report().contains("\"picture\":{}") && !report().contains("data:image"))
    #expect(try report("chair/report.html").contains("data:image/png;base64,"))
  }

  @Test func `pictures can be left out, and come when they are wanted again`() throws {
    _ = try folder.file("in/paper12.pdf", paper())
    _ = try triage(["--no-pictures"])
    #expect(try pictures().isEmpty)
    #expect(try !report().contains("\"picture\":") && !report("chair/report.html").contains("\"picture\":"))
    _ = try triage()
    #expect(try pictures().count == 1)
    #expect(try report().contains("data:image/png;base64,"))
    _ = try triage(["--no-pictures"])
    #expect(try !report().contains("\"picture\":"))
  }

  @Test func `a second run draws nothing again, and a mark keeps the pictures`() throws {
    _ = try folder.file("in/paper12.pdf", paper())
    _ = try triage()
    // What is drawn again would be another picture than this one.
    try DatabaseQueue(path: folder.path + "/out/triage.sqlite").write {
      try $0.execute(sql: "UPDATE picture SET blind = x'89504E47'")
    }
    _ = try triage()
    #expect(try pictures().first?.blind == Data([0x89, 0x50, 0x4E, 0x47]))
    #expect(try report().contains("data:image/png;base64,iVBORw=="))
    #expect(try ProgramRun(["mark", "12", "--reviewed", "--output", folder.path + "/out"]).status == 0)
    #expect(try report().contains("data:image/png;base64,iVBORw=="))
  }

  @Test func `pages beside the report are for their owner only and named by the paper's number`() throws {
    _ = try folder.file("in/12_Theonides_Astrolabes.pdf", paper())
    _ = try triage()
    // One picture larger than all may be together in a report.
    try DatabaseQueue(path: folder.path + "/out/triage.sqlite").write {
      try $0.execute(sql: "UPDATE picture SET blind = zeroblob(12000000), full = zeroblob(12000000)")
    }
    _ = try triage()
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/out")
    #expect(names.filter { $0.hasSuffix(".png") }.sorted() == ["chair/pages/paper-12.png", "pages/paper-12.png"])
    #expect(try report().contains("\"address\":\"pages/paper-12.png\""))
    for name in names {
      let mode =
        try FileManager.default.attributesOfItem(atPath: folder.path + "/out/" + name)[.posixPermissions] as? Int
      #expect((mode ?? 0o777) & 0o077 == 0, "\(name)")
    }
  }
}
