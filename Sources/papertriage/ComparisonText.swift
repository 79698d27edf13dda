import Foundation
import TopicClassification

/// A comparison of two models as a page of text.
struct ComparisonText {
  private let report: ComparisonReport
  private let models: (first: String, second: String)

  init(_ report: ComparisonReport, models: (first: String, second: String)) {
    self.report = report
    self.models = models
  }

  /// The text.
  var data: Data {
    let parts = [summary, labels("topic", report.topics), labels("group", report.groups)]
    return Data((parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n").utf8)
  }

  private var summary: [String] {
    var lines = [
      "\(report.papers) papers; they get different labels for \(report.differing.count).",
      "first: \(models.first)", "second: \(models.second)",
      "The difference is second minus first; in brackets what 95 of 100 samples of papers would give; p is how likely",
      "so large a difference is if the models are alike.", "",
      padded("", 20) + "first  second  difference                 p",
      row("topics, macro-F1", report.topics.macroF1), row("topics, micro-F1", report.topics.microF1),
      row("groups, macro-F1", report.groups.macroF1), row("groups, micro-F1", report.groups.microF1),
    ]
    if let primary = report.primary {
      lines.append(
        "primary topic: only the first is right for \(primary.onlyFirstRight) papers, only the second for "
          + "\(primary.onlySecondRight); p \(three(primary.pValue))")
    }
    return lines
  }

  private func labels(_ kind: String, _ set: ComparisonReport.LabelSet) -> [String] {
    let width = max(28, (set.labels.map(\.id.count).max() ?? 0) + 2)
    let header = padded(kind, width) + "papers  F1 first  second   only first right  only second right  p, adjusted"
    return [header]
      + set.labels.map { label in
        padded(label.id, width) + String(format: "%6d  ", label.papers)
          + padded(label.firstF1.map(three) ?? "-", 10) + padded(label.secondF1.map(three) ?? "-", 9)
          + String(format: "%16d  %17d  ", label.decisions.onlyFirstRight, label.decisions.onlySecondRight)
          + three(label.adjustedPValue)
      }
  }

  private func row(_ name: String, _ figure: ComparisonReport.Figure) -> String {
    padded(name, 20) + "\(three(figure.first))  \(three(figure.second))   "
      + padded("\(signed(figure.difference)) [\(signed(figure.low)), \(signed(figure.high))]", 27)
      + three(figure.pValue)
  }

  private func three(_ value: Double) -> String { String(format: "%.3f", value) }
  private func signed(_ value: Double) -> String { String(format: "%+.3f", value) }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
