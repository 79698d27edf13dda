/// Finds the template that submissions must use.
struct TemplateFinder {
  private static let styleWords =
    #"(?:style|template|format|class|(?<!review )(?<!reviewing )(?<!conduct )(?<!blind )(?<!ethics )(?<!ethical )guidelines?|instructions?|layout|proceedings|author kit|author['’]?s?['’]? guide|manuscript(?! central)|latex|kit|paper ?pack|formatting|sty)"#

  /// Letters between a name and the word for its style that do not turn to something else: "ACM policy on guidelines".
  private static let gap =
    #"(?:(?!\b(?:members?|fellows?|polic(?:y|ies)|conflicts?|held|pays?|its|takes?|was|were|ethics|plagiarism)\b)[^.])"#

  /// What calls the style of one of some venues: "the ICML 2031 template", "the style files of ICML".
  private static func style(of names: String, or other: String? = nil) -> Pattern {
    Pattern(
      #"\b("# + names + #")(?![A-Za-z])('s)?\W*(\d{2,4})?"# + gap + #"{0,50}\b"# + styleWords + #"|\b"# + styleWords
        + #"s?( files?)? (of|from|by|for|used (by|at|for)) (the )?("# + names + #")\b|\b("# + names
        + #")(\d{4})?\.(org|cc|com|net)/\S*(kit|templates?|styles?|latex|format)"# + (other.map { "|" + $0 } ?? "")
    )
  }

