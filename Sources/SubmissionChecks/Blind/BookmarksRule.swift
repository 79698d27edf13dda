import PDFLayout
import Papers

/// `blind.bookmarks`: the outline names no author.
struct BookmarksRule: BlindRule {
  let id = "blind.bookmarks"
  let summary = "The PDF's outline (bookmarks) names no author and leads to none."
  let method = "Entries with a mail address, a path with a user's name, or a name known from --metadata fail."

  func blindAnswer(for submission: CheckedSubmission) -> Answer {
    guard let facts = submission.layout.facts else { return .couldNotCheck("The file's bookmarks are not known.") }
    for bookmark in facts.bookmarks {
      let text = [bookmark.title, bookmark.target].compactMap { $0 }.joined(separator: " ")
      let mail = Identity.mailAddresses(in: text).first { !Identity.isAnonymous($0) }
      let user = Identity.userInPath(text)
      let author = Identity.knownAuthor(in: text, of: submission.record)
      guard let told = author ?? mail ?? user else { continue }
      return .fail(
        "An entry of the PDF's outline tells an author. In LaTeX, entries come from headings and \\pdfbookmark.",
        evidence: "\(bookmark.title) (\(told))", visibility: .chair)
    }
    return .pass(facts.bookmarks.isEmpty ? "The PDF has no outline." : "The PDF's outline names nobody.")
  }
}
