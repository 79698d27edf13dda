import Papers

/// `blind.self-reference`: own earlier work is cited like that of others.
struct SelfReferenceRule: BlindRule {
  let id = "blind.self-reference"
  let summary = "The text does not call cited work its authors' own."
  let method =
    "Phrases such as 'our previous work [7]' with a citation in the same sentence. Never more than a hint for a person: "
    + "citing oneself is legal, and in the third person it is no finding."

  private static let phrases: [String] = {
    let before = ["previous", "prior", "earlier", "recent", "past", "preliminary", "own", "former", "companion"]
    let works = [
      "work", "works", "paper", "papers", "study", "studies", "research", "publication", "publications", "article",
      "system",
    ]
    return before.flatMap { adjective in works.flatMap { ["our \(adjective) \($0)", "my \(adjective) \($0)"] } }
      + [
        "we previously", "we have previously", "in an earlier paper we", "in previous work we", "in prior work, we",
        "in previous work, we", "in our paper",
      ]
  }()

  func blindAnswer(for submission: CheckedSubmission) -> Answer {
    guard submission.hasText else { return .couldNotCheck("The file has no text to search.") }
    for phrase in Self.phrases {
      for match in submission.flow.matches(of: phrase) where match.part != .named(.references) {
        let after = submission.flow.text(from: match.offset + phrase.utf8.count, count: 140)
        guard hasCitation(after) else { continue }
        return .look(
          "Page \(match.place.page) speaks of cited work as the authors' own. Cite it in the third person: 'Doe et al. [7] "
            + "show' instead of '\(phrase) [7] shows'.", at: match.place, evidence: match.sentence, visibility: .chair)
      }
    }
    return .pass("No cited work is called the authors' own.")
  }

  /// Whether a citation comes before the sentence ends.
  private func hasCitation(_ text: String) -> Bool {
    var previous: Character = " "
    var isInBrackets = false
    for character in text {
      if character == "[" { isInBrackets = true }
      if isInBrackets, character.isNumber { return true }
      if character == "]" { isInBrackets = false }
      if previous == ".", character == " " { return false }
      previous = character
    }
    return false
  }
}
