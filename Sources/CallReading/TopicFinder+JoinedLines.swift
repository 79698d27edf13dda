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

  /// The topics that follow a lead as sentences without a verb: "Topics include: Kites. Strings of hemp. Winds at sea."
  func sentencesAsTopics(
    _ first: String, below lead: MarkedText, in block: CallDocument.Block
  ) -> Answer<[Found]>? {
    let line = lead.line(at: 0)
    func isTopic(_ words: String) -> Bool {
      words.split(separator: " ").count <= 14 && words.hasSuffix(".") && !Self.verb.matches(words)
        && !TopicWords.instruction.matches(words)
    }
    guard isTopic(first), lead.text.contains(":") else { return nil }
    let sentences = block.text.sentences.map { block.text.part($0) }
    let start = sentences.firstIndex { $0.text == lead.text }.map { $0 + 1 } ?? sentences.count
    let rest = sentences[start...].prefix { isTopic($0.text) }
    guard rest.count >= 3 else { return nil }
    let topics = [(first, line)] + rest.map { ($0.text, $0.line(at: 0)) }
    return Answer(
      stated: Stated(
        topics.map { Found(name: TopicItems.cleaned($0.0), parent: nil, line: $0.1) }, lead.text, line: line),
      notes: ["Line \(line): the topics stand in a paragraph and were taken apart at its full stops."])
  }

  private static let betweenDashes = Pattern(#"\s*[;,]\s+(?:and\s+|or\s+)?-\s*(?=\S)"#)
}
