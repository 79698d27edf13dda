import Foundation

/// Tells a call for papers from other texts by what calls say.
enum CallSigns {
  /// What only texts about submitting papers say.
  private static let strong = [
    "call for papers", "call for participation", "call for submissions", "call for contributions", "call for abstracts",
    "call for research", "call for presentations", "call for talks", "call for workshop", "call for posters",
    "call for demos", "call for proposals",
    "paper submission", "submission deadline", "submissions due", "submissions are due", "submit papers",
    "invite submissions", "invites submissions", "papers due", "camera ready", "camera-ready", "submission of papers",
    "submitted papers", "topics of interest", "submission instructions", "submission guidelines", "we solicit",
    "abstract submission", "full papers", "submit their papers", "paper deadline", "call for full", "call for regular",
    "submissions should", "submissions must", "abstract deadline", "important dates", "submission site",
  ]
  /// The same in free words: "manuscripts are due on", "possible topics include".
  private static let strongForms: [(name: String, pattern: Pattern)] = [
    (
      "papers are due",
      Pattern(
        #"\b(papers?|manuscripts?|submissions?|abstracts?|articles?|contributions?|proposals?)\b[^.]{0,30}\b(is|are|must be|should be|have to be) (due|received|submitted|sent|uploaded)\b"#
      )
    ),
    (
      "topics include",
      Pattern(
        #"\b(topics|areas|themes|contributions|submissions|questions|papers)\b[^.]{0,80}\b(includ(e|es|ing)|of interest|not (be )?(limited|restricted) to|such as the following|such as)\b"#
      )
    ),
    (
      "special issue",
      Pattern(#"\bspecial issue\b[^.]{0,200}\b(invit\w+|manuscripts?|submissions?|submit)\b"#)
    ),
  ]
  /// What they say as other texts may.
  private static let weak = [
    "submission", "program committee", "programme committee", "accepted papers", "proceedings", "conference",
    "workshop",
    "symposium", "authors", "notification", "double-blind", "double blind", "single-blind", "peer review", "reviewers",
    "deadline", "pages", "abstract", "manuscript", "poster", "keynote", "registration", "review process", "papers",
    "topics",
  ]

  /// A sentence that invites, not one that speaks of inviting.
  private static let invites = Pattern(anyOf: [
    #"\b(we|workshop|conference|symposium|journal|issue|committee|chairs|track|meeting|organi[sz]ers|seminar|forum|congress|editors)\b[^.]{0,80}\b(invit\w+|solicit\w*|welcom\w+|seeks?|call(s|ing)? for|encourag\w+|ask(s|ing)? for|accepts?|accepting|admits?|look(s|ing)? for|interested in|request)\b[^.]{0,120}\b(papers?|submissions?|contributions?|abstracts?|manuscripts?|articles?|proposals?|work)\b"#,
    #"\b(papers?|submissions?|contributions?|abstracts?|manuscripts?|articles?)\b[^.]{0,60}\b(are|is) (\w+ )?(invited|solicited|sought|welcome|encouraged|requested|accepted|admitted)\b"#,
    #"\bauthors (are (\w+ )?(invited|encouraged|requested|asked|required|expected|advised|reminded)|should|must|may|can|need to|have to|will be)\b"#,
    #"\b(submit|submitted|submitting|upload)\b[^.]{0,40}\b(their|your|original|full|a|an|the|all) (\w+ ){0,4}(papers?|manuscripts?|abstracts?|work|contributions?|submissions?)\b"#,
    #"\bcall(ing)? for (students|participation|participants)\b"#,
    #"\b(this|following) is an? (\w+ )?call for\b"#,
    #"\boriginal (and )?(\w+ )?(papers?|contributions?|work|research|submissions?)\b"#,
  ])
  /// Words of texts that speak of papers and invite none, by kind: two of one kind are a sign.
  private static let others: [Pattern] = [
    // The description of a program.
    Pattern(anyOf: [
      #"\b(pip|npm|apt|brew|cargo) install\b"#,
      #"\bgit clone\b"#,
      #"\bpull requests?\b"#,
      #"\bcommand[- ]line tool\b"#,
      #"\blicen[cs]ed under\b"#,
      #"\b(a|this|the) (\w+ )?(tool|library|package|script) (for|that|to|which|checks|reads)\b"#,
      #"\bexports? to\b"#,
      #"\bread from a file\b"#,
      #"\bchecks the\b"#,
    ]),
    // An offer of work.
    Pattern(anyOf: [
      #"\byour cv\b"#,
      #"\bcurriculum vitae\b"#,
      #"\bsalary\b"#,
      #"\bvacanc\w+"#,
      #"\bto apply\b"#,
      #"\bapplicants?\b"#,
      #"\bpost-?doc\w*"#,
      #"\bjob\b"#,
      #"\bcover letter\b"#,
      #"\bfull[- ]time\b"#,
      #"\binterviews?\b"#,
      #"\bseeks an? (\w+ )?(researcher|engineer|professor|lecturer|student)\b"#,
      #"\bapplications? deadline\b"#,
    ]),
    // A form for reviewers.
    Pattern(anyOf: [
      #"\brevie\w+ form\b"#,
      #"\bweak (accept|reject)\b"#,
      #"\bstrengths\b"#,
      #"\bweaknesses\b"#,
      #"\boverall (score|rating|recommendation)\b"#,
      #"\bcomments (to|for) (the )?(authors|(program(me)? )?committee)\b"#,
      #"\bread the submission\b"#,
      #"\breviews are due\b"#,
      #"\bpaper number\b"#,
      #"\bis the (paper|submission)\b"#,
    ]),
    // A programme.
    Pattern(
      #"\bsession \d+\b|\bcoffee break\b|\bsession chairs?\b|\bopening remarks\b|\bconference programme\b|\blunch\b|\bbest paper award goes\b"#
    ),
  ]

  /// Whether a text that nowhere invites is one of those that speak of papers for another reason.
  private static func isOther(_ text: String) -> Bool {
    let words = text as NSString
    return others.contains { pattern in
      Set(
        pattern.all(in: text).map {
          words.substring(with: NSRange(location: $0.range.lowerBound, length: $0.range.count))
        }
      ).count >= 2
    }
  }

  /// A rule on the length of papers, which pages of instructions for authors have without inviting.
  private static let pageRule = Pattern(
    #"\b(papers?|submissions?|manuscripts?)\b[^.]{0,60}\b(up to|at most|exceed|limited to|no more than)\b[^.]{0,20}\bpages?\b"#
  )

  private static let calls = Pattern(
    #"^\W*(\w+ ){0,3}call for (\w+ ){0,2}(papers?|submissions?|contributions?|abstracts?)\b"#)

  /// Returns what the text says of all that calls say; empty if it is none of them.
  ///
  /// - Parameters:
  ///   - text: All words of the file.
  ///   - headings: The texts of its headings and its title; one that calls for papers weighs as much as two other signs.
  static func isCall(_ text: String, headings: [String]) -> (isCall: Bool, found: [String]) {
    let text = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var strongFound = strong.filter { text.contains($0) }
    // A form counts where none of its usual wordings was counted already.
    strongFound += strongForms.filter { form in
      !strongFound.contains { $0.contains(form.name.split(separator: " ")[0].dropLast()) && $0 != "call for papers" }
        && form.pattern.matches(text)
    }.map(\.name)
    let weakFound = weak.filter { text.contains($0) }
    // A long text says anything once; a call is about it throughout.
    let words = max(1, text.utf8.count / 6)
    let mentions = ["submi", "paper", "deadline", "author", "review"].reduce(0) {
      $0 + text.components(separatedBy: $1).count - 1
    }
    // A page that says little more than its topics calls for papers in a heading.
    let isSparse = headings.contains { calls.matches($0) } && strongFound.count >= 2 && mentions * 2_000 >= words
    let isDense = mentions * 400 >= words || isSparse
    let hasPageRule = pageRule.matches(text)
    let hasHeading = headings.contains { calls.matches($0) }
    let weight = strongFound.count * 2 + weakFound.count + (hasHeading ? 4 : 0) + (hasPageRule ? 2 : 0)
    let isCall =
      isDense && (!strongFound.isEmpty || hasPageRule) && weight >= 6
      && (hasHeading || invites.matches(text) || !isOther(text))
    return (isCall, Array((strongFound + weakFound).prefix(4)))
  }
}
