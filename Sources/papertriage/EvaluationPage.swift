import Foundation
import TopicClassification
import Venues

/// The figures of an evaluation as one page of HTML with plots, which loads nothing from anywhere.
struct EvaluationPage {
  private let report: EvaluationReport
  private let venue: Venue

  init(_ report: EvaluationReport, venue: Venue) {
    self.report = report
    self.venue = venue
  }

  /// The file.
  var data: Data {
    let style = String(decoding: PackageResources.evaluation_css, as: UTF8.self)
    let title = "Evaluation: \(venue.name)".escapedForHTML
    let sections = [
      summary, plots, labels("Topics", report.topics, topicNames), labels("Groups", report.groups, groupNames), missed,
      review,
    ]
    return Data(
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(style)</style></head><body><main>
      <h1>\(title)</h1>
      \(sections.filter { !$0.isEmpty }.joined(separator: "\n"))
      </main></body></html>

      """.utf8)
  }

  private var summary: String {
    var rows: [[String]] = [
      row("Topics, macro-F1", report.topics.macroF1), row("Topics, micro-F1", report.topics.microF1),
      row("Groups, macro-F1", report.groups.macroF1), row("Groups, micro-F1", report.groups.microF1),
    ]
    if let primary = report.primaryAccuracy { rows.append(row("Primary topic right", primary)) }
    for (index, precision) in report.precisionAt.enumerated() {
      rows.append(["Precision at \(index + 1)", three(precision), ""])
    }
    rows.append(["Calibration error", three(report.calibration.expectedError), ""])
    rows.append(["Brier skill", three(report.calibration.brierSkill), ""])
    rows.append(["Sent to a person", percent(report.review.share), ""])
    rows.append(["Of the others: a tag is wrong", report.review.wrongTagShare.map(percent) ?? "–", ""])
    rows.append(["Of the others: has a topic but no tag", report.review.missedShare.map(percent) ?? "–", ""])
    let method = report.method.map { "<p>\($0.sentence.escapedForHTML)</p>" } ?? ""
    return """
      \(method)<p class="note">\(report.papers) papers. Ranges are those of 95 of 100 bootstrap samples of papers. Every figure
      holds for papers like those it was measured on.</p>
      \(HTMLTable(columns: ["", "Figure", "Range"], numbers: 1..<3, rows: rows.map { $0.map(\.escapedForHTML) }).text)
      """
  }

  private var plots: String {
    let figures = EvaluationPlots(report).figures
    return "<section><h2>Plots</h2><div class=\"plots\">\(figures.joined(separator: "\n"))</div></section>"
  }

  // A topic and a group may have the same id.
  private var topicNames: [String: String] {
    Dictionary(venue.topics.map { ($0.id, $0.name.escapedForHTML) }, uniquingKeysWith: { first, _ in first })
  }

  private var groupNames: [String: String] {
    Dictionary(venue.groups.map { ($0.id, $0.name.escapedForHTML) }, uniquingKeysWith: { first, _ in first })
  }

  private func labels(
    _ heading: String, _ set: EvaluationReport.LabelSet, _ names: [String: String]
  ) -> String {
    guard !set.labels.isEmpty else { return "" }
    let rows = set.labels.map { label -> [String] in
      let figures = [label.precision, label.recall, label.f1].map { $0.map(three) ?? "–" }
      return [names[label.id] ?? label.id, "\(label.papers)"] + figures + [bar(label.f1 ?? 0)]
    }
    let columns = [String(heading.dropLast()), "Papers", "Precision", "Recall", "F1", ""]
    return section(heading, HTMLTable(columns: columns, numbers: 1..<5, rows: rows).text)
  }

  private var missed: String {
    let labels =
      report.topics.labels.map { (label: $0, names: topicNames) }
      + report.groups.labels.map { (label: $0, names: groupNames) }
    let rows = labels.filter { $0.label.missed.papers > 0 }.map { label, names -> [String] in
      func name(_ id: String) -> String { names[id] ?? id }
      let instead = label.missed.instead.prefix(5).map { "\(name($0.id)) \($0.papers)" }.joined(separator: ", ")
      return [
        name(label.id), "\(label.missed.papers)", "\(label.missed.withoutLabel)", instead.isEmpty ? "–" : instead,
      ]
    }
    guard !rows.isEmpty else { return "" }
    let table = HTMLTable(
      columns: ["Label", "Missed", "Got none", "Got wrongly (papers)"], numbers: 1..<3, rows: rows)
    return section(
      "What was assigned instead",
      "<p class=\"note\">Of the papers that have a label and did not get it.</p>" + table.text)
  }

  private var review: String {
    guard let levels = report.reviewAtRisk else { return "" }
    let rows = levels.map { level in
      [
        percent(level.asked), percent(level.review.share), level.review.wrongTagShare.map(percent) ?? "–",
        level.review.missedShare.map(percent) ?? "–",
      ]
    }
    let table = HTMLTable(
      columns: ["--risk", "To a person", "Of the others: a tag is wrong", "Has a topic but no tag"], numbers: 0..<4,
      rows: rows)
    return section(
      "What --risk keeps to",
      "<p class=\"note\">What was asked for beside what came of it. The promise has 90% confidence and holds for papers "
        + "like those it was calibrated on.</p>" + table.text)
  }

  private func section(_ heading: String, _ content: String) -> String {
    "<section><h2>\(heading)</h2>\(content)</section>"
  }

  private func bar(_ share: Double) -> String {
    "<span class=\"bar\" aria-hidden=\"true\"><span style=\"width: \(String(format: "%.1f", share * 100))%\"></span></span>"
  }

  private func row(_ name: String, _ figure: EvaluationReport.Figure) -> [String] {
    [name, three(figure.value), "\(three(figure.low)) to \(three(figure.high))"]
  }

  private func three(_ value: Double) -> String { String(format: "%.3f", value) }
  private func percent(_ value: Double) -> String { String(format: "%.1f%%", value * 100) }
}

/// A table of cells that are HTML already.
struct HTMLTable {
  let columns: [String]
  /// The columns that hold numbers.
  let numbers: Range<Int>
  let rows: [[String]]

  var text: String {
    func cells(_ row: [String], _ tag: String) -> String {
      row.enumerated().map { index, cell in
        let style = numbers.contains(index) ? " class=\"number\"" : ""
        return "<\(tag)\(style)>\(cell)</\(tag)>"
      }.joined()
    }
    return "<div class=\"table\"><table><thead><tr>\(cells(columns, "th"))</tr></thead><tbody>"
      + rows.map { "<tr>\(cells($0, "td"))</tr>" }.joined(separator: "\n") + "</tbody></table></div>"
  }
}

extension String {
  /// The text with the characters that mean something in HTML written as entities.
  var escapedForHTML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
