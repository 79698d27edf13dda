import Venues

/// Tells which parts of a paper count towards a page limit.
enum PageLimitParts {
  private static let parts: [(PageLimit.Part, Pattern)] = [
    // Misspelt as calls misspell them: "refrences", "appendicies".
    (
      .references,
      Pattern(#"\b(refe?re?n[cs]es?|bibliograph\w+|citations?|refs?|reference (list|section|pages?)|works cited)\b"#)
    ),
    (.appendix, Pattern(#"\b(appe?n?d(ix|ic|ec)\w*|annex(es)?)\b"#)),
    (.supplementary, Pattern(#"\b(supplement\w*)\b"#)),
    (.figures, Pattern(#"\b(figures?|tables?|images|illustrations|pictures)\b"#)),
    (.ethics, Pattern(#"\b(ethic\w*|(broader )?impact statements?|societal impact)\b"#)),
    (.limitations, Pattern(#"\blimitations?\b(?=[^.]*\b(section|statement|discussion|and)\b|\s*[,)])"#)),
    (.acknowledgements, Pattern(#"\backnowledge?ments?\b"#)),
    (.reproducibility, Pattern(#"\breproducibility (statements?|sections?|appendi\w+)\b"#)),
    (.checklist, Pattern(#"\bchecklists?\b"#)),
  ]

  // Each group captures the words that name the parts.
  private static let stop =
    #"[^.;]{0,200}?(?=\b(but|excluding|exclusive|plus|with(?! (?:\w+ )?(?:keywords?|captions?|figures))|and excluding|not including|may|must|should|will|using|in the|including|followed by|submi\w+)\b|[.;)]|$)"#
  private static let freeing: [Pattern] = [
    Pattern(
      #"\b(?:excluding|exclud\w+|exclusive of|except(?: for)?|not including|not counting|without counting|w/o|does not include|do not include|without|apart from|besides|aside from|excl\.?)\s+(?:the\s+)?("#
        + stop + ")"),
    Pattern(
      #"(?:\bplus\b\s|\+|\bwith(?: an)?\s|\band\s)\s*(?:up to\s+|an?\s+)?(?:(?:any number|unlimited( number)?|arbitrar\w+|as many|no (?:page )?limits?|unrestricted|additional|extra|\d+|one|two|three)\b)(?![\s\d–-]*pages?\s+of\s+(?:technical|main|content|text|the paper))(?!\s+(?:pages?\s+)?for\s+(?:short|long|full|regular|position|vision|poster|demo|tool|industry))((?:(?!\bincl)[^.;])*)"#
    ),
    Pattern(#"(?:\bplus|\+)\s+(?:the\s+|up to\s+\w+\s+)?("# + stop + ")"),
    Pattern(
      #"((?:(?!\b(?:but|includes?|excluding)\b)[^.;:(])*?)\b(?:do(?:es)? not|don't|doesn't|will not|won't|are not|is not|need not|not be|shall not|no)\b\s*(?:be )?(?:count\w*|included|limited|subject|part|considered|regarded|treated|contribut\w+|restricted|have a page limit|any page limit|page limit)"#
    ),
    Pattern(
      #"([^.;:(]*?)\b(?:are|is|can be|may be)\s+(?:excluded|unlimited|exempt\w*|not limited|of any length|of unlimited length|not counted|free)"#
    ),
    Pattern(
      #"\b(?:unlimited|no (?:page )?limits? (?:on|for|to)(?: the (?:number|length) of)?|any number of|as many|not limit\w*|unrestricted|no restriction\w* (?:on|for))\b([^.;]*)"#
    ),
    Pattern(#"\bpages?\s+(?:that )?(?:contain\w*|consist\w*|with|for|of)\s+only\s+([^.;]*?)\b(?:is|are)\s+(?:not|un)"#),
    Pattern(
      #"\b(?:can|may)\s+(?:use|have|include|add|extend to|take|spill)\b[^.;]*?\b(?:additional|extra|unlimited)\b([^.;]*)"#
    ),
    Pattern(
      #"\b(?:additional|extra|more)\s+(?:number of\s+)?pages?\s+(?:\([^()]*\)\s+)?(?:\w+\s+){0,4}?(?:for|containing|with|of|only)\s+([^.;]*)"#
    ),
    Pattern(#"\bfollowed by\b([^.;]*)"#),
    // "with an optional ninth page that can only contain references"
    Pattern(#"\b(?:optional|additional|extra)\s+(?:\w+\s+)?pages?\b[^.;]{0,30}\bonly\b\s+([^.;]*)"#),
    Pattern(#"\bpages?,?\s+not\s+(?:including|counting)\s+([^.;]*)"#),
    Pattern(
      #"(references|bibliography|appendi\w+|supplement\w*)\W{1,3}(?:unlimited|no (?:page )?limit|not counted|not included|free\b)"#
    ),
    Pattern(#"\b((?:appendi\w+|supplement\w*)\s+(?:\w+\s+)?)of\s+(?:any|arbitrary|unlimited)\s+(?:length|size)"#),
    Pattern(
      #"\ban?\s+(?:\w+\s+)?(appendix|supplement)\s+of\s+(?:up|at|no|\d|any)[^.;]{0,30}\b(?:may|can)\s+be\s+(?:added|attached|appended|included|provided)"#
    ),
    Pattern(
      #"\bwith\s+an?\s+(?:(?!no\b)[\w-]+\s+){0,4}(appendix|supplement)\b(?!\s+(?:included|must|should|shall|are|is|may not)\b)"#
    ),
    Pattern(
      #"\b(?:may|can|could)\s+(?:(?!not\b|never\b)\w+\s+)?(?:include|have|contain|attach|add|provide|use)\s+(?:an?\s+|one\s+|any\s+)?(?:[\w-]+,?\s+){0,3}(appendix|appendices|supplement)\b"#
    ),
    Pattern(#"\bbut not\s+(?:including\s+|counting\s+)?([^.;]*)"#),
    Pattern(
      #"((?:references|bibliograph\w+|appendi\w+|acknowledge?ments)[\w\s]{0,30})\b(?:aside|apart|exempt\w*|excepted)\b"#
    ),
    // "References may take one more page", "the bibliography may go beyond that".
    Pattern(
      #"([^.;:(,]*)\b(?:may|can|could)\s+(?:take|fill|use|occupy|go|extend|spill|run|exceed|continue|appear|be (?:added|placed|put|given|listed))\b[^.;]{0,40}\b(?:more|additional|extra|further|another|beyond|over|after|exceed|separate)\b"#
    ),
    Pattern(
      #"([^.;:(]*?)\b(?:outside|beyond|over and above|on top of|exempt from|not subject to)\b[^.;]{0,20}\b(?:limits?|pages?|count|that)\b"#
    ),
    Pattern(
      #"\b(?:extra|additional|further|remaining|other)\s+pages?\s+(?:may|can|must|should)\s+(?:\w+\s+)?(?:hold|contain|have|be used for|include)\s+(?:only\s+)?([^.;]*)"#
    ),
    // "Material that exceeds the limit may be put into an appendix".
    Pattern(
      #"([^.;:(]*?)\b(?:that|which)\s+(?:exceeds?|goes beyond|go beyond|does not fit|do not fit|would exceed)\b[^.;]*?\b(?:limits?|pages?)\b"#
    ),
    Pattern(
      #"\b(?:may|can|could)\s+be\s+(?:included|added|attached|provided|given|put|placed|moved)\s+(?:as|in|to|into)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(appendix|appendices|supplement\w*)"#
    ),
    Pattern(
      #"\b(?:optional|additional|extra)\s+(?:\w+\s+)?pages?\s+(?:\([^()]*\)\s+)?(?:for|of|with|containing)\s+([^.;]*)"#),
    Pattern(#"([^.;:(]*?)\bwithout\s+(?:any\s+|a\s+)?(?:page\s+|length\s+)?(?:limits?|restrictions?)\b"#),
    Pattern(
      #"\b\d\s*\+\s*(?:\d|one|two|n|x)\s*pages?\b(?:(?!includ)[^.;])*?\b(?:of|for|holds?|contains?|only)\b((?:(?!includ)[^.;])*)"#
    ),
    Pattern(#"([^.;:(]*?)\bexcluded\b"#),
    Pattern(#"([^.;:(,]*?)\bnot\s+(?:counted|included)\b"#),
  ]
  private static let counting: [Pattern] = [
    Pattern(
      #"(?<!not )(?<!n't )\b(?:including|inclusive of|includes|incl\.?|which include|counting|comprising)\s+(?:the\s+|all\s+|any\s+|everything\W+)?("#
        + stop + ")"),
    Pattern(
      #"([^.;:(]*?)\b(?:count (?:towards?|against|in)|are included|is included|are counted|is counted|must be included|counts? toward\w*)\b"#
    ),
    Pattern(#"\b(?:limits?|lengths?|page counts?|maximum)\s+(?:already\s+)?includes?\s+([^.;]*)"#),
    Pattern(#"\(with\s+(?:the\s+|all\s+)?(references|bibliography|appendices)\)"#),
    Pattern(#"\(?\b(?:with|w/)\s+(references|bibliography|appendices)\s+included"#),
    Pattern(#"([^.;:(]*?)(?<!may be )(?<!can be )\binclu(?:ded|sive)\b"#),
    // "Figures, references, etc. must all fit within the 8 pages".
    Pattern(
      #"((?:[^.;:()]|\([^()]*\)|etc\.)*?)\b(?:must|should|shall|needs? to|ha(?:ve|s) to|are to)\s+(?:all\s+|together\s+)?(?:fit|be contained|be included|stay|fall|remain|lie|be)\s+(?:with)?in\b[^.;]*\b(?:limits?|pages?)\b"#
    ),
    Pattern(#"\bfor everything\W+including\s+([^.;]*)"#),
    Pattern(#"\b(?:everything|all)\s+included\s*\(([^)]*)\)"#),
    Pattern(#"\bpages?,?\s+with\s+((?:the\s+|all\s+)?(?:figures|tables)\b[^.;,]*)"#),
    // "8 pages (text, tables, figures)".
    Pattern(
      #"\bpages?\s*\(((?:(?:all\s+|main\s+)?(?:text|tables?|figures?|references|bibliography|appendi\w+)(?:,?\s+and\s+|,\s*|\s*[&+/]\s*)?){2,})\)"#
    ),
    // "12 pages (the last 2 pages for references only)".
    Pattern(
      #"\bthe (?:last|final) (?:page|[\w-]+ pages)\s+(?:only\s+|being\s+|are\s+|is\s+)?(?:reserved\s+)?for\s+(references|bibliography)\b"#
    ),
  ]
  private static let aboutLimit = Pattern(
    #"\b(pages?|limits?|count\w*|lengths?|discretion|regarded|exclud\w*|unlimited|towards?|beyond)\b|^\W*(this|that|these|which|it)\s+(\w+\s+)?includ\w+"#
  )
  private static let negated = Pattern(#"\b(not|no|without|never)\b|n['’]t\b"#)
  private static let elsewhere = Pattern(
    #"\b(camera[- ]ready|final version|accepted(?! pages)(?=,? (\w+ )?(papers?|submissions?|manuscripts?|articles?|versions?|contributions?|authors?|ones)\b)|(if|once|when|upon|after) (\w+ ){0,3}(accepted|acceptance)|poster|demo)\b"#
  )

  /// Returns the parts that count and those that do not.
  static func parts(
    in statement: Statement, at range: Range<Int>, following: [Statement], all: [Statement], _ context: RuleContext
  ) -> (includes: [PageLimit.Part], excludes: [PageLimit.Part]) {
    var includes: Set<PageLimit.Part> = []
    var excludes: Set<PageLimit.Part> = []
    func read(_ sentence: String) {
      let text = plain(sentence)
      for pattern in freeing {
        for match in pattern.all(in: text) {
          for words in match.groups.compactMap({ $0 }) { excludes.formUnion(named(in: words)) }
        }
      }
      for pattern in counting {
        for match in pattern.all(in: text) {
          for words in match.groups.compactMap({ $0 }) {
            // "No more than 12 pages, references included" denies nothing of what comes after the comma.
            let whole = String(decoding: Array(text.utf16)[match.range], as: UTF16.self)
            let end = whole.split(separator: ",").last.map(String.init) ?? whole
            if negated.matches(end) { continue }
            includes.formUnion(named(in: words).subtracting(excludes))
          }
        }
      }
    }
    read(ownClause(statement.text, range))
    // "Regular papers (8 pages) and short papers (4 pages), including references" says it of both.
    if includes.isEmpty, excludes.isEmpty { read(statement.text) }
    let saysItself = !includes.isEmpty || !excludes.isEmpty
    for next in following where aboutLimit.matches(next.text) && !elsewhere.matches(next.text) {
      // What stands beside another number of pages is said of that number.
      if saysItself, !PageNumbers.all(in: next.text).isEmpty, !onTop.matches(next.text) { continue }
      read(next.text)
    }
    // The rule may stand in a sentence elsewhere that speaks of nothing else.
    let isBare = excludes.isEmpty && includes.isEmpty
    for other in all where other.index != statement.index && context.weight(other) >= -5 {
      let text = other.text
      // Under the heading of a side track only a sentence about parts alone is believed.
      if context.isSide(other), !beginsWithPart.matches(text) { continue }
      guard text.utf16.count < 400, generalRule.matches(text),
        !elsewhere.matches(notFinal.replacing(text, with: " "))
      else { continue }
      if isBare || freePart.matches(text) { read(text) }
    }
    if !includes.contains(.appendix),
      all.contains(where: { context.weight($0) >= -5 && !context.isSide($0) && optionalAppendix.matches($0.text) })
    {
      excludes.insert(.appendix)
    }
    includes.subtract(excludes)
    return (PageLimit.Part.allCases.filter(includes.contains), PageLimit.Part.allCases.filter(excludes.contains))
  }

  /// "All submissions may have a marked appendix", which is read at discretion: nothing of it counts.
  private static let optionalAppendix = Pattern(
    #"\b(papers?|submissions?|manuscripts?|authors|you)\b[^.;]{0,30}\b(may|can|are (allowed|free|permitted|welcome) to)\s+(?=[^.;]{0,80}\b(optional\w*|clearly|marked|additional|separate)\b)((?!not\b|never\b)\w+\s+)?(include|have|contain|attach|add|provide|append|put)\s+(an?\s+)?([\w-]+,?\s+){0,11}(appendix|appendices)\b(?![^.;]*\b(with)?in (the|this) [^.;]{0,20}(limit|pages))|\bappendi(x|ces)\b[^.;]{0,40}\bread\b[^.;]{0,60}\bdiscretion\b"#
  )
  private static let onTop = Pattern(#"\b(more|additional|extra|further|another|beyond|plus|count\w*)\b"#)
  /// "Not for publication in the final version" says nothing of that version.
  private static let notFinal = Pattern(
    #"\bnot (for|intended for|part of|in|to be|meant for)\b[^.,;]{0,30}\b(final|published|camera[- ]ready) versions?\b"#
  )
  private static let abbreviation = Pattern(#"\b(?:e\.g\.|i\.e\.|etc\.(?=\s*[,)])),?"#)
  /// "Including everything (i.e., figures and references)" names what counts.
  private static let everything = Pattern(#"\bincluding everything\s*\((?:(?:i\.e\.|that is|e\.g\.),?\s*)?([^()]*)\)"#)
  private static let contents = Pattern(#"\s*\((?:containing|consisting of|that is,|i\.e\.)[^()]*\)"#)

  /// "(no appendix)" forbids one.
  private static let forbidden = Pattern(#"\(\s*(?:no|without) (?:an? |any )?(?:appendi\w+|supplement\w*)[^()]*\)"#)

  /// "Figures (diagrams and photographs), tables and references": what is no part and no rule, before a list goes on.
  private static let aside = Pattern(
    #"\s*\((?![^()]*\b(?:incl|excl|count|limit|pages?|pp|referenc|bibliograph|appendi|supplement|plus|max|not|no|without|figures?|tables?|ethic)\w*)[^()\d]*\)(?=\s*,)"#
  )

  /// A sentence without the points of abbreviations, and without parentheses that say what stands on a title page, what
  /// is not allowed or what an item of a list is.
  private static func plain(_ text: String) -> String {
    let text = everything.replacing(text, with: "including $1")
    return [contents, abbreviation, forbidden, aside].reduce(text) { $1.replacing($0, with: "") }
  }

  private static let beginsWithPart = Pattern(
    #"^\W*(the )?(sections? (on|about)|references|bibliograph\w+|limitations?|ethic\w*|acknowledge?ments|appendi\w+)\b"#
  )
  private static let freePart = Pattern(
    #"\b(not|n't)\b[^.]{0,30}\b(count\w*|includ\w+)\b[^.]{0,40}\b(limit|pages?|length)\b|\b(excluded from|outside|beyond)\b[^.]{0,20}\b(limit|count)"#
  )
  private static let generalRule = Pattern(anyOf: [
    #"\b(no page limits?|unlimited( number of)?( pages)?|no limits?)\b[^.]{0,30}\b(for|on|of|to)\b[^.]{0,40}\b(references|bibliograph\w+|appendi\w+|supplement\w+)\b"#,
    #"\b(references|bibliography|appendi\w+|supplement\w+|ethic\w*|limitations?|acknowledge?ments|checklist|impact statements?)\b[^.]*\b(count|counted|page limits?|limit|unlimited|excluded)\b"#,
    #"\b(additional|extra) pages?\b[^.]{0,40}\b(for|of|with|contain\w*)\b[^.]{0,30}\b(references|bibliograph\w+|appendi\w+)\b"#,
    #"\b(page limits?|limit|pages?)\b[^.]*\b(exclu\w+|inclu\w+|not count)\b[^.]*\b(references|bibliography|appendi\w+)\b"#,
  ])

  /// The part of a sentence that speaks of the limit at a place, without the limit of another kind of paper.
  private static func ownClause(_ text: String, _ range: Range<Int>) -> String {
    let units = Array(text.utf16)
    let rest = String(decoding: units[range.upperBound...], as: UTF16.self)
    let end = otherLimit.first(in: rest)?.range.lowerBound ?? rest.utf16.count
    let start = range.lowerBound > 200 ? range.lowerBound - 200 : 0
    return String(decoding: units[start..<range.upperBound + end], as: UTF16.self)
  }

  private static let otherLimit = Pattern(
    #"\b(short|position|poster|demo|industry|student|camera[- ]ready|final)\s+(papers?|version|submissions?|track)\b|\bthe page limit will be\b"#
  )

  private static func named(in words: String) -> Set<PageLimit.Part> {
    Set(parts.filter { $0.1.matches(words) }.map(\.0))
  }
}
