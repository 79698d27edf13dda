import PDFLayout
import Papers

/// `file.fonts`: the file brings the shapes of its letters along.
struct EmbeddedFontsRule: SubmissionRule {
  let id = "file.fonts"
  let summary = "The fonts are embedded, so that every reader sees the same letters."
  let method =
    "All fonts of the file are looked at. A font that is missing is for a person, because the call does not forbid "
    + "it and viewers replace it; Type 3 fonts are allowed and only counted."
  let source = "A font that is not embedded looks different, or not at all, on another machine."

  func answer(for submission: CheckedSubmission) -> Answer {
    guard let facts = submission.layout.facts else { return .couldNotCheck("The file's fonts are not known.") }
    let undrawn = Self.fontsOfRecognizedText(in: submission.layout)
    let missing = facts.fonts.filter { !$0.isEmbedded && !undrawn.contains($0.name) }
      .map { $0.name.isEmpty ? "(nameless)" : $0.name }
    let drawn = facts.fonts.count(where: \.isType3)
    guard let first = missing.first else {
      guard !facts.fonts.isEmpty else { return .pass("The file uses no fonts.") }
      let note = drawn == 0 ? "" : " \(drawn) of them are drawn letters (Type 3), which look rough on some screens."
      if facts.fonts.contains(where: { !$0.isEmbedded }) {
        return .pass(
          "All fonts that are drawn are embedded; that of recognized text over pictures of pages need not be.")
      }
      return .pass("All \(facts.fonts.count) fonts are embedded.\(note)")
    }
    let place = place(ofFont: first, in: submission.layout)
    return .look(
      "\(missing.count == 1 ? "A font is" : "\(missing.count) fonts are") not embedded: "
        + "\(missing.prefix(4).joined(separator: ", ")). Readers may see other letters. They mostly come with figures: "
        + "save these with fonts embedded, or convert them (gs -dEmbedAllFonts=true, or pdftocairo -pdf).",
      at: place, evidence: missing.sorted().prefix(8).joined(separator: ", "))
  }

  /// The fonts of pages that are pictures, which no other page uses.
  private static func fontsOfRecognizedText(in layout: DocumentLayout) -> Set<String> {
    func fonts(_ pages: [PageLayout]) -> Set<String> {
      Set(pages.flatMap(\.lines).flatMap(\.runs).map(\.font.name))
    }
    return fonts(layout.pages.filter(\.isPicture)).subtracting(fonts(layout.pages.filter { !$0.isPicture }))
  }

  private func place(ofFont name: String, in layout: DocumentLayout) -> Answer.Place? {
    for page in layout.pages {
      for line in page.lines {
        for run in line.runs where run.font.name == name { return Answer.Place(page: page.number, box: run.box) }
      }
    }
    return nil
  }
}
