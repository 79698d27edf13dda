import Venues

/// Tells from a label's words what falls due.
enum DeadlineKinds {
  /// The rules in order; the first whose words occur decides.
  private static let rules: [(Pattern, Deadline.Kind)] = [
    (
      Pattern(
        #"\bsubmissions?\s+(site\s+|system\s+)?(opens?|start|begins?|is open)|opens? for submission|\bsubmissions? open|\bopening of"#
      ), .other
    ),
    (announcement, .other),
    (
      Pattern(
        #"\b(web ?-?(site|page)|home ?page|portal)\b[^.]{0,20}\b(online|live|up(?! to)|launch\w*|opens?(?! (until|till|through|to)\b))\b"#
      ), .other
    ),
    // A day for those who want to hear sooner is no deadline.
    (
      Pattern(
        #"\b(if|should) you (want|need|wish|prefer|would like|require)\b.{0,40}\b(early|earlier|sooner|notifi\w+|decisions?)\b|\b(for|want|need) an? (early|earlier|fast|quick) (decision|notification|response|review)\b"#
      ), .other
    ),
    (
      Pattern(
        #"^(?!.*\b(acceptance|decisions?)\b).*\b(hotel|visa|travel|grant|stipend|scholarship|volunteer|housing)\b"#),
      .other
    ),
    (Pattern(#"^\W*notif\w+\b.*\b(papers?|submissions?)\b.*\b(artifacts?|artefacts?)\b"#), .notification),
    (Pattern(#"\b(artifacts?|artefacts?)\b"#), .other),
    (
      Pattern(
        #"\b(workshop|tutorial|panel|special session|symposium|track|bof|mini-?track)s?\s+(proposals?|selected|submissions? deadline for proposals)|\bproposals?\b(?!.*\btalk)|nomination"#
      ), .other
    ),
    (
      Pattern(
        #"\brebuttals?|\bauthor(s'?|'s)?\s+(response|feedback|discussion)|response period|discussion (period|phase)|response to reviews?|\breviews? (sent|released|available|to authors)"#
      ), .rebuttal
    ),
    (Pattern(#"\banonym\w*\s+(period|window)|anonymity"#), .anonymity),
    (Pattern(#"\bcommit(ment)?\b"#), .commitment),
    (
      Pattern(anyOf: [
        #"\bnotif\w*"#,
        #"\bdecisions?\b(?!.*\bdue)"#,
        #"acceptance (announce|letter|date)"#,
        #"\b(accept|reject)\w*\s*(/|or)\s*reject\w*"#,
        #"authors? (informed|will be informed)"#,
        #"results? (announced|released)"#,
        #"announcement of (accept|result)"#,
        #"\bauthors? (will )?(hear|learn)\b"#,
        #"\bverdicts?\b"#,
        #"review results?"#,
        #"\bacceptance\b(?!.*camera)"#,
        #"early reject"#,
      ]), .notification
    ),
    // What is asked of authors between the decision and the final version.
    (Pattern(#"^(?!.*\b(camera|final)\b(?! review)).*\bconditional\w* accept\w+"#), .other),
    (
      Pattern(anyOf: [
        #"camera[\s-]*ready|\bcamera[\s-]+(ready\s+)?(versions?|papers?|cop(y|ies)|submissions?|manuscripts?|deadline|due)\b"#,
        #"\bfinal\b(?! calls?\b)[^.;]*\b(version|manuscript|paper|cop(y|ies)|upload|submission|pdf|abstracts?|files?)"#,
        #"final papers?"#,
        #"\b(print|publication|press)[- ]ready"#,
        #"proceedings version"#,
        #"revised (version|paper|manuscript)s?"#,
        #"copyright"#,
        #"\b(accepted|electronic versions? of( the)?) (papers?|manuscripts?|articles?)\b.*\bdue"#,
        #"\b(papers?|manuscripts?) for (the )?(post-?)?proceedings\b"#,
        #"\bproofs?\b"#,
        #"\bfinal(ized)?\s+due"#,
        #"\bfinals? due"#,
      ]), .cameraReady
    ),
    (
      Pattern(
        #"\babstracts?\s*(and|&|/)\s*(full\s+)?papers?|\bpapers?\s*(and|&|or|/)\s*(\w+\s+)?abstracts?"#
      ), .paper
    ),
    (forPapers, .paper),
    (
      Pattern(
        #"\b(abstract|paper|title)s?\s+(and \w+ )?registration|registration of (abstracts?|papers?|titles?)|\bregister\b.*\b(abstract|paper)"#
      ), .abstract
    ),
    (
      Pattern(anyOf: [
        #"\b(early|late|regular|author|conference|advance|standard|participant|student|workshop|attendee|on-?site)[\s-]*(bird)?\s*-?\s*registration"#,
        #"\bregistration\b(?!.*\b(abstract|paper|submission))"#,
        #"early[- ]bird"#,
      ]), .registration
    ),
    (
      Pattern(
        #"\babstracts?\b|\bpre-?submissions?\b|\bpaper registration|title (and|&) abstract|mandatory registration|intent to submit|letter of intent"#
      ), .abstract
    ),
    (Pattern(#"\bposters?\b"#), .poster),
    (Pattern(#"\b(demos?|demonstrations?)\b"#), .demo),
    (
      Pattern(
        #"supplement\w*|\b(videos?|slides?|pre-?record\w*|recordings?)\b|\bprogram(me)? (is )?(posted|available|online|announced|published)"#
      ), .other
    ),
    (Pattern(#"\breview\w*\s+(due|period|deadline|begin|end|start)|bidding"#), .other),
    (
      Pattern(
        #"\b(pc|tpc|program(me)? committee|committee|chairs?|reviewers?)\s+(meeting|discussions?|selection|deliberations?)|\breviews?\s*(,|and|&|/)|\b(reviewing|interaction)\b|\bpre-?conference\b"#
      ), .other
    ),
    (
      Pattern(
        #"\b(papers?|manuscripts?|submi\w+|articles?|contributions?|ssbmission|sumission|submision)\b(?!.*\b(present|session))|\bdeadlines?\b|\bdue\b|\bwork-?in-?progress|\bcfp\b"#
      ), .paper
    ),
    (
      Pattern(
        #"\b(conference|workshops?|symposium|event|meeting|program(me)?|congress|seminar|school|forum|sessions?|main track|held|takes? place|takes place|dates?|days?|venue|summit|tutorials?|presentations?)\b"#
      ), .event
    ),
  ]

  /// The call itself: "Second call for papers", "CFP released".
  private static let announcement = Pattern(anyOf: [
    #"^\W*(first|1st|second|2nd|third|3rd|fourth|4th|initial|preliminary|final|last)\s+(call\b|cfp\b|announcement\b)(?!.*\b(deadlines?|due|clos\w+|(papers?|abstract|full) submissions?|submissions? (due|of|for))\b)"#,
    #"\b(call for [\w ]{0,30}(papers|participation|contributions|submissions|abstracts)|cfp|calls?)\s*(is |are |was |were |will be )?(issued?|released?|published|publication|announce\w*|out|sent( out)?|distribut\w+|circulat\w+|launch\w*|posted|online|opens?|opened)\b"#,
    #"\b(release|announcement|distribution|publication|issu(e|ing)|launch|posting|opening) of (the )?(\w+ )?(call|cfp)\b"#,
  ])

  private static let forPapers = Pattern(
    #"^\W*((full|regular)\s+)?(papers?\s+)?submissions?\s+deadline\b(?!\W*(for|of|posters?|demos?|abstracts?)\b)|^\W*((full|regular|research)\s+)?papers?\s*[,/]|\bpapers?\s+(and|or|&)\s+(demos?|demonstrations?|posters?|supplement\w*( materials?)?)\s+(submi\w+|deadline|due)|\b(full|long|regular|research)\b[^.;]{0,30}\b(demos?|posters?)\s+(papers?|submissions?)\b"#
  )

  /// Whether a label begins as that of the papers' deadline does, whatever it says after it.
  static func isForPapers(_ label: String) -> Bool { forPapers.matches(label) }

  /// What a label says is not needed: "Full papers due (no abstract registration needed)".
  private static let denied = Pattern(
    #"\((no|not|without)\b[^)]*\)?|\bno (\w+ )?(abstract|poster|demo|registration)s?( \w+)? (is |are )?(needed|required|necessary)\b|\bno (separate|extra|other|earlier) (\w+ )?(deadline|due date)s?( for \w+)?"#
  )

  /// Returns what falls due.
  static func kind(of label: String) -> Deadline.Kind {
    let words = denied.replacing(label, with: " ")
    return rules.first { $0.0.matches(words) }?.1 ?? .other
  }

  /// Whether an hour matters for such a date; notifications and events are days.
  static func isMoment(_ kind: Deadline.Kind) -> Bool {
    switch kind {
    case .abstract, .paper, .poster, .demo, .cameraReady, .rebuttal, .commitment: true
    case .notification, .event, .registration, .anonymity, .other: false
    }
  }
}
