import PDFLayout
import Papers

/// `blind.stamp`: no stamp of a public archive is on the pages.
struct StampRule: BlindRule {
  let id = "blind.stamp"
  let summary = "No stamp of arXiv or another archive is on the pages: it leads to the authors."
  let method =
    "arXiv's stamp (number, version and class) in the margin of any page or on the first one; a citation of arXiv is none."

  func blindAnswer(for submission: CheckedSubmission) -> Answer {
    guard submission.hasText else { return .couldNotCheck("The file has no text to search.") }
    for page in submission.layout.pages {
      for line in page.lines where Self.isStamp(line.text) {
        let isMargin = line.direction == .rotated || line.box.right < 0.09 * page.width
        // On later pages an entry of the bibliography may begin so.
        guard isMargin || (page.number == 1 && line.text.utf8.count < 60) else { continue }
        return .fail(
          "Page \(page.number) has arXiv's stamp, which leads to the authors. Upload the PDF that LaTeX makes, not the one from arXiv.",
          at: Answer.Place(page: page.number, box: line.box), evidence: line.text, visibility: .chair)
      }
    }
    return .pass("No archive's stamp is on the pages.")
  }

  /// Whether a line reads like `arXiv:2301.01234v2 [cs.LG] 5 Jan 2023`.
  static func isStamp(_ text: String) -> Bool {
    guard text.hasPrefix("arXiv:") else { return false }
    let rest = text.dropFirst(6)
    let number = rest.prefix { $0.isNumber || $0 == "." }
    let after = rest.dropFirst(number.count)
    return number.count >= 9 && after.hasPrefix("v") && text.contains("[") && text.contains("]")
  }
}
