/// The names that calls give to templates, with the ways in which they are said.
enum TemplateNames {
  /// A template as calls name it.
  struct Name {
    /// The id that the venue file gets, such as `springer-lncs`.
    let id: String
    /// The words that name it.
    let pattern: Pattern
    /// How exactly they do: a more precise name wins over a broader one in the same sentence.
    let precision: Int

    init(_ id: String, _ pattern: Pattern, _ precision: Int) {
      (self.id, self.pattern, self.precision) = (id, pattern, precision)
    }
  }

  /// What is a look of papers when a name stands before it.
  private static let styleWords =
    #"(?:style|style-?sheet|template|(?<!pdf )format|class|(?<!review )(?<!reviewing )(?<!conduct )(?<!blind )(?<!ethics )(?<!ethical )guidelines?|instructions?|layout|proceedings|author kit|author['’]?s?['’]? guide|manuscript(?! central)|latex|kit|paper ?pack|formatting|sty|specifications?)"#
  /// The same before a name, "the style of ICML", without words such as proceedings or manuscript, which stand there for
  /// other things.
  private static let lookWords =
    #"(?:style|style-?sheet|template|class|(?<!review )(?<!reviewing )(?<!conduct )(?<!ethics )(?<!ethical )guidelines?|instructions?|layout|author kit|author guide|formatting|format|macros?)"#

  /// Letters between a name and the word for its style that do not turn to something else: "ACM policy on guidelines".
  private static let gap =
    #"(?:(?!\b(?:members?|fellows?|polic(?:y|ies)|conflicts?|held|pays?|its|takes?|was|were|ethics|plagiarism|copyright)\b)(?:[^.]|\.(?=\d)))"#

  /// What calls the style of one of some names: "the ICML 2031 template", "the style files provided by ICML", its address.
  private static func style(of names: String, within letters: Int = 50, or other: String...) -> Pattern {
    let name = #"("# + names + #")(?![A-Za-z])"#
    return Pattern(
      anyOf: [
        #"\b"# + name + #"('s|’s)?\W*(\d{2,4})?"# + gap + "{0,\(letters)}" + #"\b"# + styleWords,
        #"\b"# + lookWords
          + #"s?( files?| requirements?| rules?| sheets?)?( that (is|are))?( \(?(in )?(word|latex|tex|pdf|or|and|/|for)\)?)*( (provided|supplied|offered|given|recommended|required|prescribed|published|issued|specified|used|set out))? ((of|from|by|for)|(used|available|found) (at|on|in)) (the |our )?(\d{4} )?((same|main|official|standard|current) )*"#
          + name + #"\b(?! (on|about|regarding|reviewers?|referees?|chairs?)\b)"#,
        #"\b("# + names + #")[-\w]*\.(org|cc|com|net)/\S*(kit|templates?|styles?|latex|format(?!ion))"#,
        #"\b("# + names + #")[-_]?(\d{2,4})?\.(sty|cls|dotx?)\b"#,
      ] + other)
  }

  /// The templates. Of names that are as precise, the one that stands first in the sentence is taken.
  static let all: [Name] = acm + publishers + venues

