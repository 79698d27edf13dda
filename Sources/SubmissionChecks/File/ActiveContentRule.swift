import PDFLayout
import Papers

/// `file.active-content`: the file does nothing by itself.
struct ActiveContentRule: SubmissionRule {
  let id = "file.active-content"
  let summary = "The file runs no script and starts no program."
  let method =
    "All objects of the file that can be reached are looked at for scripts and for orders to start a program, also "
    + "those that a viewer follows on opening the file or a page. A form that sends data is for a person."
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
    if let action = facts.actions?.first(where: { $0.kind == .launch }) {
      return .fail(
        "\(Self.whose(action)) starts a program or opens another file on the reader's machine. Take it out.",
        at: action.page.map { Answer.Place(page: $0) }, evidence: "launch")
    }
    if let action = facts.actions?.first(where: { $0.kind == .script }) {
      return .fail(
        "\(Self.whose(action)) runs a script (JavaScript). In LaTeX it comes from packages such as animate, media9 or "
          + "insdljs, and from forms; leave them out.",
        at: action.page.map { Answer.Place(page: $0) }, evidence: "JavaScript")
    }
    guard facts.hasJavaScript else {
      guard let actions = facts.actions else {
        return .couldNotCheck(
          "No script and no program was found among the links; the file is too large or too damaged to look through all "
            + "of its objects.")
      }
      guard let form = actions.first else {
        return .pass("The file runs no script and starts no program.")
      }
      return .look(
        "\(Self.whose(form)) holds a form that sends or fetches data. A paper needs none.",
        at: form.page.map { Answer.Place(page: $0) }, evidence: "form")
    }
    return .fail(
      "The file holds a script (JavaScript), which some viewers run. In LaTeX it comes from packages such as animate, "
        + "media9 or insdljs; leave them out.", evidence: "JavaScript in the document")
  }

  private static func whose(_ action: FileAction) -> String {
    action.page.map { "Something on page \($0)" } ?? "The file, by itself,"
  }
}
