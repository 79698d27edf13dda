import Papers
import Venues

/// All that the report's script knows, as one block of JSON.
struct ReportData: Encodable {
  /// A code with its words.
  struct Words: Encodable {
    let id: String
    let words: String
  }

  let venue: String
  let audience: Audience
  let labels: ReportLabels
  let rules: [Words]
  let reasons: [Words]
  let warnings: [Words]
  let verdicts: [Words]
  /// In the order of the run.
  let papers: [ReportPaper]
  /// The places of the papers that a person should look at, the most pressing first.
  let person: [Int]

  init(venue: Venue, rows: [ReportRow], list: PersonList, audience: Audience, supplement: ReportSupplement) {
    let labels = ReportLabels(venue: venue, thresholds: supplement.thresholds)
    let why = Dictionary(list.entries.map { ($0.paper, $0.why) }, uniquingKeysWith: { first, _ in first })
    self.venue = ShownText(venue.name, limit: ReportPaper.Limit.title).text
    self.audience = audience
    self.labels = labels
    rules = Set(rows.flatMap { $0.findings.map(\.rule) }).sorted().map { Words(id: $0, words: RuleTitle.of($0)) }
    reasons = ReviewReason.allCases.map { Words(id: $0.rawValue, words: $0.sentence) }
    warnings = ExtractionWarning.allCases.map { Words(id: $0.rawValue, words: $0.sentence) }
    verdicts = Verdict.allCases.map { Words(id: $0.rawValue, words: $0.words) }
    papers = rows.enumerated().map { index, row in
      ReportPaper(row, labels: labels, why: why[index], picture: supplement.pictures[index])
    }
    person = list.entries.map(\.paper)
  }
}
