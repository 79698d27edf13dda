import PDFLayout
import Papers

/// Pages for tests, written as lines at places.
struct LayoutFixture {
  var lines: [TextLine] = []

  /// Adds a line; each run is a text with its size and font.
  mutating func add(
    _ runs: [(text: String, size: Double, font: String)], left: Double = 72, top: Double, width: Double? = nil,
    column: Int = 1, spansColumns: Bool = false
  ) {
    var x = left
    let letters = runs.reduce(0) { $0 + $1.text.count }
    var made: [TextRun] = []
    for run in runs {
      let runWidth =
        width.map { $0 * Double(run.text.count) / Double(letters) } ?? Double(run.text.count) * run.size * 0.45
      let isRaised = run.size < (runs.map(\.size).max() ?? 0) * 0.8
      made.append(
        TextRun(
          text: run.text, box: Box(x: x, y: isRaised ? top - 2 : top, width: runWidth, height: run.size),
          font: Font(name: run.font), fontSize: run.size, followsSpace: !isRaised))
      x += runWidth
    }
    lines.append(TextLine(runs: made, column: column, spansColumns: spansColumns))
  }

  /// Adds a line of one style.
  mutating func add(
    _ text: String, size: Double = 10, font: String = "Times-Roman", left: Double = 72, top: Double,
    width: Double? = nil, column: Int = 1, spansColumns: Bool = false
  ) {
    add([(text, size, font)], left: left, top: top, width: width, column: column, spansColumns: spansColumns)
  }

  /// Adds lines of text under one another and returns where the next one would stand.
  mutating func addParagraph(
    _ texts: [String], size: Double = 10, left: Double = 72, top: Double, width: Double = 460, column: Int = 1
  ) -> Double {
    var y = top
    for (index, text) in texts.enumerated() {
      add(text, size: size, left: left, top: y, width: index + 1 == texts.count ? 0.8 * width : width, column: column)
      y += size * 1.2
    }
    return y
  }

  /// The lines as a page of letter size.
  func page(number: Int = 1) -> PageLayout { PageLayout(number: number, width: 612, height: 792, lines: lines) }

  /// The lines as a document of one page.
  func document() -> DocumentLayout { DocumentLayout(pageCount: 1, pages: [page()]) }

  /// Sentences of a made-up abstract, as lines.
  static let abstract = [
    "We study how a scheduler for shared machines can learn from its own decisions in the past, and we show",
    "that most of the work in a cluster repeats what was seen before. Our scheduler is a state-of-the-art one",
    "and needs no changes to the programs that it runs. In nine months of operation it shortened the waiting",
    "of users by a third. We also report what went wrong, and which of our assumptions did not hold.",
  ]

  /// The abstract as one paragraph.
  static var abstractText: String { abstract.joined(separator: " ") }

  /// Lines of body text in great number, so that their size is the document's.
  mutating func addBody(top: Double, count: Int = 20, size: Double = 10, left: Double = 72, column: Int = 1) {
    _ = addParagraph(
      Array(
        repeating: "The body of the paper goes on and on in the size that most of its letters have, line by line.",
        count: count),
      size: size, left: left, top: top, column: column)
  }
}
