import Venues

/// Topics that stand in a sentence or a paragraph instead of a list.
extension TopicFinder {
  private static let sentenceLead = Pattern(
    #"\b(topics?|areas(?=[^.:;]{0,40}\binterest)|(research|technical|subject|topic|focus|specific|typical|representative|relevant|possible|example|key)\s+areas|themes)\b[^.:;]{0,100}?\b(includ(e|es|ing)|are|cover|comprise|such as|range from)\b\s*[,(]?\s*((but|and)\s+)?((are|is)\s+)?(not\s+(be\s+)?(necessarily\s+)?(limited|restricted|confined)\s+to)?\s*\)?,?\s*(the following|among others|for example|e\.g\.)?\s*(topics?|areas)?\s*[:,]?\s*(?=\S)|\b(topics|areas|aspects|fields|subjects)\b[^.:;]{0,80}\bincluding,?( but)?( is| are)? not (necessarily )?(limited|restricted) to:?\s*(?=\S)|\b(topics|areas|themes)( of interest)?\s*:\s*"#
  )

  /// A paragraph under a heading of topics that is nothing but an enumeration.
  private func bareEnumeration(_ sentence: MarkedText, block: Int) -> Answer<[Found]>? {
    let isAnnounced = block > 0 && announces(block - 1)
    guard isAnnounced || sections.headings[block].last.map({ TopicWords.heading.matches($0) }) ?? false else {
      return nil
    }
    let enumerated = TopicItems.enumerated(sentence.text)
    let parts = enumerated.count < 2 && isAnnounced ? TopicItems.runOn(sentence.text) : enumerated
    let longest = isAnnounced && sentence.text.count(where: { $0 == ";" }) >= 3 ? 18 : 9
    guard parts.count >= 4,
      parts.allSatisfy({ $0.split(separator: " ").count <= longest && (longest > 9 || !Self.verb.matches($0)) })
    else { return nil }
    let line = sentence.line(at: 0)
    return Answer(
      stated: Stated(parts.map { Found(name: $0, parent: nil, line: line) }, sentence.text, line: line),
      notes: [
        enumerated.count < 2
          ? "Line \(line): the topics run on without a mark between them and were taken apart at capital letters."
          : "Line \(line): the topics stand in a sentence and were taken apart at its commas or semicolons."
      ])
  }

  /// Whether a block ends by announcing topics: "on topics including, but not limited to:".
  func announces(_ block: Int) -> Bool {
    let text = document.blocks[block].text.text
    let last = Self.lastSentences(text)
    return text.hasSuffix(":") && TopicWords.openEnded.matches(last)
      && (TopicWords.strongLead.matches(last) || TopicWords.mediumLead.matches(last))
  }

  static let verb = Pattern(
    #"\b(is|are|was|will|we|has|have|invites?|welcomes?|seeks?|aims?|brings?|includ\w+)\b"#)

  /// Topics that stand in a sentence: "Topics of interest include a, b; and c."
  func sentenceTopics() -> Answer<[Found]> {
    for wantsMain in [true, false] {
      for (index, block) in document.blocks.enumerated() where (sections.tracks[index] == nil) == wantsMain {
        guard block.kind == .paragraph || block.isItem || block.isRow && block.text.cells.count < 2, !block.isHeading
        else { continue }
        if let found = Self.dashedTopics(block) { return found }
        for range in block.text.sentences {
          let sentence = block.text.part(range)
          if let bare = bareEnumeration(sentence, block: index) { return bare }
          guard let match = Self.sentenceLead.first(in: sentence.text) else { continue }
          let rest = String(decoding: Array(sentence.text.utf16)[match.range.upperBound...], as: UTF16.self)
          let parts = TopicItems.enumerated(rest)
          let longest = rest.count { $0 == ";" } >= 2 ? 30 : 18
          guard parts.count >= 3, parts.allSatisfy({ $0.split(separator: " ").count <= longest }) else {
            if let found = sentencesAsTopics(rest, below: sentence, in: block) { return found }
            continue
          }
          let line = sentence.line(at: 0)
          return Answer(
            stated: Stated(
              parts.map { Found(name: $0, parent: nil, line: line) }, sentence.text, line: line),
            notes: ["Line \(line): the topics stand in a sentence and were taken apart at its commas or semicolons."])
        }
      }
    }
    return Answer()
  }
}
