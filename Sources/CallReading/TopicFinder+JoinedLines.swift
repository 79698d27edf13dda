/// Lists of topics whose lines were joined to one paragraph on their way.
extension TopicFinder {
  /// The topics of a list whose lines were joined: "We invite papers on: - kites; - their tails; and - their frames."
  static func dashedTopics(_ block: CallDocument.Block) -> Answer<[Found]>? {
    let words = block.text.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let colon = words.range(of: ": - ") else { return nil }
    let lead = lastSentences(words[..<colon.lowerBound] + ":")
    guard
      [TopicWords.strongLead, TopicWords.mediumLead, TopicWords.scopeLead, TopicWords.openEnded]
        .contains(where: { $0.matches(lead) }), !TopicWords.otherLead.matches(lead)
    else { return nil }
    let items = betweenDashes.replacing(String(words[colon.upperBound...]), with: "\n").split(separator: "\n")
      .map { TopicItems.cleaned(String($0)) }
    guard items.count >= 3, items.allSatisfy({ $0.split(separator: " ").count <= 30 }) else { return nil }
    return Answer(
      stated: Stated(items.map { Found(name: $0, parent: nil, line: block.line) }, lead, line: block.line),
      notes: ["Line \(block.line): the topics stand in one paragraph and were taken apart at its dashes."])
  }

  private static let betweenDashes = Pattern(#"\s*[;,]\s+(?:and\s+|or\s+)?-\s*(?=\S)"#)
}
