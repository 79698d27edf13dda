import PDFLayout
import Papers

/// `file.text`: the pages hold text, not only pictures of it.
struct TextLayerRule: SubmissionRule {
  let id = "file.text"
  let summary = "The pages hold text that can be searched, not only pictures of text."
  let method = "A file without a letter on any page fails; one whose letters do not spell words is for a person."
  let source = "Reviewers search and quote; screen readers need text; no other rule can be checked without it."

  func answer(for submission: CheckedSubmission) -> Answer {
    let pages = submission.layout.pages
    let empty = pages.filter { $0.lines.isEmpty && $0.hiddenText.isEmpty }
    let advice = "Make the PDF from the source (pdflatex), not by scanning or printing to an image."
    if !pages.isEmpty, empty.count == pages.count {
      return .fail("The file has no text, only pictures of pages. \(advice)", at: Answer.Place(page: 1))
    }
    if submission.paper.warnings.contains(.unreadableText) {
      return .look(
        "The file's text does not spell words: its fonts have no usable encoding, so nobody can search it. In LaTeX, "
          + "\\usepackage{cmap} or \\usepackage[T1]{fontenc} with Type 1 fonts helps.", at: Answer.Place(page: 1))
    }
    let pictured = empty.filter { page in
      page.imageBoxes.contains { $0.width * $0.height > 0.5 * page.width * page.height }
    }
    if let first = pictured.first, pictured.count * 2 > pages.count {
      return .look(
        "\(pictured.count) of \(pages.count) pages are pictures without text, the first is page \(first.number). "
          + advice, at: Answer.Place(page: first.number))
    }
    let recognized = pages.filter { $0.isPicture && !$0.lines.isEmpty }
    if let first = recognized.first {
      let subject =
        recognized.count == pages.count
        ? "The pages are pictures"
        : "\(recognized.count) of \(pages.count) pages, the first of them page \(first.number), are pictures"
      return .pass("\(subject) with recognized text over them, which can be searched but may hold errors.")
    }
    return .pass("The pages have text that can be searched.")
  }
}
