import Papers
import Venues

/// The papers that a person should look at, the most pressing first, each with one line of why.
///
/// The order: what nobody can read; what may have been read wrongly, because its tags mean nothing; broken rules;
/// doubtful tags, the closest call first; what a rule asks to look at. Equals keep the order of the papers. A rule that
/// could not be checked is no reason of its own: what kept it from being checked is. A paper that a chair marked as
/// reviewed is not on the list, whatever was found.
struct PersonList {
  /// One paper of the list.
  struct Entry: Hashable {
    /// The paper's place among all papers, from 0.
    let paper: Int
    /// One line for a person.
    let why: String
  }

  /// The list, the most pressing first.
  let entries: [Entry]

  init(of papers: [ReportRow], labels: ReportLabels) {
    let cases = papers.enumerated().compactMap { index, paper -> (index: Int, first: Ground, why: String)? in
      if paper.facts.isReviewed { return nil }
      let grounds = Ground.all(of: paper, labels: labels)
      return grounds.first.map { (index: index, first: $0, why: Self.line(grounds)) }
    }
    entries =
      cases.sorted { ($0.first.rank, $0.first.tie, $0.index) < ($1.first.rank, $1.first.tie, $1.index) }
      .map { Entry(paper: $0.index, why: $0.why) }
  }

  private static func line(_ grounds: [Ground]) -> String {
    let others = grounds.dropFirst().map(\.name)
    return others.isEmpty ? grounds[0].sentence : "\(grounds[0].sentence) Also: \(others.joined(separator: ", "))."
  }
}

/// One ground on which a person should look at a paper.
private struct Ground {
  /// How pressing it is; the smallest first.
  let rank: Int
  /// Orders grounds of one rank; the smallest first.
  let tie: Double
  /// The ground in some words, for the end of a line.
  let name: String
  /// The ground as a sentence.
  let sentence: String

  static func all(of paper: ReportRow, labels: ReportLabels) -> [Ground] {
    let reasons = paper.facts.reviewReasons.map { ground($0, of: paper.facts, labels: labels) }
    let fails = paper.findings.filter { $0.verdict == .fail }
    let looks = paper.findings.filter { $0.verdict == .look }
    return
      (reasons + fails.map { ground($0, rank: 6, count: fails.count) }
      + looks.map { ground($0, rank: 9, count: looks.count) })
      .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  private static func ground(_ finding: Finding, rank: Int, count: Int) -> Ground {
    let title = RuleTitle.of(finding.rule)
    return Ground(
      rank: rank, tie: -Double(count), name: title.lowercasedFirst, sentence: "\(title): \(finding.message)")
  }

  private static func ground(_ reason: ReviewReason, of facts: PaperFacts, labels: ReportLabels) -> Ground {
    switch reason {
    case .unreadable:
      Ground(rank: 0, tie: 0, name: "unreadable", sentence: facts.error ?? reason.sentence)
    case .noText: Ground(rank: 1, tie: 0, name: "no text", sentence: reason.sentence)
    case .extractionDoubtful:
      Ground(
        rank: 2, tie: -Double(facts.warnings.count), name: "extraction doubtful",
        sentence: facts.warnings.first?.sentence ?? reason.sentence)
    case .notEnglish: Ground(rank: 3, tie: 0, name: "not English", sentence: reason.sentence)
    case .noAbstract: Ground(rank: 4, tie: 0, name: "no abstract", sentence: reason.sentence)
    case .shortAbstract: Ground(rank: 5, tie: 0, name: "short abstract", sentence: reason.sentence)
    case .noTopic: noTopic(facts, labels: labels)
    case .closeCall: closeCall(facts, labels: labels)
    }
  }

  private static func noTopic(_ facts: PaperFacts, labels: ReportLabels) -> Ground {
    let nearest = labels.topics.scored(by: facts.topics).max { $0.probability < $1.probability }
    let sentence =
      nearest.map { "No topic of the call fits; the nearest is “\($0.label.name)” at \($0.probability.inHundredths)." }
    return Ground(
      rank: 7, tie: nearest?.probability.rawValue ?? 0, name: "no topic",
      sentence: sentence ?? ReviewReason.noTopic.sentence)
  }

  /// Names the topic that is least certain among those given; the paper most likely to carry a wrong one comes first.
  private static func closeCall(_ facts: PaperFacts, labels: ReportLabels) -> Ground {
    let given = labels.topics.scored(by: facts.topics.filter(\.assigned))
    guard let least = given.min(by: { $0.probability < $1.probability }), let threshold = least.label.threshold else {
      return Ground(rank: 8, tie: 1, name: "close call", sentence: ReviewReason.closeCall.sentence)
    }
    let numbers = "\(least.probability.inHundredths), given from \(threshold.inHundredths) on"
    return Ground(
      rank: 8, tie: given.reduce(1) { $0 * $1.probability.rawValue } - 1, name: "close call",
      sentence: "“\(least.label.name)” is the least certain tag: \(numbers).")
  }
}

extension Probability {
  /// Two decimals, as a person reads it: `0.48`.
  fileprivate var inHundredths: String {
    let hundredths = Int((rawValue * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
