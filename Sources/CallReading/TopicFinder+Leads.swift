/// The sentence of a paragraph that leads up to a list below it.
extension TopicFinder {
  static func lastSentence(_ text: String) -> String {
    let marked = MarkedText(text, line: 1)
    return marked.sentences.last.map { marked.part($0).trimmed.text } ?? text
  }

  /// The last sentence of a text, with the one before it if it is short.
  static func lastSentences(_ text: String) -> String {
    let marked = MarkedText(text, line: 1)
    let sentences = marked.sentences
    guard let last = sentences.last else { return text }
    let words = marked.part(last).text
    // "The field is wide. These areas include" says in its first half what the second goes on with.
    guard words.split(separator: " ").count < 6 || refersBack.matches(words), sentences.count > 1 else { return words }
    return marked.part(sentences[sentences.count - 2].lowerBound..<last.upperBound).text
  }

  private static let refersBack = Pattern(
    #"^\W*(these|they|those|such|which|this|it)\s+(may |might |can |could )?(includ\w+|are|cover|comprise|range)\b"#)

  /// A sentence that says that topics come below, wherever it stands in its paragraph.
  private static let announcesBelow = Pattern(anyOf: [
    #"\b(following|these)\s+([\w-]+\s+){0,2}(topics|areas|themes|subjects)\b"#,
    #"\b(below|follows|following)\b[^.:]{0,20}\b(list|selection|collection|overview|examples?)\b[^.:]{0,12}\bof\s+([\w-]+\s+){0,3}(topics|areas|themes|subjects)\b"#,
    #"\b(topics|areas|themes|subjects)\b[^.:]{0,40}\b(are|is)\s+(listed\s+|given\s+|suggested\s+)?below\b"#,
  ])
  private static let addition = Pattern(
    #"^\W*(we (also|further|particularly|especially) (welcome|invite|encourage|consider|solicit)|(other|further|additional|related) ([\w-]+ )?(topics|areas|questions|issues|tasks|work))\b[^.]*\.\W*$"#
  )

  /// Whether a sentence below a list of topics adds one, before the next list goes on: "We also welcome new tasks."
  static func addsTopics(_ text: String) -> Bool { addition.matches(text) && !TopicWords.otherLead.matches(text) }

  /// A last sentence that leads up to something else.
  private static let leadsElsewhere = Pattern(
    #"\b(following|as follows|below|these|namely|steps|requirements?|criteria|committees?|tracks|types|categories|kinds)\b"#
  )

  /// The words of a paragraph that lead up to what stands below it: its last sentence, or an earlier one that says that
  /// topics follow if the last only adds something: "We invite papers on the following topics. The deadline is firm."
  static func leadWords(_ text: String) -> String {
    let last = lastSentences(text)
    let marked = MarkedText(text, line: 1)
    let sentences = marked.sentences
    guard sentences.count > 1, text.hasSuffix("."), !leadsElsewhere.matches(lastSentence(text)) else { return last }
    return sentences.dropLast().reversed().lazy.map { marked.part($0).trimmed.text }
      .first { announcesBelow.matches($0) } ?? last
  }
}
