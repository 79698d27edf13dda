import PDFLayout
import Papers
import Venues

@testable import SubmissionChecks

/// Pages of running text in two columns, as the template below sets them, to which tests do harm.
struct LayoutFixture {
  static let template = PaperTemplate(
    id: "acm-sigconf", name: "ACM sigconf (acmart)", pageSize: "letter", columns: 2, columnWidth: 240, leftMargin: 54,
    rightMargin: 54, topMargin: 84, bottomMargin: 80, fontSize: 8.97, leading: 10.96, fonts: ["Libertine"],
    marks: ["acmart"], latex: #"\documentclass[sigconf,anonymous,review]{acmart}"#)

  static let venue = Venue(
    name: "V", pageLimit: PageLimit(max: 6, count: .wholePages, includes: [.appendix], excludes: [.references]),
    anonymity: .doubleBlind, template: "acm-sigconf", columns: 2, fileTypes: ["pdf"], maxFileMb: 20,
    deadlines: [
      Deadline(what: .paper, label: "Due", at: "2023-07-12T23:59:00-12:00", superseded: true),
      Deadline(what: .paper, label: "Due", at: "2023-07-26T23:59:00-12:00"),
    ])

  static let sentence = "This line of running text goes on for as long as a column is wide and says"
  static let linesPerColumn = 57

  var paper: Paper
  var layout: DocumentLayout
  var record = SubmissionRecord.unknown
  var rules = RuleBook(venue: venue, template: template)

  /// Makes whole pages of text.
  init(pages: Int, fontSize: Double = 8.97, leading: Double = 10.96, font: String = "LinLibertineT") {
    layout = DocumentLayout(
      pageCount: pages, metadata: DocumentMetadata(title: "T", producer: "pdfTeX"),
      pages: (1...pages).map { number in
        PageLayout(
          number: number, width: 612, height: 792,
          lines: (1...2).flatMap { column in
            (0..<Self.linesPerColumn).map { row in
              Self.line(column: column, row: row, fontSize: fontSize, leading: leading, font: font)
            }
          }, facts: PageFacts())
      },
      facts: DocumentFacts(
        byteCount: 300_000, information: [InformationEntry(key: "Creator", value: "LaTeX with acmart")],
        fonts: [FontFact(name: font, isEmbedded: true)]))
    paper = Paper(file: "a.pdf", title: "T", pageCount: pages)
  }

  static func line(
    _ text: String = sentence, column: Int, row: Int, fontSize: Double = 8.97, leading: Double = 10.96,
    font: String = "LinLibertineT", left: Double? = nil, width: Double = 240
  ) -> TextLine {
    let left = left ?? (column == 1 ? 54.0 : 318.0)
    let top = 84 + Double(row) * leading
    return TextLine(
      runs: [
        TextRun(
          text: text, box: Box(left: left, top: top, right: left + width, bottom: top + fontSize),
          font: Font(name: font), fontSize: fontSize)
      ], column: column)
  }

  /// Replaces a line by a heading of the first level.
  mutating func addHeading(_ title: String, number: String? = nil, page: Int, column: Int, row: Int) {
    let line = Self.line(title, column: column, row: row, font: "LinBiolinumTB", width: 80)
    replace(line, page: page, column: column, row: row)
    paper.sections.append(
      Section(
        number: number, title: title, level: 1,
        position: PagePosition(page: page, column: column, y: line.box.top)))
  }

  /// Replaces one line.
  mutating func replace(_ line: TextLine, page: Int, column: Int, row: Int) {
    layout.pages[page - 1].lines[(column - 1) * Self.linesPerColumn + row] = line
  }

  /// Leaves only so many lines of a page, in reading order.
  mutating func cut(page: Int, after count: Int) {
    layout.pages[page - 1].lines = Array(layout.pages[page - 1].lines.prefix(count))
  }

  /// Puts a sentence in the place of a line of the first page.
  mutating func say(_ text: String, row: Int = 20) {
    replace(Self.line(text, column: 1, row: row), page: 1, column: 1, row: row)
  }

  /// The finding of one rule.
  func finding(_ rule: String) -> Finding {
    let findings = SubmissionChecker(rules: rules).findings(for: paper, layout: layout, record: record)
    return findings.first { $0.rule == rule }
      ?? Finding(id: "", rule: rule, verdict: .couldNotCheck, message: "no such rule")
  }
}
