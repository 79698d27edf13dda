import Papers
import Venues

/// `file.encrypted`: everybody can open and print the file.
struct EncryptionRule: SubmissionRule {
  let id = "file.encrypted"
  let summary = "The file opens without a password and forbids nothing."
  let method = "A file that opens with a password only fails; one that forbids printing or copying is for a person."
  let source = "Reviewers must be able to open, print and search a submission."

  func answer(for submission: CheckedSubmission) -> Answer {
    guard let facts = submission.layout.facts else { return .couldNotCheck("The file's rights are not known.") }
    return facts.isRestricted
      ? .look(
        "The file opens, but it is encrypted and forbids something, such as printing or copying. Make the PDF again "
          + "without security settings.")
      : .pass("The file opens without a password and forbids nothing.")
  }

  func answer(for failure: PDFFailure, rules: RuleBook, record: SubmissionRecord) -> Answer {
    failure.kind == .encrypted
      ? .fail("The file opens with a password only, so no reviewer can read it. Upload it without a password.")
      : .couldNotCheck(failure.sentence)
  }
}
