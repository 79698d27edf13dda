import PDFLayout
import Papers

/// `format.columns`: the text runs in as many columns as the call asks for.
struct ColumnsRule: MeasuringRule {
  let id = "format.columns"
  let summary = "The text runs in as many columns as the call, or its template, asks for."
  let method =
    "Lines of running text are counted by column on each page; figures, tables and lines across the page do not count. "
    + "A paper with less than a third of a page of text cannot be judged."
  let source = "The call's number of columns; where it names a template only, the template's."

  func measuredAnswer(for submission: CheckedSubmission) -> Answer {
    guard let asked = submission.venue.columns ?? submission.template?.columns else {
      return .notApplicable("The call does not say in how many columns the text runs.")
    }
    guard submission.hasText else { return .couldNotCheck("The file has no text to measure.") }
    let lines = submission.body.lines
    guard lines.count >= 20 else {
      return submission.paper.pageCount == 1
        ? .pass("There is too little text to count columns in.") : .couldNotCheck("Too little running text was found.")
    }
    let second = lines.count { $0.column == 2 }
    let isTwo = second * 8 >= lines.count
    let widest = lines.map(\.box.width).quantile(0.8)
    let seen = isTwo ? 2 : 1
    let evidence = "\(seen) column\(seen == 1 ? "" : "s"), lines \(written(widest)) points wide"
    if seen == min(asked, 2) {
      return .pass("The text runs in \(asked == 1 ? "one column" : "\(asked) columns").", evidence: evidence)
    }
    let page = lines.first?.page ?? 1
    // A single column that is no wider than one of two is a paper whose second column is empty.
    let isCertain = asked == 2 ? widest > 0.55 * (lines.first?.pageWidth ?? 612) : second * 3 >= lines.count
    let class_ = submission.template?.latex ?? "the template's two-column form"
    let message =
      asked == 2
      ? "The text runs in one column (lines \(written(widest)) points wide), but the call asks for two. Use \(class_)."
      : "The text runs in two columns, but the call asks for \(asked)."
    return isCertain
      ? .fail(message, at: Answer.Place(page: page), evidence: evidence)
      : .look(message, at: Answer.Place(page: page), evidence: evidence)
  }
}
