/// Finds what a chair would call the venue.
enum VenueNameFinder {
  private static let generic = Pattern(
    #"^\W*((call|calls) for (papers?|participation|submissions?|contributions?|abstracts?|research papers?|proposals?|posters?)( and \w+)*|cfp|home|index|welcome|submissions?|important dates|papers?|authors?|important dates.{0,30}|topics?( of interest)?|overview|about( (the|this|us))?( (conference|workshop|symposium|event))?|scope|instructions? for authors|(topics?|areas?|scope|themes?)\b.{0,40}|(submission|author|paper)s? (guidelines|instructions|format)|menu|navigation|contact.{0,20})\W*$"#
  )
  private static let callWords = Pattern(
    #"\b(final |first |second |third |last |1st |2nd |3rd )?(call|calls) for (research |full |technical |workshop |conference )?(papers?|participation|submissions?|contributions?|abstracts?|posters?)\b( and \w+)?|\bcfp\b|\((acm )?\w+ workshop\)"#
  )
  private static let acronymYear = Pattern(
    #"\b(?!UTC|GMT|AoE)[A-Z][A-Za-z0-9+&@/-]{1,18}[\s'’–-]*((19|20)\d{2}|['’]?\d{2})\b"#)
  private static let event = Pattern(
    #"\b(conference|symposium|workshop|congress|meeting|seminar|(industry|research|main) track)\b"#)
  private static let sentence = Pattern(
    #"\b(we|are|is|will|should|invites?|welcomes?|solicits?|includ\w+|please|must|limited)\b|:\s*$"#)

  private static let preposition = Pattern(#"^(at|in|on|from|to|by|with)\s"#)
  private static let year = Pattern(#"\b(19|20)\d{2}\b"#)

  /// Whether a page's title names a year of which its text never speaks, as one copied from last year's page does.
  private static func isStale(_ title: String, _ document: CallDocument) -> Bool {
    guard let match = year.first(in: title) else { return false }
    let digits = String(decoding: Array(title.utf16)[match.range], as: UTF16.self)
    return !document.blocks.prefix(12).contains { $0.text.text.contains(digits) }
      && document.blocks.prefix(12).contains { year.matches($0.text.text) }
  }

  /// Returns the name, or `nil` if the call nowhere gives one.
  static func name(in document: CallDocument) -> Stated<String>? {
    var best: (text: String, words: String, line: Int, weight: Int)?
    func consider(_ text: String, line: Int, bonus: Int) {
      // A date or a place after the name is no part of it.
      let dated = DateGrammar.dates(in: text).first.map { String(text.utf16.prefix($0.range.lowerBound)) ?? "" } ?? ""
      let isDated = event.matches(dated) || acronymYear.matches(dated)
      let text = isDated ? dated : text
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let name = callWords.replacing(words, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .trimmingSuffix { " -–—:|,;._".contains($0) }
      let trimmed = String(name.drop { " -–—:|,;._".contains($0) })
      guard trimmed.count >= 3, trimmed.count <= 160, !generic.matches(trimmed), trimmed.contains(where: \.isLetter)
      else { return }
      var weight = bonus
      if acronymYear.matches(trimmed) { weight += 4 }
      if event.matches(trimmed) { weight += 3 }
      if isDated { weight -= 1 }
      if trimmed.count > 100 { weight -= 1 }
      if sentence.matches(words) || preposition.matches(words) { weight -= 6 }
      if !DateGrammar.dates(in: trimmed).isEmpty { weight -= 3 }
      if TopicWords.otherHeading.matches(trimmed), !event.matches(trimmed) { weight -= 3 }
      // Far from the top only what looks like a name is one.
      if bonus < 5, !acronymYear.matches(trimmed), !event.matches(trimmed) { weight -= 4 }
      if best.map({ weight > $0.weight }) ?? true { best = (trimmed, words, line, weight) }
    }
    let opening = document.blocks.filter { !$0.isItem && !$0.isRow }.prefix(12)
    for (index, block) in opening.enumerated() {
      for line in block.text.lines.prefix(4) where line.count < 200 {
        consider(line.text, line: line.line(at: 0), bonus: (block.isHeading ? 3 : 0) + max(0, 3 - index / 2))
      }
    }
    if let title = document.title { consider(title, line: 1, bonus: isStale(title, document) ? 0 : 5) }
    if let best, best.weight >= 3 { return Stated(best.text, best.words, line: best.line) }
    return nameInText(document) ?? best.flatMap { $0.weight > 0 ? Stated($0.text, $0.words, line: $0.line) : nil }
  }

  private static let fullName = Pattern(
    #"\b(?:the\s+)?((?:\d+(?:st|nd|rd|th)\s+|First\s+|Second\s+|Third\s+|Fourth\s+|Fifth\s+)?(?:[A-Z][\w-]*\s+){0,5}(?:Conference|Symposium|Workshop)\s+on\s+[A-Z][\w ,&-]{4,90}?)(?=\s*(?:\(|,? (?:will|is|which|has|aims|seeks|brings|invites|welcomes|solicits)\b|[.;:]))"#
  )

  /// A name in running text: "the 27th International Conference on ... (AISTATS 2024)".
  private static func nameInText(_ document: CallDocument) -> Stated<String>? {
    for pattern in [fullName, introduced, named, edition] {
      for block in document.blocks.prefix(30) where !block.isItem {
        guard let match = pattern.first(in: block.text.text), let name = match.groups[0] else { continue }
        return Stated(name, block.text.text, line: block.line)
      }
    }
    return nil
  }

  /// "Hot Interconnects is the premier forum": what a sentence about the series begins with.
  private static let introduced = Pattern(
    #"(?:^|[.!?]\s+)(?:The\s+)?((?-i:[A-Z])[\w-]*(?:\s+(?-i:[A-Z(])[\w()-]*){0,6})\s+(?:is|are)\s+(?:the|a|an)\s+(?:\w+[\s-]+){0,3}(?:forum|conference|venue|symposium|workshop|event|meeting|series)\b"#
  )
  /// "The Table Representation Learning workshop is the first".
  private static let named = Pattern(
    #"\bThe\s+((?:(?-i:[A-Z])[\w-]*\s+){1,6}(?:workshop|conference|symposium))\s+(?:is|will|aims|seeks|brings)\b"#)
  /// "APSys 2015 will continue": an acronym with its year, not that of the event beside which it is held.
  private static let edition = Pattern(
    #"(?<!with )(?<!at )(?<!@ )\b((?-i:[A-Z][A-Za-z+&-]*[A-Z][A-Za-z+&-]*)[\s'’–-]*(?:19|20)\d{2})\b"#)
}
