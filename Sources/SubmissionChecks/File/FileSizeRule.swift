import Papers
import Venues

/// `file.size`: the file is no larger than the call allows.
struct FileSizeRule: SubmissionRule {
  let id = "file.size"
  let summary = "The file is no larger than the call allows."
  let method =
    "A megabyte is 1,000,000 bytes to some and 1,048,576 to others: a file between the two readings is for a person."
  let source = "The call's largest file size."

  func answer(for submission: CheckedSubmission) -> Answer {
    guard let limit = submission.venue.maxFileMb else {
      return .notApplicable("The call does not say how large a file may be.")
    }
    guard let facts = submission.layout.facts else { return .couldNotCheck("The file's size is not known.") }
    let size = Double(facts.byteCount)
    let evidence = "\(facts.byteCount) bytes"
    let limits = "the call allows \(written(limit)) MB"
    if size <= limit * 1_000_000 {
      return .pass("The file has \(written(size / 1e6)) MB; \(limits).", evidence: evidence)
    }
    let advice = "Smaller pictures help most: photographs as JPEG, plots as vector graphics."
    return size <= limit * 1_048_576
      ? .look(
        "The file has \(written(size / 1e6)) MB; \(limits), which is enough if a megabyte is 1,048,576 bytes. \(advice)",
        evidence: evidence)
      : .fail("The file has \(written(size / 1e6)) MB, but \(limits). \(advice)", evidence: evidence)
  }
}
