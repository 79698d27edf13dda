/// Finds the template that submissions must use.
struct TemplateFinder {
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
    #"\b(camera[- ]ready(?! ((two|double|one|single)[- ]column )?(styles?|formats?|templates?|layout))|final version|accepted(?! (as|in|until|via|through|for review|from|on)\b)|poster|demo|reformat|slides|supplement\w*( materials?| files?)? (may|can|must|should|is|are|has|need\w*)\b|bibliography style|reference format|citation style|converted|not (accepted|allowed|use))\b"#
  )

  /// "For other kinds of submissions use the extended abstracts format".
  private static let otherKinds = Pattern(
    #"(^|;)[^;]*\bfor (all |any )?(of )?(the )?other (submission |contribution )?(types?|kinds?|categories|submissions?|contributions|tracks)\b[^;]*"#
  )
  /// "Published in CD format" is no format of papers.
  private static let medium = Pattern(#"\b(cd(-rom)?|dvd|usb|electronic|digital|online|pdf|printed|print) formats?\b"#)
  /// "The rules for camera-ready copy", which submissions have to follow too, are rules of looks.
  private static let finalRules = Pattern(
    #"\b(rules?|instructions?|guidelines?|requirements?|specifications?|format\w*) (for|of) (the )?(preparation of )?camera[- ]ready (copy|copies|papers?|versions?|contributions?|manuscripts?)"#
  )
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
      let ofPapers = otherKinds.replacing(medium.replacing(statement.text, with: " "), with: " ")
      let text = finalRules.replacing(notThis.replacing(ofPapers, with: " "), with: "format rules")
      let matches = TemplateNames.all.filter { $0.pattern.matches(text) }
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
      if first.id.hasPrefix("acm-"), weight + (isOfFinal ? 3 : 0) > 0, kind == nil {
        kind = (first.id, statement)
      }
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

  private static func earliest(_ matches: [TemplateNames.Name], _ text: String) -> TemplateNames.Name? {
    matches.min {
      ($0.pattern.first(in: text)?.range.lowerBound ?? .max) < ($1.pattern.first(in: text)?.range.lowerBound ?? .max)
    }
  }
}
