import PDFLayout
import Papers

/// `file.active-content`: the file does nothing by itself.
struct ActiveContentRule: SubmissionRule {
  let id = "file.active-content"
  let summary = "The file runs no script and starts no program."
  let method =
    "Scripts in the document's list of scripts, and links that run a script or start a program or file. An action that "
    + "the file asks for on being opened is not seen."
  let source = "Reviewers open files of strangers: a paper needs neither scripts nor programs."

  func answer(for submission: CheckedSubmission) -> Answer {
    guard let facts = submission.layout.facts else { return .couldNotCheck("The file's actions are not known.") }
    for page in submission.layout.pages {
      for link in page.facts?.links ?? [] where link.kind == .launch {
        return .fail(
          "A link on page \(page.number) starts a program or opens another file on the reader's machine. Replace "
            + "\\href{run:...} by an ordinary link, or take it out.",
          at: Answer.Place(page: page.number, box: link.box), evidence: "launch: \(link.target)", visibility: .chair)
      }
    }
    if let page = submission.layout.pages.first(where: { $0.facts?.links.contains { $0.kind == .script } == true }) {
      return .fail(
        "A link on page \(page.number) runs a script (JavaScript). Leave out forms, \\Acrobatmenu and animations.",
        at: Answer.Place(page: page.number), evidence: "script in a link")
    }
    guard facts.hasJavaScript else {
      return .pass("No listed script, and no link that runs a script or starts a program.")
    }
    return .fail(
      "The file holds a script (JavaScript), which some viewers run. In LaTeX it comes from packages such as animate, "
        + "media9 or insdljs; leave them out.", evidence: "JavaScript in the document")
  }
}
