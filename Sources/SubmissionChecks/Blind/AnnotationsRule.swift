import PDFLayout
import Papers

/// `blind.annotations`: no comment in the file names who made it.
struct AnnotationsRule: BlindRule {
  let id = "blind.annotations"
  let summary = "The pages carry no comments or marks, which name the person who made them."
  let method =
    "Comments, highlights and drawings over the pages. One with a person's name fails; others are for a person."

  func blindAnswer(for submission: CheckedSubmission) -> Answer {
    guard submission.layout.facts != nil else { return .couldNotCheck("The file's comments are not known.") }
    let all = submission.layout.pages.flatMap { page in
      (page.facts?.annotations ?? []).filter { $0.kind != "attached file" }.map { (page.number, $0) }
    }
    guard let first = all.first else { return .pass("No comments are laid over the pages.") }
    let advice = "Delete comments and marks before uploading, or make the PDF again from the source."
    let named = all.first { _, mark in
      guard let author = mark.author else { return false }
      return !Identity.isAnonymous(author) && !Identity.isGeneric(author)
    }
    let (page, mark) = named ?? first
    let place = Answer.Place(page: page, box: mark.box)
    let count = all.count == 1 ? "A comment is" : "\(all.count) comments are"
    guard let author = named?.1.author else {
      return .look(
        "\(count) laid over the pages, the first on page \(page). \(advice)", at: place, evidence: mark.contents,
        visibility: .chair)
    }
    let isCertain =
      Identity.looksLikeName(author) || Identity.knownAuthor(in: author, of: submission.record) != nil
    return Answer(
      verdict: isCertain ? .fail : .look,
      message: "\(count) laid over the pages; one on page \(page) names who made it. \(advice)", place: place,
      evidence: author, visibility: .chair)
  }
}
