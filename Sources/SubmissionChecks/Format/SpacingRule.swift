import PDFLayout
import Papers

/// `format.spacing`: the lines are as far apart as the template sets them.
struct SpacingRule: MeasuringRule {
  let id = "format.spacing"
  let summary = "The lines are as far apart as the template sets them."
  let method =
    "The median distance of neighbouring baselines of running text, in the whole paper and on each page. 1.5% less is "
    + "for a person, 3% less fails. Space around headings and figures is not judged."
  let source = "The template that the call names."

  func measuredAnswer(for submission: CheckedSubmission) -> Answer {
    guard let template = submission.template else {
      return .notApplicable("The call names no template whose spacing is known.")
    }
    guard submission.hasText else { return .couldNotCheck("The file has no text to measure.") }
    guard let leading = submission.body.leading else {
      return .pass("There is too little running text to judge its spacing.")
    }
    // A smaller font brings smaller spacing along; that is another rule's finding.
    let asked = template.leading
    let evidence = "\(hundredths(leading)) points from line to line, template \(hundredths(asked)) points"
    let squeezed = submission.body.leadings.filter { $0.value.count >= 15 }.mapValues(\.median)
      .filter { $0.value < 0.975 * asked }.keys.min()
    let advice =
      "In LaTeX, take out \\linespread, \\baselinestretch, setspace and \\fontsize; the class sets the spacing."
    let found =
      "The lines stand \(hundredths(leading)) points apart, but the template sets them \(hundredths(asked)) points apart. "
    let place = submission.body.lines.first.map { Answer.Place(page: squeezed ?? $0.page) }
    if leading < 0.97 * asked { return .fail(found + advice, at: place, evidence: evidence) }
    if leading < 0.985 * asked { return .look(found + advice, at: place, evidence: evidence) }
    if let squeezed {
      return .look(
        "The lines of page \(squeezed) stand closer together than the template sets them and than on other pages. \(advice)",
        at: Answer.Place(page: squeezed), evidence: evidence)
    }
    return .pass("The lines stand as far apart as the template sets them.", evidence: evidence)
  }
}
