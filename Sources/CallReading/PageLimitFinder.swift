import Venues

/// Finds how long a paper of the main track may be at submission, and what counts.
struct PageLimitFinder {
  private let statements: [Statement]
  private let context: RuleContext
  private let template: String?

  /// A number of pages in a sentence.
  private struct Candidate {
    let statement: Statement
    let max: Double
    let range: Range<Int>
    var weight: Int
    let isAdvice: Bool
    /// Whether it stands right before the papers that it is of: "4-page papers".
    let isOfPapers: Bool
  }

  /// Returns the limit, or notes on why there is none.
  static func limit(
    in statements: [Statement], _ context: RuleContext, template: String?
  ) -> Answer<PageLimit> {
    PageLimitFinder(statements: statements, context: context, template: template).answer()
  }

  private func answer() -> Answer<PageLimit> {
    let candidates = statements.flatMap(candidates(in:))
    guard
      var best = largestOfShortKinds(candidates)
        ?? candidates.max(by: {
          ($0.weight, -$0.statement.index, -$0.range.lowerBound) < (
            $1.weight, -$1.statement.index, -$1.range.lowerBound
          )
        }),
      best.weight >= 2
        || best.weight >= (isAllThatIsAskedFor(best) ? -6 : -2) && Set(candidates.map(\.max)).count == 1
          && !Self.finalWords.matches(best.statement.text)
          && (best.isOfPapers || !Self.notMain.matches(best.statement.text) || isAllThatIsAskedFor(best))
    else { return Answer(notes: wordLimitNotes) }
    // "4 pages standard, up to 6 pages max" advises the one and prescribes the other.
    let strict = candidates.filter {
      !$0.isAdvice && ($0.statement.index == best.statement.index ? $0.weight >= 2 : $0.max == best.max)
        && !context.isSide($0.statement)
    }
    if best.isAdvice, let firm = strict.max(by: { $0.weight < $1.weight }) {
      best = firm
    } else if best.isAdvice {
      return Answer(notes: [
        "Line \(best.statement.line): \(Self.number(best.max)) pages are advice, no limit: '\(Self.quoted(best.statement.text))'."
      ])
    }
    var (includes, excludes) = parts(best)
    // A limit that the call states twice may tell only once what counts.
    for other in candidates
    where other.max == best.max && other.statement.index != best.statement.index
      && !context.isSide(other.statement) && !Self.finalWords.matches(other.statement.text)
    {
      let more = parts(other)
      includes += more.includes.filter { !includes.contains($0) && !excludes.contains($0) }
      excludes += more.excludes.filter { !includes.contains($0) && !excludes.contains($0) }
    }
    var notes = wordLimitNotes
    let others = Set(candidates.filter { $0.weight >= best.weight - 1 && $0.max != best.max }.map(\.max))
    if !others.isEmpty {
      notes.append(
        "Besides \(Self.number(best.max)) pages the call speaks of "
          + "\(others.sorted().map(Self.number).joined(separator: " and ")) pages; check which kind of paper is meant.")
    }
    let limit = PageLimit(max: best.max, count: .wholePages, includes: includes, excludes: excludes)
    return Answer(stated: Stated(limit, best.statement.text, line: best.statement.line), notes: notes)
  }

  private func parts(_ candidate: Candidate) -> (includes: [PageLimit.Part], excludes: [PageLimit.Part]) {
    PageLimitParts.parts(
      in: candidate.statement, at: candidate.range, following: following(candidate), all: statements, context)
  }

  /// Whether a limit of extended abstracts is that of the call, for it asks for no longer kind of paper.
  private func isAllThatIsAskedFor(_ candidate: Candidate) -> Bool {
    Self.extendedAbstracts.matches(candidate.statement.text) && !context.isSide(candidate.statement)
      && (statements.contains { Self.abstractsArePapers.matches($0.text) }
        || !statements.contains { Self.mainWords.matches($0.text) || Self.otherPapers.matches($0.text) })
  }

  /// The longest kind of paper of a call that asks for none but short ones: "position papers (2 pages) and short
  /// papers (4 pages)".
  private func largestOfShortKinds(_ candidates: [Candidate]) -> Candidate? {
    guard candidates.allSatisfy({ $0.weight < 2 }),
      Set(candidates.map(\.max)).count > 1, !statements.contains(where: { Self.mainWords.matches($0.text) })
    else { return nil }
    // A call whose every kind has a heading of its own has no track that is the main one.
    let lowest = candidates.allSatisfy { context.isSide($0.statement) } ? -6 : -2
    var longest = candidates.filter { $0.weight >= lowest && Self.otherPapers.matches($0.statement.text) }.max {
      ($0.max, -$0.statement.index) < ($1.max, -$1.statement.index)
    }
    longest?.weight = 2
    return longest
  }

