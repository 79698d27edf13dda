/// What one clause of a sentence says of who is hidden in the review: the words of the grammar and how they combine.
///
/// A clause names authors ("the names of the authors", "who wrote it") or anonymity ("an anonymised version"), shows or
/// hides them ("list", "remove"), and may deny it ("must not", "without"). Two denials are none: a paper that is not
/// anonymised and is rejected for it asks for anonymity.
struct AnonymityClause {
  /// Whether someone can be seen.
  enum Sight { case hidden, shown }

  /// What the clause says of authors.
  var authors: Sight?
  /// Whether reviewers are hidden from authors.
  var hidesReviewers = false
  /// How sure it is: 8 for a named kind of review, 4 and 3 for plain rules, 2 for what rules only imply.
  var strength = 0
  /// The kind of review that the clause names.
  var named: Named?
  /// Whether authors may choose.
  var isChoice = false

  /// A kind of review that has a name.
  enum Named { case double, single, notDouble }

  /// Reads a clause.
  init(_ words: String) {
    let text = Self.beside.replacing(Self.pointer.replacing(Self.plain(words), with: " "), with: " ")
    named = Self.named(text)
    hidesReviewers = Self.reviewersHidden.matches(text)
    if named != nil {
      strength = 8
      return
    }
    guard !Self.ofOthers.matches(text), !Self.forReviewers.matches(text) else { return }
    if let (sight, strength) = Self.sight(text) {
      authors = sight
      self.strength = strength
      if sight == .hidden, Self.choice.matches(text) { isChoice = true }
    }
  }

