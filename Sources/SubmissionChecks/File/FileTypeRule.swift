import Papers
import Venues

/// `file.type`: the file is of a type that the call accepts.
struct FileTypeRule: SubmissionRule {
  let id = "file.type"
  let summary = "The file is of a type that the call accepts."
  let method = "Told by the file's content, never by its name."
  let source = "The call's file types."

  func answer(for submission: CheckedSubmission) -> Answer {
    let types = submission.venue.fileTypes
    guard !types.isEmpty else { return .notApplicable("The call does not say which file types it accepts.") }
    return types.contains("pdf")
      ? .pass("The file is a PDF, as the call asks.")
      : .fail("The file is a PDF, but the call accepts \(types.joined(separator: ", ")) only.")
  }

  func answer(for failure: PDFFailure, rules: RuleBook, record: SubmissionRecord) -> Answer {
    let types = rules.venue.fileTypes
    guard !types.isEmpty else { return .notApplicable("The call does not say which file types it accepts.") }
    switch failure.kind {
    case .notPDF where types == ["pdf"]: return .fail("The call asks for a PDF. \(failure.sentence)")
    case .empty: return .fail("The call asks for a PDF. \(failure.sentence)")
    case .encrypted where types.contains("pdf"): return .pass("The file is a PDF, as the call asks.")
    default: return .couldNotCheck(failure.sentence)
    }
  }
}
