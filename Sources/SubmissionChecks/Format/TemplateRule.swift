import PDFLayout
import Papers
import Venues

/// `format.template`: the paper is set with the template that the call names.
struct TemplateRule: MeasuringRule {
  let id = "format.template"
  let summary = "The paper is set with the template that the call names; review and final form are both right."
  let method =
    "Four marks: the body's font, the column width, the distance of lines, and the words that the class leaves in the "
    + "metadata. All four, or three: it is the template. Only one or none: it is not. In between, and where only the font "
    + "is another text font (Times, Palatino), a person looks."
  let source = "The template that the call names."

  func measuredAnswer(for submission: CheckedSubmission) -> Answer {
    guard let name = submission.venue.template else { return .notApplicable("The call names no template.") }
    guard let template = submission.template else {
      return .couldNotCheck(
        "The call asks for the template '\(name)', whose numbers this program does not have. Add corpora/templates/\(name).yaml."
      )
    }
    guard submission.hasText else { return .couldNotCheck("The file has no text to measure.") }
    guard submission.body.lines.count >= 25 else {
      return .pass("There is too little running text to tell the template.")
    }
    let marks = Marks(submission, template: template)
    if marks.isTemplate { return .pass("The paper is set with \(template.name).", evidence: marks.evidence) }
    let missing = marks.missing.joined(separator: ", ")
    let advice = "In LaTeX, begin with \(template.latex)."
    let place = submission.body.lines.first.map { Answer.Place(page: $0.page, box: $0.box) }
    return marks.isOther
      ? .fail("The paper is not set with \(template.name): \(missing). \(advice)", at: place, evidence: marks.evidence)
      : .look(
        "Whether the paper is set with \(template.name) is not certain: \(missing). \(advice)", at: place,
        evidence: marks.evidence)
  }

  /// What tells a template.
  private struct Marks {
    let hasFont: Bool
    let hasWidth: Bool
    let hasLeading: Bool
    let hasMark: Bool
    let missing: [String]
    let evidence: String
    private let isOneColumn: Bool
    private let hasSize: Bool
    /// Whether the body is set in a font that somebody chose, and not in one that a class falls back to.
    private let hasExchangedFont: Bool
    /// Families for running text in the spelling of common programs. Where the template's font is not installed, LaTeX
    /// takes Computer Modern, so this is none.
    private static let chosenFonts = [
      "times", "nimbusrom", "nimbussan", "termes", "palatino", "pagella", "palladio", "arial", "helvetica", "calibri",
      "cambria", "garamond", "georgia", "charter", "utopia", "bookman", "schola", "minion", "ptserif", "notoserif",
      "heros", "ptmr", "phvr", "pplr",
    ]

    init(_ submission: CheckedSubmission, template: PaperTemplate) {
      let body = submission.body
      let font = body.font ?? ""
      hasFont = template.fonts.contains { font.lowercased().contains($0.lowercased()) }
      let letters = font.lowercased().filter(\.isLetter)
      hasExchangedFont = !hasFont && Self.chosenFonts.contains { letters.contains($0) }
      let block = body.block(columns: template.columns)
      let width = block?.columnWidth ?? body.lines.map(\.box.width).quantile(0.8)
      isOneColumn = template.columns == 2 && block == nil && width > 1.3 * template.columnWidth
      // A tenth less is a paper whose lines are all short.
      hasWidth = !isOneColumn && abs(width - template.columnWidth) < 0.03 * template.columnWidth
      let facts = submission.layout.facts
      let words =
        ((facts?.information.map(\.value) ?? []) + [submission.layout.metadata.producer, facts?.xmp].compactMap { $0 })
        .joined(separator: " ").lowercased()
      hasMark = template.marks.contains { words.contains($0.lowercased()) }
      let leading = body.leading ?? template.leading
      let size = body.fontSize ?? template.fontSize
      // The class has larger sizes too (10pt, 11pt), which bring their spacing along.
      let asked = template.leading * max(size / template.fontSize, 1)
      hasLeading =
        abs(leading - template.leading) < 0.04 * template.leading
        || (hasMark && size > template.fontSize && abs(leading - asked) < 0.04 * asked)
      hasSize = size > 0.95 * template.fontSize && (hasMark || size < 1.05 * template.fontSize)
      var missing: [String] = []
      if !hasFont { missing.append("the body's font is \(font.isEmpty ? "nameless" : font)") }
      if isOneColumn {
        missing.append("the text runs in one column")
      } else if !hasWidth {
        missing.append("the columns are \(written(width)) points wide instead of \(written(template.columnWidth))")
      }
      if !hasLeading {
        missing.append("the lines are \(hundredths(leading)) points apart instead of \(hundredths(template.leading))")
      }
      if !hasMark { missing.append("the class left no mark in the metadata") }
      self.missing = missing
      evidence =
        "font \(font), column \(written(width)) points, lines \(hundredths(leading)) points apart"
        + (hasMark ? ", class named in the metadata" : "")
    }

    private var count: Int { [hasFont, hasWidth, hasLeading, hasMark].count { $0 } }
    /// The same class in another form (such as sigplan) differs in size and spacing only.
    var isTemplate: Bool { (count == 4 || (count == 3 && hasSize && !hasExchangedFont)) && !isOneColumn }
    var isOther: Bool { isOneColumn || count == 0 || (count == 1 && !hasMark) }
  }
}
