import Foundation
import Papers

/// The overview: what a program chair wants to know first. Written as HTML and not by the script, so that it reads and
/// prints without one. Each name leads to its papers in the list.
struct OverviewHTML {
  let summary: ReportSummary
  /// What has changed; `nil` if nothing is known of an earlier run.
  let changes: ChangesHTML?
  /// What the line of the review rule promises; `nil` if the user set none.
  var reviewNote: String?
  /// Between how many papers each label probably has.
  var likelyPapers = LikelyPapers()

  /// The whole section's content.
  var text: String {
    [
      headline,
      changes?.text ?? "",
      demand("Groups", kind: "group", summary.groups),
      demand("Topics", kind: "topic", summary.topics),
      person, findings,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var headline: String {
    let figures: [(Int, String, String?)] = [
      (summary.paperCount, summary.paperCount == 1 ? "submission" : "submissions", "view=papers"),
      (summary.personCount, "for a person to look at", "view=person"),
      (summary.failCount, summary.failCount == 1 ? "breaks a rule" : "break a rule", "view=papers&amp;finding=fail"),
      (summary.untaggedCount, "without a topic", "view=papers&amp;topic=-"),
      (summary.unreadableCount, "could not be read", "view=papers&amp;reason=unreadable"),
    ]
    let items = figures.map { number, words, address in
      let name = "<span class=\"figure\">\(Self.grouped(number))</span> <span>\(words)</span>"
      return number == 0 || address == nil
        ? "<li>\(name)</li>" : "<li><a href=\"#\(address ?? "")\">\(name)</a></li>"
    }
    return "<ul class=\"headline\">\(items.joined())</ul>"
  }

  private func demand(_ heading: String, kind: String, _ labels: [ReportSummary.Demand]) -> String {
    guard !labels.isEmpty else { return "" }
    let largest = labels.map { max(Double($0.papers), $0.expected) }.max() ?? 0
    let likely = kind == "topic" ? likelyPapers.topics : likelyPapers.groups
    let rows = labels.map { demand in
      BarChart.Row(
        name: HTMLText.isolated(demand.label.name), address: "view=papers&\(kind)=\(demand.label.id)",
        bars: [.init(value: Double(demand.papers), style: "papers")], mark: demand.expected,
        numbers: [Self.grouped(demand.papers), Self.tenths(demand.expected)]
          + (likely.isEmpty ? [] : [likely[demand.label.id].map(Self.range) ?? ""]))
    }
    return BarChart(
      heading: heading,
      note: "<span class=\"key papers\"></span> papers with the tag. <span class=\"key expected\"></span> expected: "
        + "the sum of all probabilities, so how many papers carry it if the probabilities are right."
        + (likely.isEmpty ? "" : " \(Self.likelyNote)"),
      columns: [kind == "topic" ? "Topic" : "Group", "Papers", "Expected"] + (likely.isEmpty ? [] : ["Likely"]),
      largest: largest, rows: rows
    ).text
  }

  private static let likelyNote =
    "Likely: the range that holds the true number for 95 of 100 such batches, if topics are as frequent as the batch "
    + "itself suggests and not as among the papers that the model was calibrated on."

  /// `12 to 17`.
  private static func range(_ papers: ClosedRange<Double>) -> String {
    let (low, high) = (Int(papers.lowerBound.rounded()), Int(papers.upperBound.rounded()))
    return low == high ? grouped(low) : "\(grouped(low)) to \(grouped(high))"
  }

  private var person: String {
    let promise = reviewNote.map { " " + HTMLText.escaped($0) } ?? ""
    guard !summary.reasons.isEmpty else {
      return BarChart.empty(
        heading: "Doubts about text or tags", words: "None: every paper was read and tagged.\(promise)")
    }
    let rows = summary.reasons.map { reason in
      BarChart.Row(
        name: HTMLText.escaped(reason.reason.sentence), address: "view=person&reason=\(reason.reason.rawValue)",
        bars: [.init(value: Double(reason.papers), style: "papers")], mark: nil,
        numbers: [Self.grouped(reason.papers)])
    }
    return BarChart(
      heading: "Doubts about text or tags", note: "A paper may have several.\(promise)", columns: ["Reason", "Papers"],
      largest: Double(summary.reasons.map(\.papers).max() ?? 0), rows: rows
    ).text
  }

  private var findings: String {
    guard !summary.rules.isEmpty else {
      let words = summary.quietRuleCount == 0 ? "No rule was checked." : "None: every rule that applied was kept."
      return BarChart.empty(heading: "Findings", words: words)
    }
    let shown: [Verdict] = [.fail, .look, .couldNotCheck]
    let rows = summary.rules.map { rule in
      BarChart.Row(
        name: HTMLText.escaped(RuleTitle.of(rule.id)), address: "view=papers&finding=\(rule.id)",
        bars: shown.map { .init(value: Double(rule.counts[$0] ?? 0), style: $0.rawValue) }, mark: nil,
        numbers: shown.map { Self.grouped(rule.counts[$0] ?? 0) })
    }
    let quiet = summary.quietRuleCount == 0 ? "" : " Open nowhere: \(summary.quietRuleCount) more."
    let keys = shown.map { "<span class=\"key \($0.rawValue)\"></span> \($0.words.lowercased())" }
    return BarChart(
      heading: "Findings", note: keys.joined(separator: " ") + ". Evidence for a person, never a decision." + quiet,
      columns: ["Rule"] + shown.map(\.words), largest: Double(summary.rules.map(\.total).max() ?? 0), rows: rows
    ).text
  }

  /// `3,000`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { ($0 > 0 && (digits.count - $0) % 3 == 0 ? "," : "") + String(digits[$0]) }.joined()
  }

  /// `12.3`.
  static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(grouped(tenths / 10)).\(tenths % 10)"
  }
}
