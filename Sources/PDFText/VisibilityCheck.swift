import PDFLayout
import Papers

/// Compares a page's letters with the page as it is drawn: where letters should be, there must be a pixel that differs
/// from the ground.
///
/// White letters on a dark ground are seen and become a line again; dark letters where nothing is drawn (covered by a
/// white sheet, cut away, or in the render mode without ink) become hidden text. A page that is one picture with text
/// over it, as text recognition makes, stays as it is.
struct VisibilityCheck {
  /// The least difference between the lightest and the darkest pixel, of 1. Grey text on white that a person can
  /// just read has 0.15.
  private static let leastContrast = 0.06

  let picture: PagePicture

  /// Moves text between the page's lines and its hidden text.
  func correct(_ layout: inout PageLayout) {
    guard !layout.lines.isEmpty || !layout.hiddenText.isEmpty, !isRecognized(layout) else { return }
    layout.lines = layout.lines.compactMap { line in
      let seen = line.runs.filter { run in
        guard let contrast = contrast(of: run.box), contrast < Self.leastContrast,
          run.text.utf8.count > 1
        else { return true }
        layout.hiddenText.append(HiddenText(text: run.text, box: run.box, reason: .notDrawn))
        return false
      }
      guard seen.count < line.runs.count else { return line }
      guard !seen.isEmpty else { return nil }
      return TextLine(runs: seen, direction: line.direction, column: line.column, spansColumns: line.spansColumns)
    }
    layout.hiddenText.removeAll { hidden in
      guard hidden.reason == .white, let contrast = contrast(of: hidden.box) else { return false }
      return contrast >= Self.leastContrast
    }
  }

  /// The difference between the lightest and the darkest pixel where a run's letters are thickest.
  private func contrast(of box: Box) -> Double? {
    let middle = Box(
      left: box.left, top: box.top + 0.15 * box.height, right: box.right, bottom: box.bottom - 0.1 * box.height)
    return picture.contrast(in: middle)
  }

  /// Whether the page is a picture whose text was recognized by a program and laid over it.
  private func isRecognized(_ layout: PageLayout) -> Bool {
    layout.imageBoxes.contains { $0.width * $0.height > 0.7 * layout.width * layout.height }
  }
}
