import PDFLayout
import Papers
import Venues

/// `format.margins`: the text block is no larger than the template's.
struct MarginsRule: MeasuringRule {
  let id = "format.margins"
  let summary = "The text block is no larger than the template's, and stands where the template puts it."
  let method =
    "Edges of the lines of running text: the typical left and right edge of the columns, the highest first line of two "
    + "columns, the typical last line of the pages. A taller block with larger letters, which holds no more lines, is no breach. Figures, tables, formulas, footnotes and numbers in the margin do not count. More than 3 "
    + "points over (2 above) is for a person, more than 6 points fails; a block that only stands higher is for a person."
  let source = "The template that the call names."

  private static let doubt = 3.0
  /// The same for the first lines, which stand alike on all pages: on 228 legal papers no two columns began less than
  /// 0.5 points below the template's number.
  private static let doubtAbove = 2.0
  private static let breach = 6.0

  func measuredAnswer(for submission: CheckedSubmission) -> Answer {
    guard let template = submission.template else {
      return .notApplicable("The call names no template whose margins are known.")
    }
    guard submission.hasText else { return .couldNotCheck("The file has no text to measure.") }
    guard let block = submission.body.block(columns: template.columns) else {
      // One wide column is the finding of format.columns.
      let width = submission.body.lines.map(\.box.width).quantile(0.8)
      return width > 1.3 * template.columnWidth
        ? .couldNotCheck(
          "The text does not run in \(template.columns) columns as the template's does, so its margins cannot be compared."
        )
        : .pass("There is too little running text to judge the margins.")
    }
    let over: [(words: String, points: Double, doubt: Double, isVertical: Bool)] = [
      (
        "the left margin is \(written(block.left)) points instead of \(written(template.leftMargin))",
        template.leftMargin - block.left, Self.doubt, false
      ),
      (
        "the right margin is \(written(block.right)) points instead of \(written(template.rightMargin))",
        template.rightMargin - block.right, Self.doubt, false
      ),
      (
        "the top margin is \(written(block.top)) points instead of \(written(template.topMargin))",
        template.topMargin - block.top, Self.doubtAbove, true
      ),
      (
        "the bottom margin is \(written(block.bottom)) points instead of \(written(template.bottomMargin))",
        template.bottomMargin - block.bottom, Self.doubt, true
      ),
      (
        "the columns are \(written(block.columnWidth)) points wide instead of \(written(template.columnWidth))",
        block.columnWidth - template.columnWidth, Self.doubt, false
      ),
    ]
    let evidence =
      "left \(written(block.left)), right \(written(block.right)), top \(written(block.top)), bottom \(written(block.bottom)), "
      + "column \(written(block.columnWidth)) points"
    // Another form of the class (sigplan) has a taller block and larger letters: the page holds no more for it.
    let isRoomier = Self.gains(block, submission.body, template)
    let sides = over.filter { isRoomier || !$0.isVertical }
    let found = sides.filter { $0.points > $0.doubt }
    guard !found.isEmpty else {
      let isTaller = over.contains { $0.isVertical && $0.points > $0.doubt }
      return .pass(
        isTaller
          ? "The text block is taller than the template's, but its lines are further apart, so that it holds no more of them."
          : "The text block is that of the template.", evidence: evidence)
    }
    let message =
      "The text block is larger than the template's: \(found.map(\.words).joined(separator: ", ")). In LaTeX, take out geometry, fullpage, \\textheight, "
      + "\\topmargin, \\columnsep and \\enlargethispage; the class sets the margins."
    let place = Answer.Place(page: block.page)
    // A block that was moved up leaves as much room below.
    let rise = max(template.topMargin - block.top, 1)
    let isMoved = block.lowest - template.bottomMargin > 0.6 * rise
    return found.contains { $0.points > Self.breach && !($0.isVertical && isMoved) }
      ? .fail(message, at: place, evidence: evidence) : .look(message, at: place, evidence: evidence)
  }

  /// Whether a page holds more lines than the template's.
  private static func gains(_ block: BodyMeasures.Block, _ body: BodyMeasures, _ template: PaperTemplate) -> Bool {
    guard let height = body.lines.first?.pageHeight, let leading = body.leading else { return true }
    let lines = (height - min(block.top, template.topMargin) - block.bottom) / leading
    return lines > (height - template.topMargin - template.bottomMargin) / template.leading - 0.5
  }
}
