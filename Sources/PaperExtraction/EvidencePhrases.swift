import Papers

/// The phrases by which a sentence speaks of real use. Written from how such papers speak, not from any corpus; that no
/// phrase is found says nothing.
enum EvidencePhrases {
  /// Returns what a sentence states, in the order of the kinds.
  static func kinds(of sentence: String) -> [Evidence.Kind] {
    let words = WordPattern.words(of: sentence)
    return Evidence.Kind.allCases.filter { kind in patterns[kind, default: []].contains { $0.matches(words) } }
  }

  private static let patterns: [Evidence.Kind: [WordPattern]] = phrases.mapValues { $0.map(WordPattern.init) }

  private static let phrases: [Evidence.Kind: [String]] = [
    .production: [
      "in production", "into production",
      "production use|system|systems|environment|environments|deployment|deployments",
      "production traffic|workload|workloads|cluster|clusters|service|services|pipeline|pipelines|data",
      "is|are|was|were|been|being|has|have ~2 deployed", "we ~2 deployed", "deployed in|at|to|across|on|within",
      "deployed by ~4 customers|users|company|companies|teams", "rolled out", "roll-out", "went live", "gone live",
      "live traffic|deployment|service|system|environment",
      "serves|serving|serve ~4 customers|users|requests|traffic|queries",
      "used|adopted by ~5 teams|customers|users|engineers|companies|developers|organizations|hospitals|factories",
      "in daily use", "used daily", "day-to-day operation*", "in operation since|for|at", "real-world deployment*",
      "industrial deployment*|setting*|use", "online a|ab b|test*|testing|experiment*", "a b test*", "online a/b",
      "commercial* available|product",
      "has|have been running", "our production", "in use at|by|since", "field trial*|deployment*",
    ],
    .duration: [
      "for|over|during|after|past|last|within ~3 # ~1 year|years|month|months|week|weeks", "since 19*|20*",
      "more|longer than # year|years|month|months",
      "# ~1 years|months of ~3 operation|deployment|production|use|experience|operating|running|service", "# years ago",
      "year-long|multi-year|months-long|year-round",
      "# year|years|month|months in production", "over the years", "around the clock",
    ],
    .scale: [
      "# million|billion|trillion|thousand*", "millions|billions|thousands|hundreds|tens of",
      "# ~2 users|customers|requests|queries|gpus|servers|nodes|machines|devices|jobs|models|features|clusters|stores|hospitals|vehicles|sensors|accounts|transactions|datacenters|teams|engineers|sites|countries|services",
      "# ~3 per|a|each|every day|second|minute|hour|month|week", "petabyte*|pb|terabyte*|tb ~2 of",
      "at scale", "large scale|web-scale deployment*|system*|service*",
      "planet-scale|hyperscale*|web-scale|internet-scale",
    ],
    .impact: [
      "reduc*|improv*|increas*|decreas*|sav*|cut*|lower*|rais*|boost*|lift*|shorten*|accelerat*|grew|grow* ~8 #",
      "# ~3 reduction|improvement|increase|decrease|savings|lift|uplift|gain|speedup|drop",
      "sav* ~4 dollar*|cost*|hour*|million", "return on investment",
      "revenue|click-through|conversion|engagement|downtime|churn|retention ~8 #",
      "from # ~3 to #", "business impact|value|metric*|outcome*",
    ],
    .tradeOff: [
      "trade-off*|tradeoff*", "trade off*|offs", "trading|trade|traded ~6 for", "at the cost|expense|price of",
      "balanc* ~6 and|against|with",
      "chose|choose|opted|decided|prefer* ~8 over|instead|rather", "drawback*|downside*|compromise*", "sacrific*",
      "pros and cons", "in exchange for", "versus ~3 cost*|latency|accuracy|quality",
    ],
    .lesson: [
      "lesson|lessons", "we ~2 learned|learnt", "in hindsight|retrospect", "our experience*",
      "experience*|insights with|from|in ~4 deploy*|operat*|build*|running|production|develop*|maintain*",
      "pitfall*", "best practice*", "takeaway*|take-away*", "key insight*|finding*|learning*|challenge*",
      "challenges ~3 we|faced|encountered|met|arise|arose|practitioners",
      "we ~1 found|observed|realized|discovered that",
      "practitioners", "recommend* ~4 practitioners|teams|engineers|that", "post-mortem|postmortem",
      "failed ~3 attempt*", "what ~2 worked|works", "case study|studies", "anti-pattern*",
      "we share|report|reflect|describe ~4 experience*|lesson*|insight*",
    ],
  ]
}