  /// The templates in order of precision: a more precise one wins over a broader one in the same sentence.
  private static let templates: [(id: String, pattern: Pattern, precision: Int)] = [
    ("acm-sigconf", Pattern(#"\bsig-?conf\b|\bsample-sigconf"#), 3),
    (
      "acm-sigplan",
      Pattern(
        #"\b(acm\s+)?sigplan\b[^.]{0,40}\b"# + styleWords
          + #"|\bsigplan (option|mode|version)\b|[\[(]sigplan\b|\bsigplanconf\b|acmart[^.]{0,40}sigplan|\bsigplan (two|double)"#
      ), 3
    ),
    ("acm-sigplan", Pattern(#"\bPACMPL\b"#), 1),
    (
      "acm-siggraph",
      Pattern(
        #"\bsiggraph\b[^.]{0,40}\b"# + styleWords + #"|\b"# + styleWords
          + #"s? of (the )?(acm )?siggraph\b|\bacmtog\b|\bacmsiggraph\b"#), 3
    ),
    (
      "acm-sig-proceedings",
      Pattern(#"\bsig[\s-]*(proceedings|alternate)|\bsig-alt\b|\bacm sig (style|format|template)"#), 2
    ),
    ("acm-sigchi", Pattern(#"\bsigchi\b[^.]{0,40}\b"# + styleWords), 3),
    ("acm-small", Pattern(#"\bacmsmall\b|\bacm small (template|format|style)\b"#), 3),
    ("acm-large", Pattern(#"\bacmlarge\b"#), 3),
    (
      "acm-manuscript",
      Pattern(anyOf: [
        #"\b(single|one)[\s-]column\s+acm\b"#,
        #"\bacm\b[^.]{0,60}\b(manuscript(?! (prepar|submi|central|must|should|will|is\b|may))|single[\s-]column|one[\s-]column)\b"#,
        #"\bacmart\b[^.]{0,40}\bmanuscript"#,
        #"\bmanuscript\b[^.]{0,30}\bacmart"#,
      ]), 2
    ),
    (
      "springer-lncs",
      Pattern(#"\b(llncs|lncs|lnai|lnbip|lecture notes in (computer science|artificial|business))\b"#), 2
    ),
    ("springer-lnns", Pattern(#"\b(lnns|lecture notes in networks)\b"#), 2),
    ("springer-lncs", Pattern(#"\b(springer\w*|ccis)\b[^.]{0,50}\b"# + styleWords), 1),
    ("lipics", Pattern(#"\blipics\b"#), 3),
    ("oasics", Pattern(#"\boasics\b"#), 3),
    ("eptcs", Pattern(#"\beptcs\b"#), 3),
    ("ceur", Pattern(#"\bceur(-?ws|art)?\b"#), 2),
    ("usenix", style(of: "usenix"), 2),
    (
      "ieee",
      Pattern(
        #"\bieeetran\b|\bieee\b"# + gap + #"{0,70}\b"# + styleWords
          + #"|\bieee\b[^.]{0,40}\b(two|double)[\s-]+column|\b"#
          + styleWords
          + #"s? (of|from|by|for) (the )?ieee\b|\b(format\w*|templates?|style)\b[^.]{0,60}\b(at|on|from) the ieee (web ?site|web ?page|page)|\bieee\.org/\S*templates?\b"#
      ), 2
    ),
    (
      "acl",
      Pattern(
        #"\b(\*?acl|emnlp|naacl|eacl|aacl|arr|acl rolling review|acl-?pub|acl-org|acl-style-files)(?![A-Za-z])\W*(\d{4})?[^.]{0,40}\b"#
          + styleWords), 2
    ),
    (
      "acl",
      Pattern(
        #"\b"# + styleWords
          + #"\b[^.]{0,120}\b(taken from|based on|adapted from|derived from|as used by)\s+(the )?(\*?acl|emnlp|naacl|eacl)\b"#
      ), 2
    ),
    ("coling", style(of: "coling"), 2),
    ("neurips", style(of: "neurips|nips"), 2),
    ("icml", style(of: "icml"), 2),
    ("iclr", style(of: "iclr"), 2),
    ("aistats", Pattern(#"\baistats\W*(\d{4})?\W*[^.]{0,30}"# + styleWords + #"|aistats\d{4}\w*pack"#), 2),
    ("colm", style(of: "colm"), 2),
    ("mlsys", style(of: "mlsys"), 2),
    ("aaai", style(of: "aaai"), 2),
    ("ijcai", style(of: "ijcai"), 2),
    ("cvpr", style(of: "cvpr|iccv|wacv"), 2),
    ("eccv", style(of: "eccv"), 2),
    ("interspeech", style(of: "interspeech"), 2),
    ("uai", style(of: "uai"), 2),
    ("corl", style(of: "corl"), 2),
    ("rss", Pattern(#"\brss\b\W+(\d{4})?[^.]{0,20}\b(style|template|paper format)"#), 2),
    ("iros", style(of: "iros"), 2),
    ("icra", style(of: "icra"), 2),
    ("icassp", style(of: "icassp"), 2),
    ("ismir", style(of: "ismir"), 2),
    ("bmvc", style(of: "bmvc"), 2),
    ("accv", style(of: "accv"), 2),
    ("midl", style(of: "midl"), 2),
    ("ecai", style(of: "ecai"), 2),
    ("aamas", style(of: "aamas"), 2),
    ("icaps", style(of: "icaps"), 2),
    ("kdd", Pattern(#"\bkdd\b\W*(\d{4})?[^.]{0,40}\btemplate"#), 0),
    ("pvldb", style(of: "p?vldb"), 2),
    ("jmlr", style(of: "jmlr|pmlr"), 2),
    ("elsevier", style(of: "elsevier", or: #"\belsarticle\b"#), 2),
    ("eurographics", style(of: "eurographics"), 2),
    ("isca", Pattern(#"\bisca\b\W*(\d{4})[^.]{0,30}\b(template|style)"#), 1),
    (
      "acm",
      Pattern(
        #"\bacm('s)?\b"# + gap + #"{0,70}\b"# + styleWords + #"|\bacmart\b|\b"# + styleWords
          + #"s? (of|from|by|provided by) (the )?acm\b(?! (on|about|regarding)\b)|\bacm\.org/\S*(template|acmart)"#), 1
    ),
  ]

  private static let prescribes = Pattern(
    #"\b(format\w*|templates?|styles?|formatted|prepared?|latex|overleaf|adher\w+|follow\w*|conform\w*|comply|compl\w+ with|use|using|according|typeset|set (in|with)|class|file|guidelines|must be|should be|submi\w+|two-column|double-column|pages)\b"#
  )
  private static let publishes = Pattern(
    #"\b(publish\w*|proceedings (will|are)|appear in|indexed|archived|included in|series|special issue|volume|post-?proceedings|copyright|sponsor\w*|in cooperation|taps|digital library)\b"#
  )
  private static let strong = Pattern(
    #"\b(format\w*|templates?|style|formatted|prepared|latex|adher\w+|guidelines|class|instructions)\b"#)
  private static let alternatives = Pattern(#"\b(one of|either|any of|or)\b"#)
  private static let elsewhere = Pattern(
    #"\b(camera[- ]ready(?! (styles?|formats?|templates?|layout))|final version|accepted(?! (as|in|until|via|through|for review|from|on)\b)|poster|demo|reformat|slides|supplement\w*|bibliography style|reference format|citation style|converted|not (accepted|allowed|use))\b"#
  )

  /// "Published in CD format" is no format of papers.
  private static let medium = Pattern(#"\b(cd(-rom)?|dvd|usb|electronic|digital|online|pdf|printed|print) formats?\b"#)
  /// "The general format, not the SIGCHI format".
  private static let notThis = Pattern(
    #"\b(?:and |but )?(?:(?<!do )(?<!does )(?<!did )not|instead of|rather than) (?:(?:in|use|using|with) )?(?:the |an? )?(?!any\b)[\w-]+(?: [\w-]+)? (?:format|template|style)s?\b"#
  )
  private static let isFree = Pattern(#"\bany (\w+ )?(style|template|format|class)\b"#)

  /// Returns the template's id.
  static func template(in statements: [Statement], _ context: RuleContext) -> Answer<String> {
    var best: (id: String, weight: Int, statement: Statement)?
    var rivals: Set<String> = []
    var kind: (id: String, statement: Statement)?
    for statement in statements where statement.text.utf16.count < 2_500 {
      let text = notThis.replacing(medium.replacing(statement.text, with: " "), with: " ")
      let matches = templates.filter { $0.pattern.matches(text) }
      guard let precise = matches.max(by: { $0.precision < $1.precision })?.precision else { continue }
      guard prescribes.matches(text), !isFree.matches(text) else { continue }
      if publishes.matches(text), !strong.matches(text) { continue }
      let firsts = matches.filter { $0.precision == precise || $0.precision >= 2 }
      let first = earliest(firsts.filter { $0.precision == precise }, text) ?? firsts[0]
      // "Papers follow the LNCS format; accepted papers appear elsewhere": what the other half says is not of this one.
      let clause = clause(of: first.pattern, in: text)
      let isOfFinal = RuleContext.isOfFinal(clause)
      var weight = context.weight(statement, countsFinal: false) + 2 + precise - (isOfFinal ? 3 : 0)
      if strong.matches(text) { weight += 2 }
      if publishes.matches(clause) { weight -= 2 }
      if elsewhere.matches(clause) { weight -= 4 }
      // What the reason says of final papers takes nothing from the class that is asked for.
      if first.id.hasPrefix("acm-"), weight + (isOfFinal ? 3 : 0) > 0, kind == nil { kind = (first.id, statement) }
      if weight > 0, Set(firsts.map(\.id)).count > 1, alternatives.matches(text) { rivals.formUnion(firsts.map(\.id)) }
      if best.map({ weight > $0.weight }) ?? true { best = (first.id, weight, statement) }
    }
    guard var best, best.weight > 0 else { return Answer() }
    // "The ACM template" in one sentence is made precise by "use the sigconf class" in another.
    if best.id == "acm", let kind { (best.id, best.statement) = kind }
    let others = rivals.subtracting([best.id])
    return Answer(
      stated: Stated(best.id, best.statement.text, line: best.statement.line),
      notes: others.isEmpty || !rivals.contains(best.id)
        ? []
        : [
          "Line \(best.statement.line): the call accepts other templates too: \(others.sorted().joined(separator: ", "))."
        ])
  }

  /// The part of a sentence between semicolons that names a template.
  private static func clause(of pattern: Pattern, in text: String) -> String {
    let parts = text.split(separator: ";").map(String.init)
    return parts.count > 1 ? parts.first { pattern.matches($0) } ?? text : text
  }

  private static func earliest(
    _ matches: [(id: String, pattern: Pattern, precision: Int)], _ text: String
  ) -> (id: String, pattern: Pattern, precision: Int)? {
    matches.min {
      ($0.pattern.first(in: text)?.range.lowerBound ?? .max) < ($1.pattern.first(in: text)?.range.lowerBound ?? .max)
    }
  }
}
