/// Finds what a chair would call the venue.
enum VenueNameFinder {
  private static let generic = Pattern(
    #"^\W*((call|calls) for (papers?|participation|submissions?|contributions?|abstracts?|research papers?|proposals?|posters?)( and \w+)*|cfp|home|index|welcome|submissions?|important dates|papers?|authors?|important dates.{0,30}|topics?( of interest)?|overview|about( (the|this|us))?( (conference|workshop|symposium|event))?|scope|instructions? for authors|(topics?|areas?|scope|themes?)\b.{0,40}|(submission|author|paper)s? (guidelines|instructions|format)|menu|navigation|contact.{0,20})\W*$"#
  )
  private static let callWords = Pattern(anyOf: [
    #"\b(final |first |second |third |last |1st |2nd |3rd )?(call|calls) for (research |full |technical |workshop |conference )?(papers?|participation|submissions?|contributions?|abstracts?|posters?)\b( and \w+)?"#,
    #"\bcfp\b"#,
    #"\((acm )?\w+ workshop\)"#,
  ])
  private static let acronymYear = Pattern(
    #"\b(?!UTC|GMT|AoE)[A-Z][A-Za-z0-9+&@/-]{1,18}[\s'’–-]*((19|20)\d{2}|['’]?\d{2})\b"#)
  private static let event = Pattern(
    #"\b(conference|symposium|workshop|congress|meeting|seminar|(industry|research|main) track)\b"#)
  private static let sentence = Pattern(
    #"\b(we|are|is|will|should|invites?|welcomes?|solicits?|includ\w+|please|must|limited)\b|:\s*$"#)

  /// A lead that ends before the name: "take part in our workshop:".
  private static let introduction = Pattern(
    #"\b(conference|symposium|workshop|congress|meeting|seminar|event)\b\W*:\s*$"#)
  /// Words that no name is made of alone: "Workshop description" is a heading.
  private static let common: Set = [
    "a", "about", "aims", "and", "at", "background", "call", "calls", "conference", "dates", "description", "event",
    "first", "focus", "for", "format", "general", "goal", "goals", "important", "information", "introduction", "key",
    "main", "motivation", "news", "note", "notes", "objectives", "of", "on", "our", "overview", "papers",
    "participation", "program", "purpose",
    "scope", "second", "submission", "submissions", "summary", "symposium", "the", "theme", "themes", "third", "this",
    "to", "topics", "upcoming", "welcome", "workshop", "workshops", "abstracts", "accepted", "advisory", "areas",
    "author", "authors", "categories", "chair", "chairs", "co", "committee", "committees", "contact", "contacts",
    "contribution", "contributions", "deadline", "deadlines", "formatting", "guidelines", "how", "in", "instructions",
    "interest", "invited", "keynote", "keynotes", "length", "location", "members", "number", "open", "organisation",
    "organisers", "organising", "organization", "organizers", "organizing", "page", "pages", "paper", "people",
    "policy", "presentation", "proceedings", "process", "programme", "publication", "publications", "registration",
    "related", "relevant", "requirements", "review", "reviewing", "rules", "schedule", "selection", "session", "site",
    "speakers", "steering", "submit", "submitted", "submitting", "system", "target", "technical", "template",
    "templates", "timeline", "track", "tracks", "type", "types", "updates", "venue", "we", "website", "what", "when",
    "where", "who", "your",
  ]

  private static let throughAcronym = Pattern(
    #"^(.{12,}\((?-i:[A-Z])[\w+&/ -]{1,16}[\s'’-]?(?:(?:19|20)\d{2}|['’]?\d{2})\))\s+\S"#)
  private static let submissionSite = Pattern(#"\b(easychair|openreview|hotcrp|softconf|\bcmt\b|https?)\b"#)
  private static let address = Pattern(#"\S@\S+\.\S"#)
  /// The title that a page was left with by the design it was made from.
  private static let theme = Pattern(#"\b(html|css|bootstrap|wordpress|jekyll|site) (template|theme)\b|\buntitled\b"#)
  /// Where something without a name is held: "Workshop at X 2031".
  private static let onlyPlace = Pattern(
    #"^(the |a )?(\w+ )?(conference|symposium|workshop|event)\s+(at|@|with|co-?located|held|in conjunction)(?!\w)"#)
  private static let weekday = Pattern(#"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b"#)

  private static let preposition = Pattern(
    #"^(at|in|on|from|to|by|with)\s|^\W*(co-?located|collocated|in conjunction|held|hosted|affiliated|part of)\b"#)
  private static let year = Pattern(#"\b(19|20)\d{2}\b"#)

  /// Whether a page's title names a year of which its text never speaks, as one copied from last year's page does.
  private static func isStale(_ title: String, _ document: CallDocument) -> Bool {
    guard let match = year.first(in: title) else { return false }
    let digits = String(decoding: Array(title.utf16)[match.range], as: UTF16.self)
    return !document.blocks.prefix(12).contains { $0.text.text.contains(digits) }
      && document.blocks.prefix(12).contains { year.matches($0.text.text) }
  }

  private static let edges: Set<Character> = [
    " ", "-", "–", "—", ":", "|", ",", ";", ".", "_", "=", "*", "#", "~", "+",
  ]

  /// Whether nothing but a date, its weekday and a word or two such as "in" stand there.
  private static func isOnlyDate(_ text: String) -> Bool {
    let dates = DateGrammar.dates(in: text)
    guard !dates.isEmpty else { return false }
    var units = Array(text.utf16)
    for date in dates.reversed() { units.removeSubrange(date.range) }
    return weekday.replacing(String(decoding: units, as: UTF16.self), with: "").count(where: \.isLetter) < 4
  }

  /// Returns the name, or `nil` if the call nowhere gives one.
  static func name(in document: CallDocument) -> Stated<String>? {
    var best: (text: String, words: String, line: Int, weight: Int)?
    func consider(_ text: String, line: Int, bonus: Int, isIntroduced: Bool = false) {
      // A date or a place after the name is no part of it.
      let dated = DateGrammar.dates(in: text).first.map { String(text.utf16.prefix($0.range.lowerBound)) ?? "" } ?? ""
      let isDated = event.matches(dated) || acronymYear.matches(dated)
      // "Symposium on Kites (KITE 2031) Windhoek, Namibia": what follows its acronym is no part of the name.
      let text = throughAcronym.first(in: isDated ? dated : text).flatMap { $0.groups[0] } ?? (isDated ? dated : text)
      guard !isOnlyDate(text) else { return }
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let spoken = callWords.replacing(words, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .trimmingSuffix { Self.edges.contains($0) }
      // "KITE 2031 is the 20th edition of ..." names KITE 2031.
      let name = subject.first(in: spoken).flatMap { $0.groups[0] } ?? spoken
      let trimmed = String(name.drop { Self.edges.contains($0) })
      guard trimmed.count >= 3, trimmed.count <= 160, !trimmed.contains("://"), !address.matches(trimmed),
        !submissionSite.matches(trimmed),
        !theme.matches(trimmed),
        !generic.matches(trimmed), trimmed.contains(where: \.isLetter),
        !trimmed.lowercased().split(whereSeparator: { !$0.isLetter }).allSatisfy({ common.contains(String($0)) })
      else { return }
      var weight = bonus
      if acronymYear.matches(trimmed) { weight += 4 }
      if event.matches(trimmed) { weight += 3 }
      if isDated { weight -= 1 }
      if trimmed.count > 100 { weight -= 1 }
      if onlyPlace.matches(trimmed) { weight -= 6 }
      if isIntroduced {
        weight += 6
      } else if sentence.matches(words) || preposition.matches(words) {
        weight -= 6
      }
      if !DateGrammar.dates(in: trimmed).isEmpty { weight -= trimmed.contains("|") ? 9 : 3 }
      if TopicWords.otherHeading.matches(trimmed), !event.matches(trimmed) { weight -= 3 }
      // Far from the top only what looks like a name is one.
      if bonus < 5, !acronymYear.matches(trimmed), !event.matches(trimmed) { weight -= 4 }
      if best.map({ weight > $0.weight }) ?? true { best = (trimmed, words, line, weight) }
    }
    let opening = document.blocks.filter { !$0.isItem && !$0.isRow }.prefix(12)
    var before = ""
    for (index, block) in opening.enumerated() {
      for line in block.text.lines.prefix(4) where line.count < 200 {
        consider(
          line.text, line: line.line(at: 0), bonus: (block.isHeading ? 3 : 0) + max(0, 3 - index / 2),
          isIntroduced: introduction.matches(before))
        before = ""
      }
      before = block.text.text
    }
    if let title = document.title { consider(title, line: 1, bonus: isStale(title, document) ? 0 : 5) }
    if let best, best.weight >= 3 { return Stated(best.text, best.words, line: best.line) }
    return nameInText(document) ?? best.flatMap { $0.weight > 0 ? Stated($0.text, $0.words, line: $0.line) : nil }
  }

  private static let subject = Pattern(
    #"^(?:the )?([A-Z][\w&'’-]*(?: [A-Z0-9][\w&'’-]*){0,6}) (?:is|was|will be) (?:the|a|an) "#)

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
    return seriesInText(document)
  }

  /// The event of which the text speaks most often by name: "Publications at the Scala Workshop".
  private static func seriesInText(_ document: CallDocument) -> Stated<String>? {
    var found: [String: (count: Int, block: CallDocument.Block)] = [:]
    var order: [String] = []
    for block in document.blocks {
      for match in series.all(in: block.text.text) {
        guard let name = match.groups[0] else { continue }
        if found[name] == nil { order.append(name) }
        found[name, default: (0, block)].count += 1
      }
    }
    let most = order.max { (found[$0]?.count ?? 0) < (found[$1]?.count ?? 0) }
    guard let name = order.first(where: { found[$0]?.count == most.flatMap { found[$0]?.count } }),
      let block = found[name]?.block
    else { return nil }
    return Stated(name, block.text.text, line: block.line)
  }

  /// A capitalized name before the kind of event, not that of the event beside which it is held.
  private static let series = Pattern(
    #"(?<!with )(?<!of )(?<!held at )(?<!like )\b[Tt]he\s+((?:(?-i:[A-Z])[\w-]*\s+){1,4}(?-i:Workshop|Conference|Symposium))\b"#
  )

  // MARK: Years

  private static let ownYear = Pattern(#"[\s'’–-]*\b((?:19|20)\d{2})\b"#)

  /// A name without a year that is over before any of the call's dates, as one that was left from last year's page.
  ///
  /// - Parameters:
  ///   - name: The name as it was found.
  ///   - dates: The call's dates that hold, each beginning with its year.
  /// - Returns: The name to give and a note, or `nil` if there is nothing to change.
  static func withoutPastYear(_ name: String, dates: [String]) -> (name: String, note: String)? {
    let years = dates.compactMap { Int($0.prefix(4)) }
    guard let earliest = years.min(), let match = ownYear.first(in: name), let year = match.groups[0].flatMap(Int.init),
      year < earliest
    else { return nil }
    let units = Array(name.utf16)
    let rest =
      String(decoding: units[..<match.range.lowerBound], as: UTF16.self)
      + String(decoding: units[match.range.upperBound...], as: UTF16.self)
    let trimmed = rest.trimmingSuffix { " -–—:|,;".contains($0) }
    guard trimmed.contains(where: \.isLetter) else { return nil }
    return (
      trimmed,
      "The call is headed '\(name)', but its dates are of \(earliest) and later; the year was left out of the name."
    )
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
    #"(?<!with )(?<!at )(?<!@ )(?<!of )\b((?-i:[A-Z][A-Za-z0-9+&-]*[A-Z][A-Za-z+&-]*)[\s'’–-]*(?:19|20)\d{2})\b"#)
}
