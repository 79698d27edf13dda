import PDFLayout
import Papers

/// `blind.attachments`: the file carries no other files.
struct AttachmentsRule: BlindRule {
  let id = "blind.attachments"
  let summary = "The PDF carries no attached files, whose names and contents may tell the authors."
  let method = "Files attached to the document or to a page. What is in them is not looked at, so a person must."

  func blindAnswer(for submission: CheckedSubmission) -> Answer {
    guard let facts = submission.layout.facts else { return .couldNotCheck("The file's attachments are not known.") }
    let advice = "In LaTeX they come from the packages attachfile, embedfile or navigator; leave them out."
    if !facts.attachments.isEmpty {
      return .look(
        "\(facts.attachments.count == 1 ? "A file is" : "\(facts.attachments.count) files are") attached to the PDF. \(advice)",
        evidence: facts.attachments.prefix(5).joined(separator: ", "), visibility: .chair)
    }
    for page in submission.layout.pages {
      if let mark = page.facts?.annotations.first(where: { $0.kind == "attached file" }) {
        return .look(
          "A file is attached on page \(page.number). \(advice)", at: Answer.Place(page: page.number, box: mark.box),
          evidence: mark.contents, visibility: .chair)
      }
    }
    return .pass("No file is attached.")
  }
}