  private static let marks = Pattern(#"(?<![\w*])[*_]{1,3}(?=\w)|(?<=[\w.,])[*_]{1,3}(?![\w*])"#)
  private static let dashes = Pattern(#"(?<=[A-Za-z])\s?[‐‑‒–—]\s?(?=(blind|anonym|mask|review))"#)

  /// The words without marks that say nothing, such as the plural in "author(s)", with one kind of hyphen.
  private static func plain(_ words: String) -> String {
    dashes.replacing(
      plural.replacing(marks.replacing(words, with: ""), with: "$1s"), with: "-")
  }
  private static let plural = Pattern(#"\b(author|name|affiliation|institution|reviewer)\(s\)"#)

  /// What stands beside names and is not the names: "titles such as Prof. preceding the author names", "12 pages excluding
  /// the title page (authors, affiliations)".
  private static let beside = Pattern(
    #"\b(excluding|excludes?|not counting|without counting|besides|in addition to|including|plus|except( for)?) (the |a )?(separate )?(title|front|cover) page( \([^()]*\))?|\b(preceding|before|in front of|next to|alongside|after|below|under) (the |all |your )?(authors?['’]?s?['’]? names?|names? of (the )?authors?)\b"#
  )

  /// Where more is told: "see the society's author information".
  private static let pointer = Pattern(
    #"\b(see|visit|consult|read|check|refer to|found (at|on|in)|available (at|on|in))\b[^.;]{0,40}\bauthors?['’]? (information|instructions|guidelines?|guide|kit|resources)\b"#
  )

  // MARK: Kinds of review

  private static let double = Pattern(anyOf: [
    #"\b(double|dual|doubly|triple|two-way|mutual(ly)?)[\s-]*(blind\w*|anonym\w+|mask\w+)"#,
    #"\b(identit(y|ies)|names?) of (the )?(authors and (of )?(the )?reviewers|reviewers and (of )?(the )?authors)\b[^.]{0,40}\b(hidden|concealed|kept|not)"#,
    #"\bauthors and reviewers (do not|will not|don't) know\b"#,
    #"\b(anonymous|blind\w*) (on|for|of|in|towards) both (sides|parties|directions|ways|ends)"#,
    #"\b(the|our|paper|submission|peer) (peer[- ]?)?(review|reviewing|refereeing|evaluation)( process| procedure)? (is|are|will be|shall be) (fully |completely |strictly )?(a )?blind\b(?!\W+(single|one|in one|only)|[^.]{0,60}\breviewers?\b(?![^.]*\bauthors?\b))"#,
    #"\bneither (the )?authors nor (the )?reviewers"#,
    #"\b(authors and (the )?reviewers|reviewers and (the )?authors) (will |should |must |both )*(be |are |stay |remain |kept )+(mutually |fully )*(anonymous|unknown|hidden|blind\w*|concealed)"#,
    #"\b(anonym\w+|blind\w*)\b[^.]{0,30}\bboth (the )?(authors and (the )?(reviewers|referees)|(reviewers|referees) and (the )?authors|parties\b)"#,
  ])
  private static let single = Pattern(anyOf: [
    #"\bblind\w*\W+(but\W+|though\W+)?not\s+(a\s+)?(double|dual)[\s-]*(blind|anonym)\w*"#,
    #"\b(single|one)[\s-]*(sided?[\s-]*|way[\s-]*)?(blind\w*|anonym\w+|mask\w+)"#,
    #"\b(reviewers|referees)\b[^.;]{0,20}\banonymous\W+(but )?(the )?authors (do|are|will|need|stay)( \w+)? not\b"#,
  ])
  private static let notDouble = Pattern(
    #"\b(no|without) (double|dual)[\s-]*(blind\w*|anonym\w*)[\s-]*(peer[\s-]*)?(review\w*|refereeing|process)\b|(\bnot|n't)\s+(need|have|required?|necessary)?\s*(to\s+)?(be\s+)?(double|dual)[\s-]*(blind|anonym)|\b(not|isn't|no longer|rather than|instead of)\s+(use |a |be |adopt |employ |do |follow |(peer[- ]?)?(reviewed|refereed|evaluated|judged|conducted|performed|handled) |in |as |using |under )*(double|dual)[\s-]*(blind|anonym)"#
  )

  private static func named(_ text: String) -> Named? {
    let isSingle = single.matches(text)
    if notDouble.matches(text) { return isSingle ? .single : .notDouble }
    if double.matches(text) { return .double }
    return isSingle ? .single : nil
  }

  private static let reviewersHidden = Pattern(anyOf: [
    #"\b(reviewers|referees)\b (are|will be|remain|stay|shall remain) anonymous\b"#,
    #"\b(identit(y|ies)|names?) of (the )?(reviewers|referees)\b[^.]{0,40}\b(hidden|concealed|secret|not|unknown|withheld)\b"#,
    #"\b(reviewers?'|referees?')s? (identit\w+|names?)\b[^.]{0,40}\b(hidden|concealed|secret|not|unknown|withheld)\b"#,
    #"\bauthors (do|will|are|may) not (be )?(learn|know|see|told|informed|find out)\b[^.]{0,30}\b(review\w*|referee\w*|who)\b"#,
    #"\b(but )?(not|never) (the other way (a)?round|vice versa|conversely)"#,
  ])

  // MARK: Anonymous papers

  private static let anonymous = Pattern(anyOf: [
    #"\b(not|n't|no|without|never)\b[^.;]{0,25}\b(information|details|data|hints?|clues?|indications?) (about|on|of|to|regarding|concerning|as to) (who )?(the |its |their )?authors?\b"#,
    #"\b(must|should|shall|have to|need to) be ((?!not\b)[\w-]+(,| and| or)* ){0,4}anonymous\b(?! (review|referee))"#,
    #"\b(papers?|submissions?|manuscripts?)\b[^.]{0,60}\b(should|must|are|shall|need to|have to)\b[^.]{0,60}\banonym(ous|i[sz]ed)\b"#,
    #"\b(must|should|need to|have to|shall|required to|are to|will|is to|has to|needs to) (be )?(properly |fully |submitted |carefully |appropriately |suitably |made |kept |completely |also )*(be )?(anonym\w+|blinded)"#,
    #"\banonymi[sz]e(d)? (your|their|the|all|submi\w+|papers?|manuscripts?|version)"#,
    #"\bsubmi\w+ (must |should |will |are |need to )?(be )?(\w+ )?(anonymous(ly)?|anonymi[sz]ed)(?! (peer )?(reviews?|feedback|comments))"#,
    #"\banonym(ous|i[sz]ed) (\w+ ){0,2}(abstracts?|papers?|submissions?|manuscripts?|drafts?|pdfs?|files?|cop(y|ies)|versions?)\b[^.]{0,30}\b(may|must|should|can|are to|have to|shall|will|has to) be (submitted|sent|uploaded|e-?mailed)"#,
    #"\banonymous to (the )?reviewers"#,
    #"\bsubmit\w*\b[^.;]{0,40}\banonymously\b|\banonymously submitted\b"#,
    #"(?<!receive )(?<!receives )(?<!get )(?<!by )(?<!two )(?<!three )\b(fully )?anonymous (submission|review|paper|manuscript|version)s?(?! process)"#,
    #"\banonymized (for|pdf|submission|paper|manuscript|version|and)s?"#,
    #"\bto be blinded\b"#,
    #"\b(properly|fully|completely|suitably|appropriately|carefully|sufficiently) (blinded|anonymi[sz]ed)\b"#,
    #"\bblind(ed)?[\s-]+((peer[\s-])?review[\s-]+)?(manuscripts?|papers?|versions?|submissions?|cop(y|ies)|files?|pdfs?|abstracts?)\b(?! (process|system))"#,
    #"\b(prepared?|formatted|suitable|ready|fit|written|submitted|versions?|cop(y|ies)|files?|manuscripts?|pdf)\s+for (a |the )?blind (peer[\s-]*)?review"#,
    #"\bauthors? (will |should |must |shall )?(stay|remain|are|be|kept|is) (kept )?(fully |completely |entirely )?anonymous\b"#,
    #"\banonymity\b[^.]{0,30}\b(is|are|must be|should be|has to be) (strictly )?(required|mandatory|preserved|kept|ensured|maintained|obligatory|expected|enforced|respected)"#,
    #"\b(preserve|ensure|maintain|keep|guarantee|respect|retain)\b[^.]{0,30}\banonymity\b"#,
    #"\banonymous(?=(\W+\w+){0,3}\W+options?\b)|\boptions?\b[^.]{0,40}\banonymous\b|\\documentclass\[[^\]]*\banonymous\b"#,
    #"\banonymous author(s|\(s\))?\b"#,
    #"\b(format|template|style)\W{1,3}anonymous\b(?! (github|repositor|link|review|referee))"#,
    #"\b(in|an) anonymous (form|format|way|manner)\b"#,
  ])
  /// What rules on anonymity imply.
  private static let impliesAnonymous = Pattern(anyOf: [
    #"\bviolat\w*[^.]{0,40}\b(anonymity|anonymi[sz]ation)\b"#,
    #"\b(anonymity|anonymi[sz]ation) (policy|polic(y|ies)|requirements?|rules?|guidelines?|instructions?)\b"#,
    #"\b(papers?|submissions?|manuscripts?|authors?|you|it|work|identit\w+)\b[^.]{0,40}\b(stays?|remains?|is|are|be|kept) (\w+ )?anonymous\b"#,
    #"\bto (stay|remain|be|keep) (\w+ )?anonymous\b"#,
    #"\bde-?anonymi[sz]\w*"#,
  ])
  private static let notAnonymous = Pattern(anyOf: [
    #"\b(not|n't|no need to( be)?|need not( be)?) (be |need to be |have to be |required to be |to be |required to |necessary to |to |properly |fully |sufficiently )*(anonym\w+|blind(ed)?)\b"#,
    #"\bnon-?anonymous"#,
    #"\bun-?anonymi[sz]ed\b"#,
    #"\bnot (double|single)?[\s-]*blind"#,
    #"\b(no|any) need (for|of) (anonym\w+|blinding)"#,
    #"\b(anonym(ity|i[sz]ation|i[sz]ing)|blinding)\b[^.]{0,30}\b(is|are) not (\w+ )?(required|needed|necessary|mandatory|asked|expected)\b"#,
    #"\bno (anonym(ity|i[sz]ation)|blinding)\b"#,
    #"\banonym(ous|i[sz]ed) (submissions?|papers?|manuscripts?|versions?|review\w*)\b[^.]{0,20}\b(is|are) not (\w+ )?(required|needed|necessary|mandatory|expected)\b"#,
    #"\b(not|n't) (require|need|ask for|expect|demand)\w* (\w+ )?(anonym\w+|blinding)"#,
    #"\b(reviews?|reviewing|review(ing)? process) (is|are|will be) (fully |completely )?open\b(?! (for|to|after|until|till|once))"#,
    #"(?<!encourage )(?<!encourages )(?<!encouraging )(?<!via )(?<!through )(?<!on )(?<!using )(?<!in )(?<!at )\bopen[\s-](peer[\s-])?review\w*\b(?! (platform|system|site|page|portal|link|submission|forum|account|profile))"#,
  ])
  /// "Papers that are not anonymised will be rejected" asks for the opposite of what it seems to allow.
  private static let isRefused = Pattern(
    #"\b(that|which|whose|who|with|without|failing|violating|revealing|containing|not|any)\b.*\b(reject\w*|(not|n't) (be )?(considered|reviewed|accepted)|returned|desk\b|disqualif\w*|refused|declined)"#
  )

  // MARK: Names of authors

  /// Words for who the authors are.
  private static let names = Pattern(anyOf: [
    #"\bauthors?['’]?s?['’]? ((and|or) (\w+ ){0,2}|)((full|real|own|personal|contact|identifying|complete|first|last) ){0,2}(names?|identit(y|ies)|affiliations?|information|details|block|field|data|identifiers?)\b"#,
    #"\bauthor(s?['’]s?)? lists?\b"#,
    #"\b(names?|identit(y|ies)|affiliations?|address(es)?|list)( ?(,|and|or|nor|/|as well as)[\w\s,/()-]{0,60}?)?( \([^()]{0,40}\))? (of|for) (the |all |all the |each |every |each of the |its |their |any )?(co-?|contributing |participating )?authors?\b"#,
    #"\b(title|first|front|cover|opening) page\b[^.]*\b(authors?|names?)\b[^.]*\baffiliations?\b"#,
    #"\b(traces?|signs?|indications?|hints?) of (the |your |their |its )?(authors?['’]?s?['’]? )?identit(y|ies)\b"#,
    #"\b(your|their) (own |real |full )?(names?|identit(y|ies)|affiliations?)\b"#,
    #"\bidentif\w+ (information|details|data|material|elements?)\b|\bself-identifying"#,
    #"\b(identif\w*|reveal\w*|disclos\w*|gives? away|giving away|tells?|betray\w*|recogni[sz]\w*|deduce\w*)\b[^.]{0,20}\b((the|its|their|your|any) authors?|authorship|who (wrote|its|the))\b"#,
    #"\b(mention|name|reveal|includ|list|giv|disclos|show)\w*\b[^.;]{0,20}\b(your|their) (own )?(institutions?|organi[sz]ations?|universit(y|ies)|employers?)\b"#,
    #"\b(authors?|they|you)\b[^.]{0,15}\b(can|cannot|could|may|might|should|must|are|to)\b( not)? be (easily )?(identif\w+|recogni[sz]\w+|named|listed|guessed|deduced|known|visible|shown)\b"#,
    #"\bwho (wrote|has written|the authors are|its authors are|are the authors)\b"#,
    #"\bnames (and|or) affiliations\b(?! (of|for) (?!(the |all |its |their |any |each |every |contributing )*(co-?)?authors?\b))|\bnames, affiliations\b|(?<!policy on )(?<!policies on )(?<!rules on )(?<!rules of )(?<!guidelines on )\bauthorship\b(?! (polic|guid|rules|criteria|change|requirement))"#,
    #"\b(no|any|without) names\b"#,
    #"\b(information|details|clues|hints|anything|content)\b(?:[^.]|\betc\.){0,60}\b(that|which) (\w+ )?(identif|reveal|disclos)\w+"#,
    #"\bauthors are (known|unknown|visible|disclosed|revealed|concealed)\b"#,
  ])
  private static let shows = Pattern(
    #"\b(includ\w+|contain\w*|list\w*|carr(y|ies)|bears?|show\w*|stat(e|es|ed)|giv(e|es|en|ing)|put|write|printed|prints?|appear\w*|reveal\w*|disclos\w*|mention\w*|have|has|see|know|known|visible|provid\w*|display\w*|identif\w+|recogni[sz]\w*|indicat\w*|begins? with|starts? with|named?|guessed|deduced|be on|stand on|can be found|tells?|betray\w*|(?<!compl[iy] )(?<!complies )(?<!complying )(?<!accordance )(?<!compliance )(?<!line )(?<!contact )with|(be|stand|placed|go|centered)\b[^.]{0,20}\b(below|under|beneath|after) the title|should be (followed by|complete))\b"#
  )
  private static let hides = Pattern(
    #"\b(hide|hides|hidden|hiding|conceal\w*|remov\w+|omit\w*|withh\w+|delet\w+|strip\w*|leave out|left out|leaving out|obscur\w+|redact\w*|suppress\w*|mask\w*|free (of|from)|without|exclud\w+|blank|empty|eras\w+|secret|unknown|refrain\w*|avoid\w*|replac\w+|(keep|kept)\b[^.]{0,30}\bfrom|blind|anonymi[sz]\w+)\b"#
  )
  private static let denies = Pattern(#"\b(not|no|never|neither|nor|none|nothing|cannot|devoid)\b|n't\b"#)
  private static let needsNot = Pattern(
    #"\b(need not|no need|(not|n't) (need|have) to|not (be )?(required|necessary|needed|mandatory|obliged))\b"#)
  /// A rule or a plain statement, without which a name is only mentioned.
  private static let rules = Pattern(
    #"\b(must|should|shall|please|are to|is to|need to|needs to|ha(s|ve) to|(is|are|be) (to be |also )?(given|listed|shown|visible|known|printed|included|named|disclosed|revealed)|begins? with|starts? with|see|know|will (see|know)|expected|required|requested)\b|\b(be|stand|placed|go|centered)\b[^.]{0,20}\b(below|under|beneath|after) the title|^\W*(include|list|give|put|write|state|provide|indicate|name|mention|specify|add)\b|\b(submit\w*|sent)\b.*\bwith\b"#
  )
  /// Where authors are named whatever the review is like: forms, web sites, proceedings, talks.
  private static let elsewhere = Pattern(
    #"\b(easychair|hotcrp|openreview|cmt|softconf|start system|(submission|conference|online|web) (system|form|site|page|portal)|form\b|web ?sites?|metadata form|regist\w+|proceedings|presented|presenter|presents|programme?|acknowledge?ments?|digital library|copyright|accepted|author kit|(by|via|through|in (an|the|your)|send|an) e-?mail|cover letter|separate(ly)?)\b"#
  )
  private static let listsAuthors = Pattern(anyOf: [
    #"(?<!not )\b(include|list|state|give|name) (all |the |your )?(names|(co-?)?authors?)\b['’]?(?! (guide|kit|instruct|response|feedback|statement))(?! (and affiliations )?of (?!(the |all |its |their |any |each |every )*(co-?)?authors?\b))"#,
    #"\bwith authors? (information|names?)( included)?"#,
    #"\bauthors? information included"#,
    #"\bauthors and reviewers know each other"#,
    #"\bsigned reviews\b"#,
  ])

  private static func sight(_ text: String) -> (Sight, Int)? {
    let isRefused = isRefused.matches(text)
    func turned(_ sight: Sight, _ strength: Int) -> (Sight, Int) {
      isRefused ? (sight == .hidden ? .shown : .hidden, min(strength, 3)) : (sight, strength)
    }
    let words = citations.replacing(text, with: " ")
    if notAnonymous.matches(words) { return turned(.shown, 4) }
    let isNamed = names.matches(text)
    if isNamed, !changes.matches(text), let found = sightOfNames(text, isRefused: isRefused) {
      return turned(found.0, found.1)
    }
    if anonymous.matches(text) { return (.hidden, 3) }
    if listsAuthors.matches(text), !denies.matches(text), !elsewhere.matches(text) { return (.shown, 4) }
    if impliesAnonymous.matches(text) { return (.hidden, 2) }
    return nil
  }

  private static func sightOfNames(_ text: String, isRefused: Bool) -> (Sight, Int)? {
    let isDenied = denies.matches(needsNot.replacing(text, with: " "))
    if hides.matches(text) {
      if needsNot.matches(text) { return (.shown, 4) }
      return isDenied && !shows.matches(text) ? (.shown, 2) : (.hidden, 3)
    }
    if needsNot.matches(text) { return nil }
    guard shows.matches(text) else { return isDenied ? (.hidden, 3) : nil }
    if isDenied { return (.hidden, 3) }
    guard isRefused || rules.matches(text), !elsewhere.matches(text) else { return nil }
    return (.shown, 3)
  }

  /// Names that change are not shown.
  private static let changes = Pattern(anyOf: [
    #"\b(chang\w+|modif\w+|alter\w*|ordering|order of|reorder\w*|added to)\b"#,
    #"\badd(s|ing)? (their|your|the) names? to\b(?![^.]{0,30}\b(papers?|manuscripts?|submissions?|title)\b)"#,
    #"\bauthors? lists?\b[^.]{0,20}\b(complete|final|fixed|frozen|agreed|settled)\b"#,
  ])
  /// What is said of citations of one's own work is not said of the paper.
  private static let citations = Pattern(
    #"\b(citations?|references?|self-citations?|repositor\w+)\b[^.;,]{0,60}\b(not\b[^.;,]{0,20}\banonym\w+|(un|non)-?anonym\w+)"#
  )
  /// What is anonymous besides papers: data on people, reviews, comments, the protection of those asked.
  private static let ofOthers = Pattern(anyOf: [
    #"^\W*(the |all |your |any |personal |sensitive |interview |survey |medical |patient |user )*(artifacts?|artefacts?|code|data\w*|videos?|software|transcripts?|interviews?)\b"#,
    #"\banonym\w+ (of|for) (the |all |their |our )*(reviewers?|referees?|participants?|subjects|people|patients|users|data|respondents|persons|individuals)\b"#,
    #"\banonymous(ly)? (communication|comments?|feedback|referees?|reviewers?|expert)\b"#,
    #"\b(reviews?|referees?|reviewers?|reports?|comments?)\b (are|is|will be|will remain|stay|remain) (\w+ )?anonym\w*"#,
  ])
  /// "Reviewers must keep the names of authors secret" is a rule for them.
  private static let forReviewers = Pattern(
    #"^\W*(the |all |our )?(reviewers?|referees?|(pc|committee) members?|committee)\b (must|should|may|shall|are (asked|not allowed|expected)|agree|can|cannot|have to)\b"#
  )
  /// A condition that authors decide: "if you wish to be reviewed anonymously".
  static let condition = Pattern(
    #"\b(if|when|where|whether) (the |an? |any )?(authors?|you|they|submitters?) (so |do |would )*(desire|wish|want|prefer|choose|like|decide|opt)s?\b|\b(authors?|those|submitters?) (who|that|wishing|wanting|preferring|desiring)( (would|so))?( (wish|want|prefer|desire|like|choose))?\b[^.]{0,30}\b(anonym\w+|blind\w*)"#
  )
  private static let choice = Pattern(
    #"\b(optional\w*|may choose|can choose|are free to|if (they|you) (so )?(like|wish|prefer|want|desire)|not (required|mandatory|necessary)|encouraged but|wish(es)? to (stay|remain|be)|decide\w*|(may|can)( also)? (anonymi[sz]e|stay anonymous|remain anonymous|be (fully )?(anonymous|anonymi[sz]ed|blinded))|up to (the )?authors|at (the authors|your|their) (discretion|option))\b"#
  )

  // MARK: Clauses

  private static let cut = Pattern(
    #";\s+|(?<!\b(include|contain|clearly|indicate|provide|state|list|show|order|give))(?<!\b(includes|contains|indicates|including|containing|provides|following|specify|states|lists|shows|gives)):\s+|\s[–—-]\s|,\s+(?=(that is|i\.e|so\b|but\b|while\b|whereas\b|although\b|and (they|it|authors|reviewers|the (reviewers|authors|paper|manuscript|submission|pdf)|must|should|please|do not|add|no)\b|nor\b))|\s+(?=(but|while|whereas|although)\s)|\s+(?=and (must|should|do not|please|a blind\w*|an anonym\w*)\b)"#
  )
  private static let lacksSubject = Pattern(
    #"^\W*(and |but |nor )?(must|should|may|are|is|will|shall|do|does|need) (not\b|be\b)"#)
  private static let verb = Pattern(#"\b(must|should|may|are|is|will|shall|do|does|need|can)\b"#)

  /// Cuts a sentence where another thought begins; a clause without a subject gets that of the one before it.
  static func clauses(of sentence: String) -> [String] {
    let units = Array(sentence.utf16)
    var clauses: [String] = []
    var start = 0
    for end in cut.all(in: sentence).map(\.range.upperBound) + [units.count] {
      var clause = String(decoding: units[start..<end], as: UTF16.self)
      if lacksSubject.matches(clause), let before = clauses.last, let verb = verb.first(in: before) {
        clause = String(decoding: Array(before.utf16)[..<verb.range.lowerBound], as: UTF16.self) + clause
      }
      clauses.append(clause)
      start = end
    }
    return clauses
  }
}
