import PDFLayout
import Papers

/// `format.font-size`: the body is set in the template's size.
struct FontSizeRule: MeasuringRule {
  let id = "format.font-size"
  let summary = "The body is set in the template's size, or larger."
  let method =
    "The most frequent size of running text outside bibliography, figures, tables and footnotes. A 9 point font of TeX "
    + "is 8.97 points of PDF. 2% smaller is for a person, 4% smaller fails."
  let source = "The template that the call names."

  func measuredAnswer(for submission: CheckedSubmission) -> Answer {
    guard let template = submission.template else {
      return .notApplicable("The call names no template whose sizes are known.")
    }
    guard submission.hasText else { return .couldNotCheck("The file has no text to measure.") }
    guard let size = submission.body.fontSize else { return .pass("There is too little text to judge its size.") }
    let evidence = "body \(written(size)) points, template \(written(template.fontSize)) points"
    let ratio = size / template.fontSize
    let enough = submission.body.sizes.filter { $0.key > 0.98 * template.fontSize }.values.reduce(0, +)
    let place = submission.body.lines.first.map { Answer.Place(page: $0.page, box: $0.box) }
    let message =
      "The body is set in \(written(size)) points, but the template in \(written(template.fontSize)) points. In LaTeX, use "
      + "\(template.latex) without a size option, and take out \\small, \\fontsize and scaled fonts."
    // Rounded to tenths of a point, so that 8.97 is 9.
    if ratio < 0.965, enough < 0.3 { return .fail(message, at: place, evidence: evidence) }
    if ratio < 0.98 { return .look(message, at: place, evidence: evidence) }
    if let small = Self.smallPage(submission, least: 0.965 * template.fontSize) {
      return .look(
        "The text of page \(small) is mostly smaller than the template's \(written(template.fontSize)) points, while other "
          + "pages have the right size.", at: Answer.Place(page: small), evidence: evidence)
    }
    return .pass("The body is set in \(written(size)) points, as the template asks.", evidence: evidence)
  }

  /// A page of body text, nearly all of which is too small.
  private static func smallPage(_ submission: CheckedSubmission, least: Double) -> Int? {
    for (index, page) in submission.layout.pages.enumerated() where !page.isPicture {
      var small = 0
      var all = 0
      for (line, part) in zip(page.lines, submission.parts.parts[index])
      where part == .body && line.direction == .horizontal {
        let letters = line.mainRun.text.utf8.count
        guard letters >= 30 else { continue }
        all += letters
        if line.fontSize < least { small += letters }
      }
      if all > 2500, small * 10 > all * 8 { return page.number }
    }
    return nil
  }
}
