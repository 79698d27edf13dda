import Foundation
import TopicClassification

/// The plots of an evaluation.
struct EvaluationPlots {
  private let report: EvaluationReport

  init(_ report: EvaluationReport) { self.report = report }

  /// Each plot with its caption, as HTML.
  var figures: [String] { [calibration, coverage, learning].compactMap(\.self) }

  private static let fifths = [0, 0.2, 0.4, 0.6, 0.8, 1]

  private var calibration: String {
    let bins = report.calibration.bins
    let most = Double(bins.map(\.count).max() ?? 1)
    let plot = LinePlot(
      title: "Calibration: share of true topics against predicted probability", xName: "predicted probability",
      yName: "share that is true", xRange: 0...1, yRange: 0...1, xTicks: Self.fifths, yTicks: Self.fifths,
      hasDiagonal: true,
      series: [
        .init(
          style: "first", points: bins.map { ($0.meanProbability, $0.observedShare) },
          radii: bins.map { 2.5 + 5 * (Double($0.count) / most).squareRoot() })
      ])
    return figure(
      plot,
      "Can probabilities be believed? On the dashed line they are right; the larger a dot, the more predictions. From "
        + "0.05 on, all topics together.")
  }

  private var coverage: String? {
    let parts = [("first", report.coverage.tagged), ("second", report.coverage.untagged)].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return nil }
    let highest = parts.flatMap(\.1).map(\.error).max() ?? 0
    // Room up to the next tenth.
    let top = min(1, max(0.1, (highest * 10).rounded(.up) / 10))
    let plot = LinePlot(
      title: "Mistakes against the share of papers decided without a person", xName: "share decided without a person",
      yName: "share of mistakes", xRange: 0...1, yRange: 0...top, xTicks: Self.fifths,
      yTicks: (0...5).map { Double($0) * top / 5 },
      series: parts.map { style, points in .init(style: style, points: points.map { ($0.coverage, $0.error) }) })
    return figure(
      plot,
      "Mistakes if only the surest papers are decided. <span class=\"key first\"></span> papers with a tag: one is wrong. "
        + "<span class=\"key second\"></span> papers without: a topic was missed.")
  }

  private var learning: String? {
    guard let curve = report.learningCurve, !curve.isEmpty else { return nil }
    // Papers double from point to point, so the axis counts doublings.
    let xs = curve.map { log2(Double(max($0.papers, 1))) }
    let values = curve.flatMap { [$0.macroF1.low, $0.macroF1.high, $0.microF1.low, $0.microF1.high] }
    let low = ((values.min() ?? 0) * 10).rounded(.down) / 10
    let high = max(((values.max() ?? 1) * 10).rounded(.up) / 10, low + 0.1)
    let plot = LinePlot(
      title: "F1 of topics against the number of papers learnt from", xName: "papers learnt from", yName: "F1",
      xRange: (xs.first ?? 0)...max(xs.last ?? 1, (xs.first ?? 0) + 1), yRange: low...high, xTicks: xs,
      yTicks: stride(from: low, through: high + 0.001, by: 0.1).map(\.self),
      xLabel: { String(Int(exp2($0).rounded())) },
      series: [
        .init(
          style: "first", points: zip(xs, curve).map { ($0, $1.macroF1.value) },
          ranges: curve.map { ($0.macroF1.low, $0.macroF1.high) }),
        .init(
          style: "second", points: zip(xs, curve).map { ($0, $1.microF1.value) },
          ranges: curve.map { ($0.microF1.low, $0.microF1.high) }),
      ])
    return figure(
      plot,
      "What more papers teach, judged on a fifth that is kept apart. <span class=\"key first\"></span> macro-F1, "
        + "<span class=\"key second\"></span> micro-F1 of topics; each step doubles the papers.")
  }

  private func figure(_ plot: LinePlot, _ caption: String) -> String {
    "<figure>\(plot.svg)<figcaption>\(caption)</figcaption></figure>"
  }
}
