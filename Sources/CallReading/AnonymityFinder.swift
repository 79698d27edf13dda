import Venues

/// Finds who is hidden from whom in the review of the main track.
struct AnonymityFinder {
  private static let plainBlind = Pattern(
    #"\bblind(ed)?[\s-]*(peer[\s-]*)?(review\w*|reviewing|refereed|submission)|\breviewed blindly|blind peer"#)
  /// What is said of these is not said of papers at submission.
  private static let elsewhere = Pattern(
    #"\b(after (the )?(review|notification|acceptance)|posters?|demos?|tutorials?|repositor\w+|preprints?|arxiv|supplement\w*|reviewer nomination|previous(ly)? (years?|editions?))\b"#
  )
  /// Kinds of contributions that are other ones wherever they are named beside papers.
  private static let otherKind = Pattern(
    #"\b(non-?archival (papers?|submissions?|track|contributions?|abstracts?|option|work)|tools? (papers?|track|demonstrations?)|demo (papers?|track|proposals?)|industry (papers?|track|talks?)|journal[- ]first|late[- ]breaking|doctoral|talk proposals?|short talks?|panels?|artifacts?|already published|previously published|(all |any )?(of the )?others? (types? of |kinds? of )?(submissions?|contributions?|categories|tracks|formats|types|kinds))\b"#
  )
  private static let opensWithPapers = Pattern(
    #"^\W*(all |the )?((full|long|short|regular|research)\s+((and|or)\s+(full|long|short|regular|research)\s+)?)?papers\s*(,|&|and\b)"#
  )
  private static let ofShort = Pattern(
    #"\b(short|position|poster|demo|demonstration|industry|industrial|vision|work[- ]in[- ]progress|wip) (papers?|submissions?|contributions?)\b"#
  )
  private static let ofLong = Pattern(
    #"\b(full|long|regular|research|technical|all|both|any|every|each)\b(?! (short|demo))"#)
  private static let exceptTrack = Pattern(#"\b(except|but those|other than|excluding)\b"#)
  private static let isOptional = Pattern(
    #"\boptional\w*\s+(double|anonym|blind)|\b(double[\s-]*blind|anonymi[sz]\w+|anonymity)\b[^.]{0,30}\b(is|are)\s+(optional|voluntary)"#
  )
  private static let reversed = Pattern(#"\bde-?anonymi[sz]\w*"#)

  /// Returns the rule with the words it rests on.
  static func anonymity(in statements: [Statement], _ context: RuleContext) -> Answer<Anonymity> {
    var best: (value: Anonymity, weight: Int, statement: Statement)?
    var blind: Statement?
    var choice: Statement?
    for statement in statements where statement.text.utf16.count < 2_000 {
      let text = statement.text
      let readings = readings(text, context)
      if readings.isChoice { choice = choice ?? statement }
      guard let (value, strength) = readings.found else {
        if plainBlind.matches(text), !context.isSide(statement) { blind = blind ?? statement }
        continue
      }
      var weight = strength + context.weight(statement, countsFinal: false)
      // How papers go to reviewers whose authors chose to hide is no rule for all.
      if let choice, strength < 8, (1...2).contains(statement.index - choice.index) { weight -= 6 }
      if exceptTrack.matches(text) { weight += 1 }
      // "Papers and demos are reviewed double-blind" is a rule for papers.
      if opensWithPapers.matches(text), RuleContext.namesSide(text), !context.readsSideTrack { weight += 3 }
      if let known = best, weight <= known.weight + margin(of: value, over: known.value) { continue }
      best = (value, weight, statement)
    }
    if let best {
      // A call for short papers alone says in their part, which weighs 6 less, what holds for all.
      let saysItOfAll = context.isOfShorterPapers(best.statement) && !namesLongPapers(statements)
      if best.weight >= (saysItOfAll ? -6 : 0) {
        return Answer(stated: Stated(best.value, best.statement.text, line: best.statement.line))
      }
    }
    if let choice {
      return Answer(notes: ["Line \(choice.line): authors may choose whether to hide their names; no rule is set."])
    }
    if let blind {
      return Answer(notes: ["Line \(blind.line): the review is called blind, but not whether single or double."])
    }
    return Answer()
  }

  /// How much more weight another answer needs than the one before it: a title page with names goes beside a manuscript
  /// without, so what hides authors needs a clear denial.
  private static func margin(of value: Anonymity, over known: Anonymity) -> Int {
    switch (known, value) {
    case (.none, .none): 0
    case (_, .none): 2
    case (.none, _): -3
    default: 0
    }
  }

  private static let longPapers = Pattern(#"\b(full|long|regular|research)([- ]length)? papers?\b"#)
  private static func namesLongPapers(_ statements: [Statement]) -> Bool {
    statements.contains { longPapers.matches($0.text) }
  }

  /// What a sentence says: the surest of its clauses, and the two halves of single-blind review together.
  private static func readings(
    _ text: String, _ context: RuleContext
  ) -> (found: (Anonymity, Int)?, isChoice: Bool) {
    if isOptional.matches(text) { return (nil, true) }
    var found: (value: Anonymity, strength: Int)?
    var isChoice = false
    var hidesReviewers = false
    let isConditional = AnonymityClause.condition.matches(text)
    for clause in AnonymityClause.clauses(of: text) {
      let reading = AnonymityClause(clause)
      hidesReviewers = hidesReviewers || reading.hidesReviewers
      if reading.isChoice || (isConditional && reading.named == nil && reading.authors != nil) {
        isChoice = true
        continue
      }
      guard let value = value(of: reading) else { continue }
      var strength = reading.named == .notDouble ? 4 : reading.strength
      if strength < 8, elsewhere.matches(clause) { strength -= 3 }
      if !context.readsSideTrack, otherKind.matches(clause) { strength -= strength == 8 ? 2 : 6 }
      // What short papers alone need is not what papers need.
      if !context.readsSideTrack, ofShort.matches(clause), !ofLong.matches(text) { strength -= 6 }
      if RuleContext.isOfFinal(clause), strength < 8, !reversed.matches(clause) {
        // Final papers bear names everywhere; papers "anonymous until acceptance" are hidden all the same.
        if value == .none { continue }
        strength -= 1
      }
      let isSurer = found.map { strength > $0.strength || strength == $0.strength && value == .doubleBlind }
      if isSurer ?? true { found = (value, strength) }
    }
    if hidesReviewers, let known = found, known.value == .none { found = (.singleBlind, known.strength + 1) }
    return (found, isChoice)
  }

  private static func value(of reading: AnonymityClause) -> Anonymity? {
    switch (reading.named, reading.authors) {
    case (.double, _): .doubleBlind
    case (.single, _): .singleBlind
    case (.notDouble, _): Anonymity.none
    case (nil, .hidden): .doubleBlind
    case (nil, .shown): Anonymity.none
    case (nil, nil): nil
    }
  }
}
