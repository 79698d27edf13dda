import Papers
import Venues

/// A rule of the double-blind review: it asks nothing of a paper whose call does not hide the authors.
protocol BlindRule: SubmissionRule {
  /// Returns the answer for a paper that must not tell its authors.
  func blindAnswer(for submission: CheckedSubmission) -> Answer
}

extension BlindRule {
  var source: String { "The call's double-blind review." }

  func answer(for submission: CheckedSubmission) -> Answer {
    switch submission.venue.anonymity {
    case .doubleBlind: blindAnswer(for: submission)
    case .singleBlind, .some(.none): .notApplicable("The call does not hide the authors.")
    case nil: .notApplicable("The call does not say whether the authors are hidden.")
    }
  }

  func answer(for failure: PDFFailure, rules: RuleBook, record: SubmissionRecord) -> Answer {
    rules.venue.anonymity == .doubleBlind
      ? .couldNotCheck("The file could not be read, so this could not be checked.")
      : .notApplicable("The call does not hide the authors.")
  }
}
