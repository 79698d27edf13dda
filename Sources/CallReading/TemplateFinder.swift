/// Finds the template that submissions must use.
struct TemplateFinder {
  private static let styleWords =
    #"(?:style|template|format|class|(?<!review )(?<!reviewing )(?<!conduct )(?<!blind )(?<!ethics )(?<!ethical )guidelines?|instructions?|layout|proceedings|author kit|manuscript(?! central)|latex|kit|paper ?pack|formatting|sty)"#

  /// The templates in order of precision: a more precise one wins over a broader one in the same sentence.
  private static let templates: [(id: String, pattern: Pattern, precision: Int)] = [
    ("acm-sigconf", Pattern(#"\bsigconf\b|\bsample-sigconf"#), 3),
    (
      "acm-sigplan",
      Pattern(
        #"\b(acm\s+)?sigplan\b[^.]{0,40}\b"# + styleWords
          + #"|[\[(]sigplan\b|\bsigplanconf\b|acmart[^.]{0,40}sigplan|\bsigplan (two|double)"#), 3
    ),
    ("acm-sigplan", Pattern(#"\bPACMPL\b"#), 1),
    ("acm-siggraph", Pattern(#"\bsiggraph\b[^.]{0,40}\b"# + styleWords + #"|\bacmtog\b|\bacmsiggraph\b"#), 3),
    (
      "acm-sig-proceedings",
      Pattern(#"\bsig[\s-]*(proceedings|alternate)|\bsig-alt\b|\bacm sig (style|format|template)"#), 3
    ),
    ("acm-sigchi", Pattern(#"\bsigchi\b[^.]{0,40}\b"# + styleWords), 3),
    ("acm-small", Pattern(#"\bacmsmall\b|\bacm small (template|format|style)\b"#), 3),
    ("acm-large", Pattern(#"\bacmlarge\b"#), 3),
    (
      "acm-manuscript",
      Pattern(
        #"\b(single|one)[\s-]column\s+acm\b|\bacm\b[^.]{0,60}\b(manuscript(?! (prepar|submi|central|must|should|will|is\b|may))|single[\s-]column|one[\s-]column)\b|\bacmart\b[^.]{0,40}\bmanuscript|\bmanuscript\b[^.]{0,30}\bacmart"#
      ), 2
    ),
    (
      "springer-lncs",
      Pattern(#"\b(llncs|lncs|lnai|lnbip|lecture notes in (computer science|artificial|business|networks))\b"#), 2
    ),
    ("springer-lncs", Pattern(#"\b(springer\w*|ccis)\b[^.]{0,50}\b"# + styleWords), 1),
    ("lipics", Pattern(#"\blipics\b"#), 3),
    ("eptcs", Pattern(#"\beptcs\b"#), 3),
    ("ceur", Pattern(#"\bceur(-?ws|art)?\b"#), 2),
    ("usenix", Pattern(#"\busenix\b[^.]{0,50}\b"# + styleWords), 2),
    (
      "ieee",
      Pattern(
        #"\bieeetran\b|\bieee\b[^.]{0,70}\b"# + styleWords + #"|\bieee\b[^.]{0,40}\b(two|double)[\s-]+column|\b"#
          + styleWords
          + #"s? (of|from|by) (the )?ieee\b|\b(format\w*|templates?|style)\b[^.]{0,60}\b(at|on|from) the ieee (web ?site|web ?page|page)"#
      ), 2
    ),
    (
      "acl",
      Pattern(
        #"\b(\*?acl|emnlp|naacl|eacl|aacl|arr|acl rolling review|acl-org|acl-style-files|coling)\b\W*(\d{4})?[^.]{0,40}\b"#
          + styleWords), 2
    ),
    (
      "acl",
      Pattern(
        #"\b"# + styleWords
          + #"\b[^.]{0,120}\b(taken from|based on|adapted from|derived from|as used by)\s+(the )?(\*?acl|emnlp|naacl|eacl)\b"#
      ), 2
    ),
    ("neurips", Pattern(#"\b(neurips|nips)\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("icml", Pattern(#"\bicml\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("iclr", Pattern(#"\biclr\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("aistats", Pattern(#"\baistats\W*(\d{4})?\W*[^.]{0,30}"# + styleWords + #"|aistats\d{4}\w*pack"#), 2),
    ("colm", Pattern(#"\bcolm\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("mlsys", Pattern(#"\bmlsys\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("aaai", Pattern(#"\baaai\b\W*(\d{2,4})?[^.]{0,50}\b"# + styleWords), 2),
    ("ijcai", Pattern(#"\bijcai\b\W*(\d{2,4})?[^.]{0,40}\b"# + styleWords), 2),
    ("cvpr", Pattern(#"\b(cvpr|iccv|wacv)\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("eccv", Pattern(#"\beccv\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("interspeech", Pattern(#"\binterspeech\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("uai", Pattern(#"\buai\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("corl", Pattern(#"\bcorl\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("rss", Pattern(#"\brss\b\W+(\d{4})?[^.]{0,20}\b(style|template|paper format)"#), 2),
    ("kdd", Pattern(#"\bkdd\b\W*(\d{4})?[^.]{0,20}\btemplate"#), 0),
    ("pvldb", Pattern(#"\b(p?vldb)\b\W*(\d{4})?[^.]{0,40}\b"# + styleWords), 2),
    ("jmlr", Pattern(#"\b(jmlr|pmlr)\b[^.]{0,40}\b"# + styleWords), 2),
    ("elsevier", Pattern(#"\belsevier\b[^.]{0,40}\b"# + styleWords + #"|\belsarticle\b"#), 2),
    ("eurographics", Pattern(#"\beurographics\b[^.]{0,40}\b"# + styleWords), 2),
    ("isca", Pattern(#"\bisca\b\W*(\d{4})[^.]{0,30}\b(template|style)"#), 1),
    (
      "acm",
      Pattern(
        #"\bacm('s)?\b[^.]{0,70}\b"# + styleWords + #"|\bacmart\b|\b"# + styleWords
          + #"s? (of|from|by|provided by) (the )?acm\b"#), 1
    ),
  ]

  private static let prescribes = Pattern(
    #"\b(format\w*|templates?|styles?|formatted|prepared?|latex|overleaf|adher\w+|follow\w*|conform\w*|comply|compl\w+ with|use|using|according|typeset|class|file|guidelines|must be|should be|submi\w+|two-column|double-column|pages)\b"#
  )
  private static let publishes = Pattern(
    #"\b(publish\w*|proceedings (will|are)|appear in|indexed|archived|included in|series|special issue|volume|post-?proceedings|copyright|sponsor\w*|in cooperation|taps|digital library)\b"#
  )
  private static let strong = Pattern(
    #"\b(format\w*|templates?|style|formatted|prepared|latex|adher\w+|guidelines|class|instructions)\b"#)
  private static let alternatives = Pattern(#"\b(one of|either|any of|or)\b"#)
  private static let elsewhere = Pattern(
    #"\b(camera[- ]ready|final version|accepted|poster|demo|reformat|slides|supplement\w*|bibliography style|reference format|citation style|converted|not (accepted|allowed|use))\b"#
  )

  private static let isFree = Pattern(#"\bany (\w+ )?(style|template|format|class)\b"#)

  /// Returns the template's id.
  static func template(in statements: [Statement], _ context: RuleContext) -> Answer<String> {
    var best: (id: String, weight: Int, statement: Statement)?
    var rivals: Set<String> = []
    for statement in statements where statement.text.utf16.count < 2_500 {
      let text = statement.text
      let matches = templates.filter { $0.pattern.matches(text) }
      guard let precise = matches.max(by: { $0.precision < $1.precision })?.precision else { continue }
      guard prescribes.matches(text), !isFree.matches(text) else { continue }
      if publishes.matches(text), !strong.matches(text) { continue }
      let firsts = matches.filter { $0.precision == precise || $0.precision >= 2 }
      let first = earliest(firsts.filter { $0.precision == precise }, text) ?? firsts[0]
      var weight = context.weight(statement) + 2 + precise
      if strong.matches(text) { weight += 2 }
      if publishes.matches(text) { weight -= 2 }
      if elsewhere.matches(text) { weight -= 4 }
      if weight > 0, Set(firsts.map(\.id)).count > 1, alternatives.matches(text) { rivals.formUnion(firsts.map(\.id)) }
      if best.map({ weight > $0.weight }) ?? true { best = (first.id, weight, statement) }
    }
    guard let best, best.weight > 0 else { return Answer() }
    let others = rivals.subtracting([best.id])
    return Answer(
      stated: Stated(best.id, best.statement.text, line: best.statement.line),
      notes: others.isEmpty || !rivals.contains(best.id)
        ? []
        : [
          "Line \(best.statement.line): the call accepts other templates too: \(others.sorted().joined(separator: ", "))."
        ])
  }

  private static func earliest(
    _ matches: [(id: String, pattern: Pattern, precision: Int)], _ text: String
  ) -> (id: String, pattern: Pattern, precision: Int)? {
    matches.min {
      ($0.pattern.first(in: text)?.range.lowerBound ?? .max) < ($1.pattern.first(in: text)?.range.lowerBound ?? .max)
    }
  }
}
