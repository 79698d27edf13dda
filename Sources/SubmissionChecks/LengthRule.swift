import PDFLayout
import Papers
import Venues

/// `length.pages`: the paper is no longer than the call allows.
struct LengthRule: SubmissionRule {
  let id = "length.pages"
  let summary = "The paper is no longer than the call allows."
  let method =
    "Two counts: whole pages that hold anything that counts, and the area that counts. It fails only when both are "
    + "over; when they differ, both are shown to a person. Heads, feet and blank pages count as nothing; figures and "
    + "tables among the references count, and so does an appendix unless the call frees it."
  let source = "The call's page limit and what it includes and excludes."

  /// Three or four lines of a column of sixty: a heading's place or a stray label must not make a paper too long.
  private static let areaTolerance = 0.03

  func answer(for submission: CheckedSubmission) -> Answer {
    guard let limit = submission.venue.pageLimit else { return .notApplicable("The call does not limit the length.") }
    let pageCount = submission.layout.pageCount
    let rule = Self.words(of: limit)
    if Double(pageCount) <= limit.max {
      return .pass(
        "The file has \(pages(Double(pageCount))); \(rule).", evidence: "\(pageCount) pages in all")
    }
    guard submission.hasText else {
      return .couldNotCheck(
        "The file has \(pages(Double(pageCount))) without text, so what counts is not known; \(rule).")
    }
    guard submission.layout.pages.count == pageCount else {
      return .couldNotCheck("The file has \(pages(Double(pageCount))), more than this program reads; \(rule).")
    }
    let freesReferences = limit.excludes.contains(.references)
    guard submission.parts.hasReferences || !freesReferences else {
      return .look(
        "The file has \(pages(Double(pageCount))), and no bibliography was found that would not count; \(rule).",
        at: Answer.Place(page: Int(limit.max) + 1), evidence: "\(pageCount) pages in all, no bibliography found")
    }
    let usage = PageUsage(layout: submission.layout, parts: submission.parts, excluded: Set(limit.excludes))
    return answer(usage, limit: limit, rule: rule, submission: submission)
  }

  private func answer(
    _ usage: PageUsage, limit: PageLimit, rule: String, submission: CheckedSubmission
  ) -> Answer {
    let whole = Double(usage.wholePages)
    let evidence = "\(usage.wholePages) whole pages, area of \(writtenUp(usage.area)) pages"
    let isOverWhole = whole > limit.max
    let isOverArea = usage.area > limit.max + 1e-6
    let counts =
      "\(pages(whole)) hold something that counts, with an area of \(writtenUp(usage.area)) pages"
    guard isOverWhole || isOverArea else {
      return .pass("\(counts.capitalizedFirst); \(rule).", evidence: evidence)
    }
    let place = usage.placeOver(limit: limit.max)
    let where_ = Self.description(of: submission)
    let advice = "Shorten the text, or move what is not needed out of the paper."
    if isOverWhole, usage.area > limit.max + Self.areaTolerance, submission.isSet {
      return .fail("\(counts.capitalizedFirst), but \(rule). \(where_)\(advice)", at: place, evidence: evidence)
    }
    if !submission.isSet {
      return .look(
        "\(counts.capitalizedFirst), but \(rule). Most pages are pictures of text, such as a scan, so this rests on recognized "
          + "text. \(where_)Please look at the pages.", at: place, evidence: evidence)
    }
    return .look(
      "\(counts.capitalizedFirst): the two counts fall on both sides of the limit or are close to it; \(rule). "
        + "\(where_)Please look at the pages.", at: place, evidence: evidence)
  }

  private static func description(of submission: CheckedSubmission) -> String {
    var sentences: [String] = []
    if let end = submission.paper.bodyEnd {
      sentences.append("The body ends on page \(end.page), column \(end.column)")
    }
    if let start = submission.parts.referencesStart { sentences.append("the references begin on page \(start.page)") }
    if let start = submission.parts.appendixStart { sentences.append("an appendix begins on page \(start.page)") }
    return sentences.isEmpty ? "" : sentences.joined(separator: ", ").capitalizedFirst + ". "
  }

  /// The call's rule in words.
  static func words(of limit: PageLimit) -> String {
    func list(_ parts: [PageLimit.Part]) -> String { parts.map(\.rawValue).joined(separator: ", ") }
    var text = "the call allows \(written(limit.max)) pages"
    if !limit.includes.isEmpty { text += " including \(list(limit.includes))" }
    if !limit.excludes.isEmpty {
      text +=
        limit.count == .wholePages && limit.excludes == [.references]
        ? ", pages with nothing but references not counted" : ", \(list(limit.excludes)) not counted"
    }
    return text
  }

  private func pages(_ count: Double) -> String { "\(written(count)) page\(count == 1 ? "" : "s")" }
}

extension String {
  /// The text with a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