  private static let acm = [
    Name("acm-sigconf", Pattern(#"\bsig-?conf\b|\bsample-sigconf"#), 4),
    Name(
      "acm-sigplan",
      style(
        of: #"(acm )?sigplan"#, within: 40, or: #"\bsigplan (option|mode|version)\b|[\[(]sigplan\b|\bsigplanconf\b"#,
        #"\bacmart[^.]{0,40}sigplan|\bsigplan (two|double)"#, #"\boptions?\b[^.\w]{0,4}(\w+\W{1,3}){0,3}sigplan\b"#), 3
    ),
    Name("acm-sigplan", Pattern(#"\bPACMPL\b"#), 1),
    Name("acm-siggraph", style(of: #"(acm )?siggraph"#, within: 40, or: #"\bacmtog\b|\bacmsiggraph\b"#), 3),
    Name(
      "acm-sig-proceedings",
      Pattern(#"\bsig[\s-]*(proceedings|alternate)|\bsig-alt\b|\bacm sig (style|format|template)"#), 2
    ),
    Name(
      "acm-sigchi",
      style(
        of: "sigchi", within: 40,
        or:
          #"\bchi (\d{4} )?(extended abstracts?|proceedings|archival|publications?)( proceedings)? (latex |word )?(format|template|style)"#
      ), 3
    ),
    Name("acm-small", Pattern(#"\bacmsmall\b|\bacm small (template|format|style)\b"#), 3),
    Name("acm-large", Pattern(#"\bacmlarge\b"#), 3),
    Name(
      "acm-manuscript",
      Pattern(anyOf: [
        #"\b(single|one)[\s-]column\s+acm\b"#,
        #"\bacm\b[^.]{0,60}\b(manuscript(?! (templates?|prepar|submi|central|must|should|will|is\b|may))|single[\s-]column|one[\s-]column)\b"#,
        #"\bacmart\b[^.]{0,40}\bmanuscript"#,
        #"\bmanuscript\b[^.]{0,30}\bacmart"#,
      ]), 2
    ),
    Name(
      "acm",
      style(
        of: "acm", within: 70, or: #"\bacmart\b|\bacm\.org/\S*(template|acmart)"#,
        #"\bacm('s|’s)? (format\w*|layout|style|author) rules\b"#, #"\b(\d{1,2}|in|of) ACM pages\b"#), 1
    ),
  ]

  private static let publishers = [
    Name(
      "springer-lncs",
      Pattern(#"\b(llncs|lncs|lnai|lnbip|lecture notes in (computer science|artificial|business))\b"#), 2
    ),
    Name("springer-lnns", Pattern(#"\b(lnns|lecture notes in networks)\b"#), 2),
    Name("springer-lncs", style(of: #"springer\w*([- ]verlag)?|ccis"#), 1),
    Name("lipics", Pattern(#"\blipics\b"#), 3),
    Name("oasics", Pattern(#"\boasics\b"#), 3),
    Name("eptcs", Pattern(#"\beptcs\b"#), 3),
    Name("ceur", Pattern(#"\bceur(-?ws|art)?\b"#), 2),
    Name("usenix", style(of: "usenix"), 2),
    Name("ieee-vgtc", style(of: "(ieee )?vgtc"), 3),
    Name(
      "ieee",
      style(
        of: "ieee", within: 70, or: #"\bieeetran\b|\bieee\b[^.]{0,40}\b(two|double)[\s-]+column"#,
        #"\b(format\w*|templates?|style)\b[^.]{0,60}\b(at|on|from) the ieee (web ?site|web ?page|page)"#), 2
    ),
    Name("elsevier", style(of: "elsevier", or: #"\belsarticle\b"#), 2),
    Name("eurographics", style(of: "eurographics"), 2),
    Name("scitepress", style(of: "scitepress"), 2),
    Name("ios-press", style(of: #"ios[- ]?press|(?-i:IOS)"#, within: 30), 2),
    Name("iacr", style(of: "iacr", or: #"\biacrtrans\b"#), 2),
    Name(
      "easychair",
      Pattern(#"\beasychair('s|’s)? (latex |word |document |proceedings )*(style|class|template|format)\b"#), 2),
    Name("sbc", style(of: "sbc"), 2),
    Name("lni", Pattern(#"\blni\b[^.]{0,30}\b(style|template|format|class)|\blecture notes in informatics\b"#), 2),
    Name("ifac", style(of: "ifac"), 2),
    Name("spie", style(of: "spie"), 2),
    Name("asme", style(of: "asme"), 2),
    Name("mdpi", style(of: "mdpi"), 2),
    Name("isprs", style(of: "isprs"), 2),
  ]

  private static let venues = [
    Name(
      "acl",
      style(
        of: #"\*?acl|emnlp|naacl(-hlt)?|eacl|aacl|arr|acl rolling review|acl-?pub|acl-org|acl-style-files"#, within: 40,
        or: #"\b"# + styleWords
          + #"\b[^.]{0,120}\b(taken from|based on|adapted from|derived from|as used by)\s+(the )?(\*?acl|emnlp|naacl|eacl)\b"#
      ), 2
    ),
    Name("coling", style(of: "coling"), 2),
    Name("lrec", style(of: "lrec(-coling)?"), 2),
    Name("neurips", style(of: "neurips|nips"), 2),
    Name("icml", style(of: "icml"), 2),
    Name("iclr", style(of: "iclr"), 2),
    Name("aistats", Pattern(#"\baistats\W*(\d{4})?\W*[^.]{0,30}"# + styleWords + #"|aistats\d{4}\w*pack"#), 2),
    Name("colm", style(of: "colm"), 2),
    Name("colt", style(of: "colt"), 2),
    Name("tmlr", style(of: "tmlr"), 2),
    Name("mlsys", style(of: "mlsys"), 2),
    Name("aaai", style(of: "aaai"), 2),
    Name("ijcai", style(of: "ijcai"), 2),
    Name("cvpr", style(of: "cvpr|iccv|wacv"), 2),
    Name("eccv", style(of: "eccv"), 2),
    Name("interspeech", style(of: "interspeech"), 2),
    Name("uai", style(of: "uai"), 2),
    Name("corl", style(of: "corl"), 2),
    Name("rss", Pattern(#"\brss\b\W+(\d{4})?[^.]{0,20}\b(style|template|paper format)"#), 2),
    Name("iros", style(of: "iros"), 2),
    Name("icra", style(of: "icra"), 2),
    Name("icassp", style(of: "icassp"), 2),
    Name("ismir", style(of: "ismir"), 2),
    Name("bmvc", style(of: "bmvc"), 2),
    Name("accv", style(of: "accv"), 2),
    Name("midl", style(of: "midl"), 2),
    Name("ecai", style(of: "ecai"), 2),
    Name("aamas", style(of: "aamas"), 2),
    Name("icaps", style(of: "icaps"), 2),
    Name("kdd", Pattern(#"\bkdd\b\W*(\d{4})?[^.]{0,40}\btemplate"#), 0),
    Name("pvldb", style(of: "p?vldb"), 2),
    Name("jmlr", style(of: "jmlr|pmlr"), 2),
    Name("isca", Pattern(#"\bisca\b\W*(\d{4})[^.]{0,30}\b(template|style)"#), 1),
  ]
}
