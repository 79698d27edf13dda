/// How much weight a sentence has for the rules of papers in the main track at submission.
struct RuleContext: Sendable {
  private let document: CallDocument
  private let sections: CallSections

  /// Whether a side track is read in place of the main one, so that its words count for it.
  let readsSideTrack: Bool

  init(_ document: CallDocument, _ sections: CallSections) {
    readsSideTrack = sections.readsSideTrack
    self.document = document
    self.sections = sections
  }

  private static let submissionHeading = Pattern(
    #"\b(submi\w+|format\w*|paper|author|instructions?|guidelines?|review\w*|anonym\w*|blind\w*|requirements?|length|template|preparation|call for papers)\b"#
  )
  private static let otherHeading = Pattern(
    #"\b(camera[- ]?ready|final version|accepted|artifact|rebuttal|sponsor\w*|reviewers?|dual submission|concurrent|publication|policy on|journal|registration)\b"#
  )
  private static let sideWords = Pattern(
    #"\b(posters?|demos?|demonstrations?|tutorials?|proposals?|challenge|student papers?|doctoral|panels?|extended abstracts?(?! (?:format|template|style))|talks?|keynotes?|artifacts?)\b"#
  )
  private static let finalWords = Pattern(
    #"\b(camera[- ]ready(?! ((two|double|one|single)[- ]column )?(styles?|formats?|templates?|layout))|final (version|paper|manuscript|submission|copy)s?|accepted (papers?|submissions?|manuscripts?|articles?)|upon acceptance|after acceptance|if accepted|once accepted)\b"#
  )

  /// Whether words speak of final versions.
  static func isOfFinal(_ words: String) -> Bool { finalWords.matches(words) }

  /// Whether words speak of posters, demonstrations and the like.
  static func namesSide(_ words: String) -> Bool { sideWords.matches(words) }

  /// Whether a sentence stands in a side track.
  func isSide(_ statement: Statement) -> Bool { sections.tracks[statement.block] != nil }

  /// Whether a sentence stands in a part for a shorter kind of papers, such as short papers or extended abstracts.
  func isOfShorterPapers(_ statement: Statement) -> Bool {
    sections.tracks[statement.block].map { Self.shorterPapers.matches($0) } ?? false
  }

  private static let shorterPapers = Pattern(#"\b(short|position|vision|work[- ]in[- ]progress|wip|extended abstract)"#)

  /// Returns a weight: high in the sections for authors, low for posters, demos and final versions.
  ///
  /// - Parameters:
  ///   - statement: The sentence.
  ///   - countsFinal: Whether words about final versions weigh; a finder that tells them apart itself says no.
  /// - Returns: About -9 to 1; the finders add what the sentence itself says.
  func weight(_ statement: Statement, countsFinal: Bool = true) -> Int {
    var weight = 0
    let headings = sections.headings[statement.block]
    if headings.contains(where: { Self.submissionHeading.matches($0) }) { weight += 1 }
    if let nearest = headings.last, Self.otherHeading.matches(nearest) { weight -= 2 }
    if isSide(statement) { weight -= 6 }
    if !readsSideTrack, Self.sideWords.matches(statement.text) { weight -= 3 }
    if countsFinal, Self.finalWords.matches(statement.text) { weight -= 3 }
    return weight
  }

  private static let itemLabel = Pattern(#"^\W*((?:[\w/-]+\s+){0,3}[\w/-]+)\s*:\s"#)

  /// The few words before the colon that open a sentence's block, else those of the heading that it stands under:
  /// "Long papers".
  func label(of statement: Statement) -> String? {
    let block = document.blocks[statement.block].text.text
    if let label = Self.itemLabel.first(in: block)?.groups[0], !statement.text.contains(label) { return label }
    return sections.headings[statement.block].last.flatMap { $0.split(separator: " ").count <= 3 ? $0 : nil }
  }

  /// Whether a heading of few words matches.
  func hasHeading(_ pattern: Pattern) -> Bool {
    document.blocks.contains {
      $0.isHeading && $0.text.text.split(separator: " ").count <= 5 && pattern.matches($0.text.text)
    }
  }

  /// The sentences after one in the same block or, for short blocks, in the next two.
  func following(_ statement: Statement, in statements: [Statement], count: Int) -> [Statement] {
    statements.dropFirst(statement.index + 1).prefix(count).filter { $0.block - statement.block <= 1 }
  }
}
