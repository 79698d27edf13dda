import PDFLayout
import Papers
import Venues

/// `format.page-size`: the pages have the size that the call, or its template, asks for.
struct PageSizeRule: SubmissionRule {
  let id = "format.page-size"
  let summary = "All pages have the size that the call asks for, else the size of its template."
  let method = "Up to 3 points (1 mm) of difference is rounding; a page laid on its side has the right size."
  let source = "The call's page size; where it names a template only, the size that the template's class sets."

  private static let tolerance = 3.0
  private static let sizes: [String: (width: Double, height: Double, name: String)] = [
    "letter": (612, 792, "US letter"), "a4": (595.28, 841.89, "A4"), "a5": (419.53, 595.28, "A5"),
    "legal": (612, 1008, "US legal"),
  ]

  func answer(for submission: CheckedSubmission) -> Answer {
    let stated = submission.venue.pageSize.flatMap { Self.sizes[$0.lowercased()] }
    guard let size = stated ?? submission.template?.pageSize.flatMap({ Self.sizes[$0] }) else {
      return submission.venue.pageSize == nil
        ? .notApplicable("Neither the call nor a known template names a page size.")
        : .couldNotCheck(
          "The call's page size '\(submission.venue.pageSize ?? "")' is not one that this program knows.")
    }
    let wrong = submission.layout.pages.filter { !isClose($0, size.width, size.height) }
    guard let first = wrong.first else {
      return .pass("All pages are \(size.name).", evidence: "\(written(size.width)) x \(written(size.height)) points")
    }
    let seen = Self.sizes.values.first { isClose(first, $0.width, $0.height) }?.name
    let measure = "\(written(first.width)) x \(written(first.height)) points"
    let who = stated != nil ? "the call asks for" : "the template (\(submission.template?.name ?? "")) sets"
    let pages = wrong.count == submission.layout.pages.count ? "The pages are" : "Page \(first.number) is"
    return .fail(
      "\(pages) \(seen.map { "\($0), " } ?? "")\(measure), but \(who) \(size.name) "
        + "(\(written(size.width)) x \(written(size.height)) points). In LaTeX, take out a4paper and \\pdfpagewidth, and "
        + "make the PDF without scaling to another paper.",
      at: Answer.Place(page: first.number), evidence: measure)
  }

  private func isClose(_ page: PageLayout, _ width: Double, _ height: Double) -> Bool {
    (abs(page.width - width) <= Self.tolerance && abs(page.height - height) <= Self.tolerance)
      || (abs(page.width - height) <= Self.tolerance && abs(page.height - width) <= Self.tolerance)
  }
}
