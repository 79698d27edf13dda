import Foundation
import TopicClassification

/// The figures of an evaluation as a page of text.
struct EvaluationText {
  private let report: EvaluationReport

  init(_ report: EvaluationReport) { self.report = report }

  var data: Data {
    let parts: [[String]] = [
      summary, labels("topic", report.topics), labels("group", report.groups), missed, bins, coverage, levels, learning,
    ].filter { !$0.isEmpty }
    return Data((parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n").utf8)
  }

  private var summary: [String] {
    var lines = report.method.map { [$0.sentence] } ?? []
    lines += ["\(report.papers) papers; in brackets what 95 of 100 samples of papers would give", ""]
    lines.append(row("topics, macro-F1", report.topics.macroF1))
    lines.append(row("topics, micro-F1", report.topics.microF1))
    lines.append(row("groups, macro-F1", report.groups.macroF1))
    lines.append(row("groups, micro-F1", report.groups.microF1))
    if let primary = report.primaryAccuracy { lines.append(row("primary topic right", primary)) }
    for (index, precision) in report.precisionAt.enumerated() {
      lines.append(row("precision at \(index + 1)", precision))
    }
    lines.append(row("calibration error", report.calibration.expectedError))
    lines.append(row("Brier skill", report.calibration.brierSkill))
    lines.append(row("sent to a person", report.review.share))
    lines.append("of the others:")
    lines.append(row("  tagged, a tag is wrong", report.review.wrongTagShare))
    lines.append(row("  untagged, has a topic", report.review.missedShare))
    return lines
  }

  private func labels(_ kind: String, _ set: EvaluationReport.LabelSet) -> [String] {
    let width = max(28, (set.labels.map(\.id.count).max() ?? 0) + 2)
    let header = padded(kind, width) + "papers  precision  recall     F1"
    return [header] + set.labels.map { row($0, width) }
  }

  private func row(_ label: EvaluationReport.Label, _ width: Int) -> String {
    let figures = [label.precision, label.recall, label.f1].map { padded($0.map(number) ?? "-", 9) }
    return padded(label.id, width) + String(format: "%6d  ", label.papers) + figures.joined()
  }

  private var missed: [String] {
    let labels = (report.topics.labels + report.groups.labels).filter { $0.missed.papers > 0 }
    guard !labels.isEmpty else { return [] }
    return ["missed: what its papers got instead"]
      + labels.map { label in
        var parts = label.missed.instead.prefix(3).map { "\($0.id) \($0.papers)" }
        if label.missed.withoutLabel > 0 { parts.append("none at all \(label.missed.withoutLabel)") }
        return "  \(label.id) \(label.missed.papers): "
          + (parts.isEmpty ? "nothing wrong" : parts.joined(separator: ", "))
      }
  }

  private var coverage: [String] {
    func line(_ name: String, _ points: [EvaluationReport.CoveragePoint]) -> [String] {
      let shown = [0.25, 0.5, 0.75, 1].compactMap { share in points.last { $0.coverage <= share + 1e-9 } }
      guard !shown.isEmpty else { return [] }
      return ["  \(name): " + shown.map { "\(number($0.coverage)) \(number($0.error))" }.joined(separator: ", ")]
    }
    let lines = line("tagged", report.coverage.tagged) + line("untagged", report.coverage.untagged)
    return lines.isEmpty ? [] : ["share of papers decided, the surest first, and mistakes among them"] + lines
  }

  private var learning: [String] {
    guard let curve = report.learningCurve else { return [] }
    return ["learnt from  topics, macro-F1         topics, micro-F1"]
      + curve.map { point in
        func figure(_ figure: EvaluationReport.Figure) -> String {
          "\(number(figure.value)) [\(number(figure.low)), \(number(figure.high))]"
        }
        return padded("\(point.papers)", 13) + padded(figure(point.macroF1), 25) + figure(point.microF1)
      }
  }

  private var bins: [String] {
    ["probability   predictions  true"]
      + report.calibration.bins.map { bin -> String in
        padded(number(bin.meanProbability), 14) + padded("\(bin.count)", 13) + number(bin.observedShare)
      }
  }

  private var levels: [String] {
    guard let levels = report.reviewAtRisk else { return [] }
    return ["--risk   to a person  of the others: a tag is wrong  has a topic but no tag"]
      + levels.map { level in
        padded(number(level.asked), 9) + padded(number(level.review.share), 13)
          + padded(level.review.wrongTagShare.map(number) ?? "-", 31) + (level.review.missedShare.map(number) ?? "-")
      }
  }

  private func row(_ name: String, _ figure: EvaluationReport.Figure) -> String {
    padded(name, 28) + "\(number(figure.value))  [\(number(figure.low)), \(number(figure.high))]"
  }

  private func row(_ name: String, _ value: Double?) -> String {
    padded(name, 28) + (value.map { number($0) } ?? "-")
  }

  private func number(_ value: Double) -> String { String(format: "%.3f", value) }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
