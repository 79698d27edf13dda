import PDFLayout
import Papers

/// A rule on how a paper is set. It cannot be checked where the page that a person sees is a picture: the letters that
/// were recognized in it are not those that are printed.
protocol MeasuringRule: SubmissionRule {
  /// Returns the answer for a paper, enough of whose pages are set.
  func measuredAnswer(for submission: CheckedSubmission) -> Answer
}

extension MeasuringRule {
  func answer(for submission: CheckedSubmission) -> Answer {
    var answer = measuredAnswer(for: submission)
    let pictures = submission.picturePages
    guard !pictures.isEmpty, answer.verdict != .notApplicable else { return answer }
    guard submission.isSet else {
      return .couldNotCheck(
        "\(Self.words(for: pictures, of: submission)) of text, such as a scan. The letters laid over it by text recognition are "
          + "not those that are printed, so how the paper is set cannot be measured. Ask for the PDF made from the source."
      )
    }
    if answer.verdict == .pass {
      answer.message += " \(Self.words(for: pictures, of: submission)), which cannot be measured."
    }
    return answer
  }

  private static func words(for pages: [Int], of submission: CheckedSubmission) -> String {
    if pages.count == submission.layout.pages.count {
      return pages.count == 1 ? "The page is a picture" : "All pages are pictures"
    }
    if pages.count == 1 { return "Page \(pages[0]) is a picture" }
    return "\(pages.count) pages, the first of them page \(pages[0]), are pictures"
  }
}

extension CheckedSubmission {
  /// The pages that are pictures of text, from 1.
  var picturePages: [Int] { layout.pages.filter(\.isPicture).map(\.number) }

  /// Whether most pages are set, and those that are set hold running text to measure.
  var isSet: Bool {
    let count = picturePages.count
    return count == 0 || (count * 2 < layout.pages.count && body.letterCount >= 1000)
  }
}
