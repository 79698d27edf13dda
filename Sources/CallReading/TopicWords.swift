/// The words by which lists of topics, and lists that are no topics, are known.
enum TopicWords {
  /// A sentence that announces topics: "Topics of interest include", "areas of interest are".
  static let strongLead = Pattern(anyOf: [
    #"\btopics\b[^.:]{0,60}\b(may|might|can|could|will|would)\b[^.:]*:\s*$"#,
    #"\b(topics?|(sub-?|subject |research |technical |thematic |focus |application |key |core |main )?areas?|themes?|subjects?|sub-?topics|research questions|tracks)\b[^.]{0,90}\b(includ\w+|of interest|of relevance|interest(s|ed|ing)?|are|limited to|follow\w*|such as|covered|relevant|geared|welcome\w*|solicit\w+|sought|encourag\w+|compris\w+|range\w*|cover\w*|consist\w*|related|address\w*|listed|below|suggested)\b"#,
    #"\b(interest|solicited|relevant|suggested|possible|potential|sample|example|specific|broad|welcome|following|indicative|exemplary|illustrative)\s+(research |technical )?(topics?|areas?|themes?|subjects)\b"#,
    #"\bin (one (or more )?of |any of )?the following tracks\b"#,
    #"\b(sessions|sections|strands|streams)\b[^.]{0,90}\b(includ\w+|following|organi[sz]ed|planned|proposed|covered|cover)\b[^.]{0,30}:\s*$"#,
    #"\b(following|these|such|any) ((two|three|four|five|six|several|core|main|key|broad|major|general|research|technical|thematic|focus|subject) ){0,3}(topics|areas|themes|subjects|fields)\b"#,
    #"\b(topics?|themes?|ideas|areas) (to|for) (prompt|inspire|inspiration|consider\w*|get (you )?started|start)\b"#,
    #"\b(some|a few|several) (\w+ )?(topics|themes|ideas|areas)\b[^.:]{0,40}:\s*$"#,
    #"\b(papers|articles|submissions|contributions) (might|may|could|can) (discuss|address|cover|concern|explore|consider|tackle|treat|investigate|study|examine|deal with|focus on|be (about|on))\b"#,
    #"\b(questions|problems|issues|challenges|areas|directions)\b[^.]{0,40}\b(such as|like|including|includes?) (the )?(following|these)\b"#,
    #"\btopics?( of interest)?\s*:"#,
    #"\b(following|these)( and| or) (related|similar|other) ((sub-?)?topics?|topic areas|areas|themes|subjects)\b"#,
    #"\b(topics|areas|themes|subjects|fields)\. (these|they|such|which) (may |might |can |could )?(includ\w+|are|cover|comprise|range)\b"#,
    #"\b(examples?|lists?|selection) of (\w+ ){0,3}(topics|themes|subjects|areas)\b"#,
    #"\b(topics|areas|themes|tracks)\s*:\s*$"#,
  ])
  /// A sentence that invites papers about what follows.
  static let mediumLead = Pattern(
    #"\b(invit\w+|welcom\w+|solicit\w+|seek\w*|encourag\w+|interested|looking for|call(s|ing)? for|consider\w*|address\w*|cover\w*|focus\w*|explor\w+|submissions?|papers|contributions|work|research|scope|interest)\b[^.]*\b(on|in|about|relat\w+|address\w*|includ\w+|such as|cover\w*|follow\w*|concern\w*|regarding|around|from|to|of|at|as)\b\W*$"#
  )
  /// "We welcome papers on all aspects of kites, including but not limited to:".
  static let invitesOpenly = Pattern(
    #"\b(welcom\w+|invit\w+|solicit\w*|seeks?|encourag\w+|call(s|ing)? for|look(s|ing)? for)\b[^.:]*\b(submissions?|papers|contributions|works?|research|articles)\b[^.:]*\b(on|about|relat\w+|aspects?|areas?|topics?)\b[^.:]*\bnot (necessarily )?(be )?(limited|restricted)( to)?\W*$"#
  )
  /// A sentence that ends by naming parts of a field.
  static let namesParts = Pattern(
    #"\b(field|areas?|aspects?|problems?|issues|challenges|research|applications?|technolog\w+|methods|work)\b[^.]{0,80}\b(includ(ing|e|es)|such as)\s*:\s*$"#
  )
  /// A sentence right above a list that says what the venue is about: "we are interested in tackling these issues:",
  /// "the conference welcomes contributions on:", "the workshop focuses on techniques that will include:".
  static let scopeLead = Pattern(anyOf: [
    #"\b(focus|emphasis|scope)\b[^.:]{0,50}\b(is|are|lies|will be)( (in|on|around|about|as follows))?( (the following|these)( (areas|points))?)?\s*:\s*$"#,
    #"\b(welcom\w+|invit\w+|solicit\w+|seeks?|seeking|encourag\w+|call(s|ing)? for|look(s|ing)? for)\b[^.:]*\b(on|about|regarding|concerning|(relat\w+|pertain\w+) to|address\w*|covering|exploring|around|in (the )?(broad )?(areas?|fields?|domains?) (of|like|such as))( (one|any|some)( or (more|several))? of( the following)?)?\W*$"#,
    #"\b(non-exhaustive|not exhaustive|incomplete|partial|indicative)\b[^.:]{0,20}\blist\b[^.:]*:\s*$"#,
    #"\b(we|workshop|conference|symposium|organi[sz]ers)\b[^.:]{0,40}\binterested in( (one|any|some)( or (more|several))? of)?( the following)?\W*$"#,
    #"\b(workshop|conference|symposium|issue|track|we|scope)\b[^.:]{0,60}\b(focus\w*|covers?|address\w*|explor\w+|discuss\w*|treats?)\b[^.:]{0,60}\b(among(st)? (many )?other\w*( \w+)?|inter alia|in particular|especially|for (example|instance)|e\.g\.)\W*$"#,
    #"\b(papers?|works?|contributions|submissions|articles|research)\b[^.:]{0,60}\b(sought|solicited|invited|welcomed?|encouraged)\b[^.:]{0,40}\b(on|in|about|around|regarding|concerning|areas (like|such as))\s*:\s*$"#,
    #"\b(papers?|works?|contributions|submissions|articles|research)\b[^.:]{0,60}\b(following|these)\b[^.:]{0,40}\b(welcomed?|invited|sought|encouraged|solicited)\W*$"#,
    #"\bof (special|particular|great|main|central|primary|high|specific) interest (is|are|will be)\W*$"#,
    #"\b(aspects?|questions?|issues|problems|points|directions|domains) of (interest|relevance|discussion)\b[^.:]{0,20}:\s*$"#,
    #"\b(conference|workshop|symposium|issue|track|session|call)\b[^.:]{0,20}\bopen (to|for)\b[^.:]{0,60}\b(on|about|in|regarding|concerning)\s*:\s*$"#,
    #"\b(example|sample|typical|possible|potential|relevant|representative) ([\w-]+ )?(problems|questions|issues|challenges|applications|domains|directions)\b[^.:]{0,60}:\s*$"#,
    #"\b(seeks?|seeking|invit\w+|solicit\w*|welcom\w+)\b[^.:]*\b(papers|contributions|submissions|work|research|articles)\b[^.:]{0,40}\bin\s*:\s*$"#,
    #"\b(welcom\w+|invit\w+|solicit\w+|seeks?|encourag\w+)\b[^.:]*\b(on|about|regarding|concerning|(relat\w+|pertain\w+) to|covering|in)\b[^.:]{3,80}\b(such as|like|including|e\.g\.,?|for example)\s*:\s*$"#,
    #"\b(papers?|works?|contributions|submissions|articles|research|talks)\b[^.:]{0,20}\b(could|can|may|might)\b (also |well )?(be|deal|focus|concern\w*|treat\w*|address|cover)\b( (on|with|about|of))?\s*:\s*$"#,
    #"\b(special |particular )?emphasis\b[^.:]{0,30}\b(on|to)\W*$"#,
    #"\b(discussion points|points of discussion|(central|core|main|open) (questions|issues|problems|challenges))\b[^.:]{0,20}\binclude\W*$"#,
    #"\b(bring|bringing|brings) together (\w+ ){0,3}(research|work|contributions|papers)\b[^.:]{0,40}\b(on|about|in)\s*:\s*$"#,
    #"\b(questions|issues|problems|challenges|ideas|subjects|aspects)\b[^.:]{0,20}\b(we|to)\b[^.:]{0,30}\b(discuss|address|explore|tackle|raise)\b[^.:]{0,20}:\s*$"#,
    #"\b(workshop|conference|symposium|issue|track|session|meeting|event|series|we|scope)\b[^.:]{0,60}\b(focus\w*|cover\w*|address\w*|interested|interests?|concern\w*|deal\w*|tackl\w*|explor\w*|devoted|dedicated)\b[^.:]*\b(follow\w*|includ\w*|issues|questions|problems|challenges|aspects|directions|such as|like|on|with|to)\s*:\s*$"#,
    #"\b(address\w*|investigat\w+|explor\w+|discuss\w*|interested|consider\w*|tackl\w+|work on)\b[^.:]{0,80}\bfollowing (\w+ ){0,2}(questions|problems|challenges|issues|aspects|directions|points|lines)\b[^.:]{0,20}:\s*$"#,
    #"\bscope\b[^.:]{0,60}\b(includ\w+|cover\w*|compris\w+|encompass\w*|extends?|ranges?|spans?)\b[^.:]{0,40}:\s*$"#,
  ])
  /// A heading of the whole call, whatever else it names: "Call for Papers & Important Dates".
  private static let callHeading = Pattern(#"\bcall for ([\w-]+ ){0,2}(papers|submissions|contributions|abstracts)\b"#)

  /// Whether a heading is that of the call and says no more.
  static func isCallHeading(_ heading: String) -> Bool {
    callHeading.matches(heading) && heading.split(separator: " ").count <= 5
  }

  /// Whether a heading stands over something else than topics.
  static func namesOther(_ heading: String) -> Bool { otherHeading.matches(heading) && !callHeading.matches(heading) }

  /// A heading of a track or of a kind of papers: "2) Quick Track".
  static let namesTrack = Pattern(#"\b(tracks?|papers|abstracts|submissions)\W*$"#)
  /// "The following categories are welcome:", which may be kinds of papers or subjects.
  static let welcomeLead = Pattern(
    #"\b(categories|classes|kinds|papers|contributions|submissions|work)\b[^.:]{0,80}\b(are|is)\s+(\w+ly\s+|most\s+|also\s+)?(welcomed?|invited|solicited|sought|encouraged|of interest)\b[^.:]{0,20}:\s*$"#
  )
  /// A sentence over questions that papers are to answer: "we wish to discuss questions such as:".
  static let questionLead = Pattern(
    #"^(?!.*\b(review\w*|referees?|evaluat\w*|answer(ed)? by|faq|asked|contact|form|checklist|criteria)\b).*\b(questions|issues|problems|challenges)\b[^.]{0,120}(\b(include|including|such as|are|following|limited to)\b[^.]{0,40})?:?\s*$"#
  )
  static let openEnded = Pattern(
    #"\bwithout (being )?(limit\w*|restrict\w*)( to)?\b|\b(not|n't) (necessarily )?(be )?(limited|restricted|confined|exclusive)( to)?|\bnot (exhaustive|extensive)|non-exhaustive"#
  )
  /// A heading over topics.
  static let heading = Pattern(
    #"^\W*(\d+\.?\s*)?((list of|overview and|overview|the|our|main|suggested|conference|workshop|symposium|track|research|paper|submission|relevant|technical|scientific|key|potential|possible|specific|general|call|sample|areas and|scope and|themes and|aims and|core|example|primary|broad|focus|subject|major)\W+){0,3}(topics?|scope|areas?|(sub-?)?themes?|sub-?areas|strands|subject areas|sub-?topics|tracks and topics|topic areas|subjects|fields)(\W+((sub-?)?topics?|of|and|&|covered|for|include|to|on|interests?|relevance|the|scope|topics?|areas?|submissions?|papers?|themes?|conference|workshop|symposium|track|are|not|limited|but|submission|in|special|[A-Z]+\d*|\d{4}))*\W*$"#
  )
  /// "Target topics", "Topics", "NetWorkshop areas of interest": a heading that ends in the word, whatever stands before.
  private static let endsInTopics = Pattern(
    #"^\W*([\w'’&/-]+\s+){0,4}(topics(\s+of\s+interests?)?|(areas|themes|fields|subjects|domains|tasks|problems|questions|issues|methods|technologies|applications)\s+of\s+(interest|relevance|application))\W*$"#
  )
  /// A heading that numbers the areas of a call: "Area 2: Networks".
  static let numberedArea = Pattern(
    #"^\W*(topic|area|theme|stream|subject|track|session)\s*(area\s*)?(\d{1,2}|[IVX]{1,4}|[A-H])\s*[:.)–—-]\s*\S"#)

  /// Whether a heading stands over topics.
  static func namesTopics(_ heading: String) -> Bool {
    self.heading.matches(heading) || numberedArea.matches(heading)
      || endsInTopics.matches(heading) && !otherHeading.matches(heading)
  }

  private static let parentheses = Pattern(#"\s*\([^()]*\)"#)

  /// Whether a line is a heading over topics in all but its form: "Topics and sub-topics (among others):", "Research
  /// areas".
  static func isTopicsLabel(_ line: String) -> Bool {
    let words = line.split(separator: " ").count
    let isBare = words <= 5 && line.last.map { $0.isLetter || $0 == ")" } ?? false
    guard line.hasSuffix(":") && words <= 12 || isBare else { return false }
    return namesTopics(parentheses.replacing(line, with: "").trimmingSuffix { $0 == ":" })
  }

  /// A heading over something else.
  static let otherHeading = Pattern(
    #"\b(committees?|chairs?|organi[sz]\w+|sponsors?|partners?|supporters?|benefactors?|dates?|deadlines?|submissions? (guidelines?|instructions?|requirements?|process|information|details|types?|categories|policy|policies|site|procedure|format|formats|system|link|and)|submission|submitting|how to submit|what to submit|format\w*|requirements?|registration|venue|location|contacts?|speakers?|keynotes?|invited|program(me)?( schedule)?|schedule|agenda|accepted|review(ing)?( (process|criteria))?|evaluation( criteria)?|criteria|ethic\w*|polic(y|ies)|awards?|prizes?|instructions?|guidelines?|travel|accommodation|hotels?|fees?|types? of|categories|faqs?|questions|publication|proceedings|special issue|journal|attend\w*|sponsorship|code of conduct|about us|news|links?|related|previous|past|anonym\w*|blind\w*|conflicts?|checklist|llms?|language models?|plagiarism|copyright|camera|authors?|presentation|paper length|length|artifact|open science|rebuttal|history|steering|advisory|people|team|participants|challenges? (tasks?|rules)|datasets?|tools|goals?|objectives?|outcomes?|audience|who should|benefits|supplement\w*|visa|volunteers?|social|grants?|reproducib\w*|diversity|accessib\w*)\b"#
  )
  /// A label that cannot name a group of topics.
  static let endOfTopics = Pattern(
    #"\b(dates?|deadlines?|submi\w+|committees?|chairs?|organi[sz]\w+|registration|sponsors?|format\w*|contacts?|venue|important|review\w*|program(me)?|speakers?|keynotes?|publication|proceedings|awards?|instructions?|guidelines?|authors?|paper types)\b"#
  )
  /// "The following topics are out of scope:".
  static let excludes = Pattern(
    #"\b(excluded|exclude|out of (the )?scope|outside (of )?(the |our )?scope|not (of interest|in scope|within (the |our )?scope|covered|considered|suitable|appropriate))\b"#
  )
  /// A sentence over a list that is no list of topics.
  static let otherLead = Pattern(
    #"\b(must|should (include|contain|be|have|not|clearly|describe|provide|follow|also)|required|requirements?|types? of (papers?|submissions?|contributions?)|(two|three|four|five|six|several|following) (\w+ ){0,2}(types|categories|kinds|formats|tracks|classes|forms)|categories|following (information|criteria|guidelines|rules|format|instructions|items|sections|files|dates|steps|details|conditions|requirements|policies)|criteria|dates|committee|not allowed|prohibited|prizes?|awards?|deadlines?|organi[sz]ers|speakers|sponsors?|instructions|guidelines|evaluated|reviewed (based )?on|judged|please|ensure|checklist|include the following:?$|questions\W*(about|regarding|to)|contact|demos about|benefits|permitted|conflicts?|format(ted|ting)?|violat\w+|reject(ed|ion)?|publi(shed|cation) in|journals?|attendees|participants will|past (events|editions)|previous editions|supplementary|anonym\w+|policy)\b"#
  )
  /// An item that tells authors what to do.
  static let instruction = Pattern(anyOf: [
    #"\b(must|should|shall|please|submit(ted)?|pages?|upload\w*|authors?'? (names?|must|should|are|may|will)|deadline|pdf|latex|word document|template|anonymi[sz]\w+|reviewers?|camera[- ]ready|registration|notification|will be|\d+ (words|minutes|pages)|e-?mail|proceedings|hotcrp|easychair|openreview|cmt)\b"#,
    #"@"#,
    #"https?://"#,
    #"www\."#,
  ])
  /// A kind of paper rather than a subject.
  static let paperKind = Pattern(
    #"^\W*(full|long|short|regular|position|vision|demo|poster|research|industry|experience|survey|tool|technical|extended|work[- ]in[- ]progress)\b.{0,30}\b(papers?|abstracts?|submissions?|reports?|track|demos?|posters?)\b"#
  )
  /// A kind of contribution in a word, as the tracks of a conference are called.
  static let kindAlone = Pattern(
    #"^\W*(research|industr(y|ial)|demos?|demonstrations?|posters?|tutorials?|workshops?|(short|full|long|regular) papers?|doctoral \w+|student \w+|applied|artifacts?|main)( track)?\W*$"#
  )
  /// A person with an affiliation: two capitalized words, a comma or dash or parenthesis, a place of work.
  static let person = Pattern(
    #"(?-i)^\W*((Prof|Dr|Mr|Ms|Mrs)\.? |[\p{Lu}][\p{L}.'’-]*( [\p{L}.'’-]+){1,4}\s*[,(–—-].*\b(Univ\w*|Institut\w*|College|Lab(s|oratory|oratories)?|Research|Inc|Corp\w*|Ltd|GmbH|USA?|UK|Germany|France|China|Canada|Italy|Japan|India|Switzerland|School|Technology|Google|Microsoft|IBM|Meta|Intel|NVIDIA|Amazon|Apple|INRIA|CNRS|ETH|MIT|EPFL|KTH|TU)\b)"#
  )
}