  private static let extendedAbstracts = Pattern(anyOf: [
    #"\bextended abstracts?\b"#,
    #"^\W*abstracts?\b(?! (deadline|submission))[^.;]{0,50}\b(must|should|shall|may|can|cannot|are|have)\b[^.;]{0,40}\bpages?\b"#,
    #"\b(submit|send|submissions?)\b[^.]{0,30}\babstracts? \(\s*(of |up to |at most |max\.? )?(\d{1,2}\W)?\d{1,2}\W{0,2}(pages?|pp)\b"#,
    #"\b(send|invite|welcome|solicit|ask for|call for|seek)\b[^.]{0,30}\babstracts? of (2|3|4|two|three|four)\b"#,
    #"\b(send|invite|welcome|solicit|ask for|call for|seek)\b[^.]{0,20}\b(2|3|4|two|three|four)[\s-]page abstracts?\b"#,
  ])
  /// "The submission must be in the form of an extended abstract", whatever it says of full papers that exist already.
  private static let abstractsArePapers = Pattern(
    #"(?<!step of )(?<!stage of )\bsubmissions?\b[^.;]{0,30}\b(are|is|consists? of) (an? )?([\w-]+ )?abstracts?\b(?!\s*(and|&|\+|plus|followed)\b)|\b(submissions?|papers) (must|should|shall|will|have to|are to|need to) be (an? )?([\w-]+ ){0,3}\(?extended abstracts?\b|\bextended abstracts? of\b[^.;]{0,30}\bpages\b[^.;]{0,20}\b(are|is) (\w+ )?(solicited|invited|sought|requested|expected)\b|\b(submissions?|papers?) (must|should|shall|will|have to|are to)( be| take| come| be submitted)?( in)? the (form|format|shape) of (an? )?([\w-]+ )?abstracts?\b"#
  )
  private static let otherPapers = Pattern(#"\b(short|position|vision|demo|poster|workshop) papers?\b"#)

  private func following(_ candidate: Candidate) -> [Statement] {
    let next = context.following(candidate.statement, in: statements, count: 4)
    // What is said after the limit of another kind of paper belongs to that one.
    let isShort = Self.shortPaper.matches(candidate.statement.text)
    return Array(
      next.prefix {
        candidates(in: $0).isEmpty
          || Self.aboutParts.matches($0.text) && (isShort || !Self.opensWithShort.matches($0.text))
      })
  }

  private static let columns = Pattern(#"^\W*(\d|one|two)[\s-]*columns?\b"#)
  private static let kindBehind = Pattern(
    #"^\s*\((long|full|regular|research|short|position|poster|demo|invited)\b|^\W*(?:in length |long |each |maximum |max\.? )?(?:for|in the case of)\s+(?:an? |the |all )?(long|full|regular|research|main|technical|short|position|posters?|demos?|vision|tool|industry|invited)\b"#
  )
  private static let kindRightBefore = Pattern(
    #"\b(long|full|regular|research|main|technical|short|position|posters?|demos?|vision|tool|industry)\b(?: (?:format|form|version|length))?\W{0,2}[(:=–—-]\s*(?:up to|at most|max\.?|maximum|maximally|no more than|limited to|\d{1,2}\s*(?:-|–|to))?\s*$"#
  )
  private static let mainKinds: Set = ["long", "full", "regular", "research", "main", "technical"]
  private static let mainKindAlone = Pattern(#"\b(long|full|regular|research|main)\b"#)
  private static let rowOfKinds = Pattern(
    #"((?:[\w-]+\s+){1,3}(?:papers?|reports?|submissions?|articles?)\s*,\s*(?:[^.;:()\d]*,\s*)?(?:and|or)\s+(?:[\w-]+\s+){0,3}(?:papers?|reports?|submissions?|articles?|demos?|posters?|abstracts?|notes?|surveys?))\b[^.;:\d]{0,30}$"#
  )
  /// "Research, industry, and education tracks: ".
  private static let rowOfTracks = Pattern(#"^\W*(research|main|technical)\b[^.:;\d]{0,60}\btracks?\s*:\W*$"#)
  private static let mainInRow = Pattern(#"\b(long|full|regular|research|technical|original)\b"#)
  private static let opensWithShort = Pattern(
    #"^\W*(short|position|vision|demo|poster|tool|industry|extended|work[- ]in[- ]progress)\s+(papers?|submissions?|abstracts?)\b"#
  )
  private static let aboutParts = Pattern(#"\b(references|bibliograph\w+|appendi\w+|supplement\w+)\b"#)

  private static func number(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
  private static func quoted(_ text: String) -> String { text.count > 120 ? text.prefix(117) + "..." : text }

  // MARK: Candidates

  private static let limiting = Pattern(
    #"\b(up to|at most|no more than|not more than|no longer than|not longer than|not be longer|must not exceed|not exceed\w*|limit\w*|max(imum|\.)?|within|less than|fewer than|or less|or fewer|under|must be|should be|can be|may be|are|is|have|has|in length|long|page limit|restricted|not to exceed|including|excluding|plus|consist\w*|contain\w*|between|of length|length of|require\w*|allowed|of content|of text|of main|of body|exclusive|inclusive|submi\w+)\b|[+:(]"#
  )
  private static let strictLimit = Pattern(
    #"\b(up to|at most|no more than|not more than|no longer than|not longer than|not (be )?exceed\w*|limited to|limit|max(imum|\.)?|page limits?(?! includ)|not to exceed|or less|or fewer|restricted to|within|allowed|must be|less than|cannot exceed)\b"#
  )
  private static let mainWords = Pattern(anyOf: [
    #"\b(full|regular|research|long|technical|main|conference|original|complete)[\s-]+(research |technical |length |conference |workshop )?(papers?|submissions?|contributions?|articles?|manuscripts?|track|length)\b"#,
    #"\b(full|regular|long)\s+\w+(/\w+)+\s+(papers?|submissions?)\b"#,
    #"\bmain (text|body|content|paper)\b"#,
    #"\b(everything|anything) else\b"#,
    #"\b(full|long|regular)[\s-]format\b"#,
    #"\ball other (papers?|submissions?)\b"#,
  ])
  /// The first cell of a table's row that stands for the main kind of paper.
  private static let mainRow = Pattern(#"^\W*(full|regular|research|long|technical|main|papers?)\s*\|"#)
  private static let paperWords = Pattern(
    #"\b(papers?|submi\w+|manuscripts?|contributions?|articles?|content|body|text)\b"#)
  private static let shortWords = Pattern(
    #"\b(short|position|vision|work[- ]in[- ]progress|wip|industr\w+|experience|tool|late[- ]breaking|student|challenge|new ideas|nier|survey|sok|abstracts?|reproducibility|resource|data|perspective|extended abstracts?|demo\w*|posters?|workshop|tutorial|panel|case stud\w+|talk|application|practice|letters?|non-archival|tiny|brief|survey|journal|lightning|two-page|ideas)[\s-]*(papers?|submissions?|contributions?|track|articles?|proposals?|announcements?)?\b"#
  )
  private static let shortPaper = Pattern(anyOf: [
    #"\b(short|position|vision|work[- ]in[- ]progress|wip|industr\w+|experience|tool|late[- ]breaking|student|challenge|new ideas|nier|extended abstract|demo\w*|poster|workshop|tutorial|panel|tiny|talk|brief|reproducibility|perspective|resource|idea)s?[\s-]+(and [\w-]+ )?(papers?|submissions?|contributions?|track|articles?|abstracts?|proposals?)\b"#,
    #"\bextended abstracts?\b(?! (format|template|style))"#,
    #"\bshort[\s-](format|form|version)\b"#,
    #"\bposters?\b"#,
    #"\bdemos?\b"#,
    #"\bproposals?\b"#,
  ])
  private static let notPaper = Pattern(
    #"\b(cover letter|expression of interest|statement|biograph\w+|bios?|cv|resume|summary of|response|rebuttal|(?<!\b(for|under|peer|blind) )reviews?|letter(?! (or|size|sized|format|paper)\b)|slides?|proposal|title page|changes|concurrent|prior (work|version)|previous\w*|dual|purchase\w*|fee|charge|extra charge|overlength|over-length|additional cost|reviewer|per review|generat\w+|description of|change log|revision|workshop report|not (be )?considered|questionnaire)\b"#
  )
  private static let additional = Pattern(
    #"\b(additional|extra|more(?! than)|further|another|optional)\b[\w\s()-]{0,20}$|\+\s*$|\b(plus|followed by)\s+(up to\s+|at most\s+|an?\s+)?$"#
  )
  private static let minimum = Pattern(
    #"\b(at least|minim\w+( (length|number))?( of)?:?|(no|not) (fewer|less|shorter) than|more than|exceeding|longer than|over|above)\W*$"#
  )
  private static let lessBefore = Pattern(#"\b(fewer|less|shorter) than\W*$|\b(below|under)\W*$"#)
  private static let notMore = Pattern(
    #"\b(no|not|n't)\s+(be\s+|go\s+)?(more|longer|over|above)(\s+than)?\W*$|\b(not|without|never)\s+(ever\s+)?exceeding\W*$"#
  )
  private static let overBefore = Pattern(#"\b(more than|exceeding|exceeds?|longer than|over|above|beyond)\W*$"#)
  private static let forbids = Pattern(
    #"\b(reject\w*|return\w*|refus\w*|disqualif\w*|desk[- ]reject\w*|declin\w*|discard\w*|unread|(not|n't|never|no|without)\b[^.;]{0,40}\b(accept\w*|consider\w*|review\w*|read|longer|exceed|be|more|evaluat\w*|admit\w*)|(accept|expect|allow|want|admit|permit|review|consider)s?\s+no\s+(papers?|submissions?|manuscripts?))\b"#
  )
  /// "Reviewers need not read beyond the first two pages" tells a place.
  private static let placeBefore = Pattern(#"\b(first|last|next|opening)\W*$"#)
  /// "An appendix of at most 4 pages", "the programme will have 40 pages".
  private static let partBefore = Pattern(
    #"\b(an?|the|any|each) ((?!extended\b)[\w-]+ )?(appendix|supplement|summary)\s+(of|with|may|can|has|must|should|up)\b[^,;.]{0,30}$|\b(programme?|booklet|proceedings|volume|book|thesis|brochure)\s+(will\s+)?(have|has|had|of|with)\W*$"#
  )
  /// An abstract of five pages or more is the paper.
  private static let abstractBefore = Pattern(
    #"\b(an?|the|any|each) ((?!extended\b)[\w-]+ )?abstract\s+(of|with|may|can|has|must|should|up)\b[^,;.]{0,30}$"#)
  private static let partBehind = Pattern(
    #"^\W*(for|of)\s+(only\s+)?(the\s+)?(references|bibliograph\w+|citations|acknowledge?ments)\b"#)
  private static let inPart = Pattern(
    #"\b(appendix|supplement)(\s+[\w-]+){0,4}\s*\(\s*(up to|at most|max\.?|maximum|of)?\s*$"#)
  /// "One-page CfP as PDF" tells the length of the call.
  private static let callBehind = Pattern(#"^\W*((short|printable|pdf)\s+)?(cfp|call|flyer|flier|leaflet|poster of)\b"#)
  private static let papersBehind = Pattern(
    #"^\W*(papers?|submissions?|contributions?|manuscripts?|articles?)\b(?!\s+(proposals?|abstracts?))"#)
  /// "Authors may upload a longer paper of up to 8 pages" tells what goes beyond the limit.
  private static let longerBefore = Pattern(
    #"\b(may|can|could)\b[^.;]{0,30}\blonger\b(?! than)[^.;]*$"#)
  private static let someKindOfPapersBehind = Pattern(
    #"^\W*((position|short|vision|research|workshop|original)\s+)?(papers?|submissions?|contributions?|manuscripts?|articles?)\b(?!\s+(proposals?|abstracts?))"#
  )
  private static let minimumAfter = Pattern(#"^\W*(or more|(at least|minimum)\b(?!\W*(of )?\d))\b"#)
  private static let additionalAfter = Pattern(#"^\W*(additional|extra)\b"#)
  /// "For the camera-ready version, the page limit is 9 pages" tells nothing of what is submitted.
  private static let forFinal = Pattern(
    #"^\W*(\d+\W+)?for the (camera[- ]ready|final)( version| paper| manuscript)s?,[^.;]*$"#)
  private static let finalWords = Pattern(
    #"\b(camera[- ]ready|final (version|paper|manuscript|copy|submission)s?|accepted|acceptance|published version|proceedings version)\b"#
  )

  private func candidates(in statement: Statement) -> [Candidate] {
    guard statement.text.utf16.count < 3_000, !Self.noLimit.matches(statement.text) else { return [] }
    let text = PageNumbers.plain(statement.text)
    let matches = PageNumbers.all(in: text)
    guard !matches.isEmpty else { return [] }
    let units = Array(text.utf16)
    return matches.compactMap { match -> Candidate? in
      let value = match.value
      guard value >= 1, value <= 60 else { return nil }
      // "2-column numbered pages" counts columns.
      let isColumns = Self.columns.matches(String(decoding: units[match.range], as: UTF16.self))
      guard !isColumns else { return nil }
      let before = String(decoding: units[..<match.range.lowerBound], as: UTF16.self)
      let own = String(decoding: units[match.range], as: UTF16.self)
      let after = String(decoding: units[match.range.upperBound...], as: UTF16.self)
      if Self.additional.matches(before.suffix(28).description) || Self.isAdditional(own) { return nil }
      let isOfPart =
        value < 5 && Self.abstractBefore.matches(before) || Self.partBefore.matches(before)
        || Self.inPart.matches(before)
      if Self.placeBefore.matches(before) || isOfPart || Self.forFinal.matches(before) || Self.callBehind.matches(after)
      {
        return nil
      }
      // "Up to 8 pages and 1 page of references" has two numbers, of which one is a part's.
      if Self.partBehind.matches(after) { return nil }
      // "Papers longer than 9 pages are rejected" forbids what "papers longer than 9 pages" alone would ask for.
      let isForbidden =
        Self.overBefore.matches(before) && Self.forbids.matches(Self.ofSamePapers(before, own, after))
      if !isForbidden {
        if isBoundary(match, among: matches, in: text) { return nil }
        if Self.minimum.matches(before) && !Self.notMore.matches(before) || Self.minimumAfter.matches(after) {
          return nil
        }
        // "Submissions of fewer than 4 pages may be rejected" asks for at least so many.
        if Self.lessBefore.matches(before), Self.forbids.matches(after) { return nil }
        if Self.notPaper.matches(Self.clause(before, after)) { return nil }
      }
      // "pages 3-5" are page numbers, "page 2" is a place.
      var weight = context.weight(statement, countsFinal: false)
      let clauseBefore = Self.lastClause(before)
      let clause = clauseBefore + own + Self.firstClause(after)
      let isInside = before.count(where: { $0 == "(" }) > before.count(where: { $0 == ")" })
      let outside = Self.parentheses.replacing(clause, with: " ")
      if isForbidden || match.isElliptical || Self.strictLimit.matches(clause) {
        weight += 4
      } else if Self.limiting.matches(clause) {
        weight += 2
      }
      if Self.paperWords.matches(text) { weight += 1 }
      // "7-page papers or 2-page abstracts for posters": what comes after takes nothing from the papers.
      if Self.papersBehind.matches(after), !RuleContext.namesSide(before), !context.readsSideTrack,
        RuleContext.namesSide(text)
      {
        weight += 3
      }
      weight += Self.mainRow.matches(before) ? 3 : kindWeight(statement, before, clauseBefore, clause, after)
      if Self.finalWords.matches(isInside ? clause : outside) { weight -= 4 }
      if value <= 2 { weight -= 1 }
      if Self.longerBefore.matches(before) { weight -= 4 }
      if let template, template == "acm-sigconf", clause.contains("sigconf") { weight += 2 }
      let isAdvice =
        !isForbidden && PageAdvice.isAdvised(before: before, own: own, after: after, clause: clause, in: text)
      if isAdvice { weight -= 1 }
      return Candidate(
        statement: statement, max: value, range: match.range, weight: weight, isAdvice: isAdvice,
        isOfPapers: Self.someKindOfPapersBehind.matches(after))
    }
  }

  /// Whether a number only tells two kinds of papers apart: "papers up to 4 pages are notes, papers over 4 pages not".
  private func isBoundary(_ number: PageNumbers.Found, among all: [PageNumbers.Found], in text: String) -> Bool {
    let units = Array(text.utf16)
    let equal = all.filter { $0.value == number.value }
    return equal.count > 1
      && equal.contains {
        Self.overBefore.matches(String(decoding: units[..<$0.range.lowerBound], as: UTF16.self))
      }
  }

  /// A limit of full papers counts for more than one of short papers, unless their track is asked for.
  private func kindWeight(
    _ statement: Statement, _ sentenceBefore: String, _ before: String, _ clause: String, _ after: String
  ) -> Int {
    if context.readsSideTrack { return 0 }
    // "6 pages (short) or 12 pages (long)", "4 pages for short papers".
    let bare = Self.partsBehind.replacing(Self.insertion.replacing(after, with: ""), with: "")
    let behind = Self.kindBehind.first(in: after) ?? Self.kindBehind.first(in: bare)
    if let kind = behind?.groups.lazy.compactMap({ $0?.lowercased() }).first {
      return Self.mainKinds.contains(kind) ? 3 : -4
    }
    // "Experience reports, research papers, and position papers of up to 10 pages" are one row of kinds.
    if let row = Self.rowOfKinds.all(in: sentenceBefore).last, Self.mainInRow.matches(row.groups[0] ?? "") { return 3 }
    if Self.rowOfTracks.matches(sentenceBefore) { return 3 }
    // "Both long (8 pages) and short (4 pages) papers", "full: 8 pages".
    if let kind = Self.kindRightBefore.all(in: before).last?.groups.lazy.compactMap({ $0?.lowercased() }).first {
      if Self.mainKinds.contains(kind) { return 3 }
      if Self.mainKindAlone.matches(sentenceBefore + after) { return -4 }
    }
    // "Abstracts (2 pages) or papers (6 pages)": papers without more are the main kind beside a shorter one.
    if Self.plainPapers.matches(before), Self.shortWordsBefore.matches(sentenceBefore) { return 6 }
    let isMain = Self.mainWords.matches(before)
    let followsNumber = !before.contains(where: \.isLetter) && Self.shortPaper.matches(Self.firstClause(after))
    if !isMain, Self.shortPaper.matches(before) || followsNumber { return -4 }
    if isMain || Self.mainWords.matches(clause) { return 3 }
    return Self.shortPaper.matches(clause) ? 0 : labelWeight(context.label(of: statement))
  }

  /// The same for what a sentence says of the kind of papers that its item or its heading names.
  private func labelWeight(_ label: String?) -> Int {
    guard let label else { return 0 }
    if Self.mainWords.matches(label) { return 3 }
    guard Self.shortPaper.matches(label) else { return 0 }
    return context.hasHeading(Self.mainWords) ? -8 : -4
  }

  /// What stands in parentheses right behind a number: "4 pages (A4) for a regular paper".
  private static let insertion = Pattern(#"^\s*\([^()]*\)"#)
  /// "4 pages of content and 1 page of references for short papers".
  private static let partsBehind = Pattern(
    #"^\s*(of (content|text|main text|body|material))?(,?\s*(and|plus|\+|with)\s+(up to |an? |at most )?(\d|one|two|three)?\s*(additional |extra |more )?pages? (of|for|with) (the )?(references|bibliography|citations))?(?=\s)"#
  )
  private static let plainPapers = Pattern(#"^\W*(papers?|articles?|manuscripts?)\b"#)
  private static let shortWordsBefore = Pattern(#"\b(abstracts?|posters?|demos?|proposals?|notes)\b[^.;]{0,20}\)"#)

  private static let noLimit = Pattern(
    #"\b(no|not a|without( a)?) (fixed|strict|hard|formal|specific|set|minimum or maximum)? ?page limit\b(?! (on|for) (the )?(reference|bibliograph|appendi))|\blimits?\b[^.;]{0,60}\bno longer appl(y|ies)\b"#
  )
  private static let notMain = Pattern(
    #"\b(posters?|demos?|proposals?|abstracts?(?! (format|template|style))|talks?)\b"#)
  private static let parentheses = Pattern(#"\([^()]*\)?"#)
  private static func isAdditional(_ own: String) -> Bool {
    Pattern(#"\b(additional|extra|more)\b"#).matches(own)
  }

  private static let wordLimit = Pattern(#"\b(\d{3,5}|\d{1,2},\d{3})\s*(-|–|to)?\s*(\d{3,5}|\d{1,2},\d{3})?\s+words\b"#)

  private var wordLimitNotes: [String] {
    statements.filter { Self.wordLimit.matches($0.text) && context.weight($0) >= 0 && $0.text.utf16.count < 600 }
      .prefix(1).map {
        "Line \($0.line): the call also limits words, which is not checked: '\(Self.quoted($0.text))'."
      }
  }
}
