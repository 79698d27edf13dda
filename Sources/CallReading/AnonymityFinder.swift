import Venues

/// Finds who is hidden from whom in the review of the main track.
struct AnonymityFinder {
  private static let double = Pattern(anyOf: [
    #"\b(double|dual|doubly|triple|two-way|mutual(ly)?)[\s-]*(blind\w*|anonym\w+|mask\w+)"#,
    #"\b(identit(y|ies)|names?) of (the )?(authors and (of )?(the )?reviewers|reviewers and (of )?(the )?authors)\b[^.]{0,40}\b(hidden|concealed|kept|not)"#,
    #"\bauthors and reviewers (do not|will not|don't) know\b"#,
    #"\banonymous on both sides"#,
    #"\bneither (the )?authors nor (the )?reviewers"#,
  ])
  private static let single = Pattern(
    #"\bsingle[\s-]*(blind\w*|anonym\w+|mask\w+)|\breviewers (are|will be|remain|stay) anonymous\b(?!.*authors(?! (do|are|will|need) not| don't))"#
  )
  private static let hidden = Pattern(anyOf: [
    #"\b(papers?|submissions?|manuscripts?)\b[^.]{0,60}\b(should|must|are|shall|need to)\b[^.]{0,60}\banonym(ous|i[sz]ed)\b"#,
    #"\b(must|should|need to|have to|shall|required to|are to|will) (be )?(properly |fully |submitted |carefully |appropriately |suitably )*(be )?(anonym\w+|blinded)"#,
    #"\banonymi[sz]e(d)? (your|their|the|all|submi\w+|papers?|manuscripts?|version)"#,
    #"\bsubmi\w+ (must |should |will |are |need to )?(be )?(\w+ )?(anonymous(ly)?|anonymi[sz]ed)(?! (peer )?(reviews?|feedback|comments))"#,
    #"\b(do|must|should|may|shall) not (include|contain|reveal|identify|disclose|list|mention|have(?! (any |no )?(limits?|restrictions?))|show|bear|carry)\b[^.]{0,60}\b(authors?|identit\w+|names?|affiliations?|institution\w*)"#,
    #"\b(remove|omit|withhold|conceal|hide|obscure|without|blind)\b[^.]{0,50}\b(author|authors'?|identit\w+|names?)\b[^.]{0,30}\b(names?|information|identit\w+|affiliation\w*|details?)?"#,
    #"\bauthors?'? (names?|identit\w+|information)( and [\w\s]{0,30})? (must|should|shall|may) not\b"#,
    #"\bauthor'?s?\W+ (identity|identities) (must|should|will) (be|not)"#,
    #"\bnot (be )?(revealed|disclosed|identifiable|known) to (the )?reviewers"#,
    #"\b(identifying|author'?s?'?|names?|information|details|identit\w+|affiliations?)\b[^.]{0,80}\b(authors?'?|identif\w+|affiliations?|names?|information)\b[^.]{0,60}\b(needs?|must|should|has|have|are|is|shall)\b[^.]{0,15}\b(to )?be (removed|omitted|hidden|deleted|excluded|stripped|left out|suppressed|masked)"#,
    #"\b(identif\w+|names?|affiliations?)\b[^.]{0,60}\bauthors?'?\b[^.]{0,30}\b(must|should|may|shall) not (appear|be (given|shown|listed|included|visible|found))"#,
    #"\b(leave out|strip|delete|erase)\b[^.]{0,40}\b(names?|authors?)\b"#,
    #"\b(do|should|must) not (put|write|print|give)\b[^.]{0,20}\b(your|their|authors?'?) names?\b"#,
    #"\bto be blinded\b"#,
    #"\banonym(ous|i[sz]ed) (\w+ ){0,2}(abstracts?|papers?|submissions?|manuscripts?|drafts?|pdfs?)\b[^.]{0,30}\b(may|must|should|can|are to|have to|shall|will) be (submitted|sent|uploaded|e-?mailed)"#,
    #"\banonymous to (the )?reviewers"#,
    #"(?<!receive )(?<!receives )(?<!get )(?<!by )(?<!two )(?<!three )\b(fully )?anonymous (submission|review|paper|manuscript|version)s?"#,
    #"\banonymized (for|pdf|submission|paper|manuscript|version|and)s?"#,
  ])
  private static let shown = Pattern(anyOf: [
    #"\b(not|n't|no need to( be)?|need not( be)?) (be |need to be |have to be |required to be |to be |required to |necessary to )*(anonym\w+|blind(ed)?)\b"#,
    #"\b(authors'? names?|names? of (the )?authors|author (names?|information|list)|list of authors|authors)\b[^.]{0,60}\b(should|must|are to|need to|can) (be )?(includ\w+|listed|appear|visible|given|provide)"#,
    #"\bwith authors? (information|names?)( included)?"#,
    #"\bauthors? information included"#,
    #"(?<!not )\b(include|list|state|give) (all |the |your )?(authors?'?s?'?|names)\b(?! (guide|kit|instruct))"#,
    #"\bnon-?anonymous"#,
    #"\bun-?anonymi[sz]ed\b"#,
    #"\bnames?\b[^.]{0,40}\bauthors?\b[^.]{0,30}\b(must|should|have to|need to|are to) be (shown|given|visible|listed|included|printed)"#,
    #"(?<!encourage )(?<!encourages )(?<!encouraging )\bopen[\s-](peer[\s-])?review\w*\b"#,
    #"\bnot (double|single)?[\s-]*blind"#,
  ])
  private static let optional = Pattern(
    #"\b(optional\w*|may choose|can choose|are free to|if (they|you) (wish|prefer)|not (required|mandatory|necessary)|encouraged but)\b"#
  )
  private static let plainBlind = Pattern(
    #"\bblind(ed)?[\s-]*(peer[\s-]*)?(review\w*|reviewing|refereed|submission)|\breviewed blindly|blind peer"#)
  private static let elsewhere = Pattern(
    #"\b(camera[- ]ready|final version|once accepted|upon acceptance|after (the )?(review|notification|acceptance)|poster|demo|tutorial|repositor\w+|preprint|arxiv|supplement\w*|reviewer nomination|previous(ly)? (years?|editions?))\b"#
  )
  private static let ofOtherThing = Pattern(#"^\W*(the |all |your |any )?(artifacts?|code|data\w*|videos?|software)\b"#)
  private static let exceptTrack = Pattern(#"\b(except|but those|other than|excluding)\b"#)

  /// Returns the rule with the words it rests on.
  static func anonymity(in statements: [Statement], _ context: RuleContext) -> Answer<Anonymity> {
    var best: (value: Anonymity, weight: Int, statement: Statement)?
    var blind: Statement?
    var choice: Statement?
    for statement in statements where statement.text.utf16.count < 2_000 {
      let text = statement.text
      guard let (value, strength) = reading(text) else {
        if plainBlind.matches(text), !context.isSide(statement) { blind = blind ?? statement }
        continue
      }
      if optional.matches(text), value == .doubleBlind, strength < 5 || isOptional.matches(text) {
        choice = choice ?? statement
        continue
      }
      var weight = strength + context.weight(statement)
      if elsewhere.matches(text) || ofOtherThing.matches(text), strength < 5 { weight -= 3 }
      if exceptTrack.matches(text) { weight += 1 }
      if best.map({ weight > $0.weight }) ?? true { best = (value, weight, statement) }
    }
    if let best, best.weight >= 0 {
      return Answer(stated: Stated(best.value, best.statement.text, line: best.statement.line))
    }
    if let choice {
      return Answer(notes: ["Line \(choice.line): authors may choose whether to hide their names; no rule is set."])
    }
    if let blind {
      return Answer(notes: ["Line \(blind.line): the review is called blind, but not whether single or double."])
    }
    return Answer()
  }

  private static let isOptional = Pattern(
    #"\boptional\w*\s+(double|anonym|blind)|\b(double[\s-]*blind|anonymi[sz]\w+)\b[^.]{0,30}\b(is|are)\s+(optional|not (required|mandatory))"#
  )
  private static let notDouble = Pattern(
    #"(\bnot|n't)\s+(need|have|required?|necessary)?\s*(to\s+)?(be\s+)?(double|dual)[\s-]*(blind|anonym)|\b(not|isn't|no longer|rather than|instead of)\s+(use |a |be |adopt |employ |do |follow |(peer[- ]?)?(reviewed|refereed|evaluated|judged|conducted|performed|handled) |in |as |using |under )*(double|dual)[\s-]*(blind|anonym)"#
  )

  private static let unhidden = Pattern(
    #"\bnot (properly |fully |sufficiently )?(anonym\w+|blinded)\b[^.]{0,40}\b(reject\w*|not be (considered|reviewed|accepted)|returned|desk)"#
  )
  private static let ofCitations = Pattern(
    #"\b(citations?|references?|self-citations?|repositor\w+)\b[^.;,]{0,60}\bnot\b[^.;,]{0,20}\banonym\w+"#)

  private static func reading(_ text: String) -> (Anonymity, Int)? {
    if single.matches(text), !double.matches(text) { return (.singleBlind, 8) }
    if notDouble.matches(text) { return single.matches(text) ? (.singleBlind, 8) : (Anonymity.none, 4) }
    if double.matches(text) { return (.doubleBlind, 8) }
    // "Papers that are not anonymised will be rejected" asks for the opposite of what it seems to allow.
    if unhidden.matches(text) { return (.doubleBlind, 3) }
    // What is said of citations of one's own work is not said of the paper.
    if shown.matches(ofCitations.replacing(text, with: " ")) { return (Anonymity.none, 4) }
    if hidden.matches(text) { return (.doubleBlind, 3) }
    return nil
  }
}
