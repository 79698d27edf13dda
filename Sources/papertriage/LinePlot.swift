import Foundation

/// A small plot as SVG: lines and dots over two axes, coloured by the page's style.
struct LinePlot {
  /// A series of points, in order.
  struct Series {
    /// The class that gives its colour.
    let style: String
    let points: [(x: Double, y: Double)]
    /// A low and a high end for each point; empty if there are none.
    var ranges: [(low: Double, high: Double)] = []
    /// The radius of each dot in the plot's units; empty for one size.
    var radii: [Double] = []
  }

  /// What the plot shows, for those who cannot see it.
  let title: String
  let xName: String
  let yName: String
  let xRange: ClosedRange<Double>
  let yRange: ClosedRange<Double>
  let xTicks: [Double]
  let yTicks: [Double]
  /// How a number on the x axis is written.
  var xLabel: (Double) -> String = { LinePlot.trimmed($0) }
  /// Whether a dashed line goes from corner to corner.
  var hasDiagonal = false
  let series: [Series]

  private static let width = 420.0
  private static let height = 300.0
  private static let left = 52.0
  private static let right = 12.0
  private static let top = 10.0
  private static let bottom = 44.0

  /// The element.
  var svg: String {
    var shapes: [String] = []
    for tick in yTicks {
      shapes.append(line("grid", (xRange.lowerBound, tick), (xRange.upperBound, tick)))
      shapes.append(text(Self.left - 6, y(tick) + 4, "end", Self.trimmed(tick)))
    }
    for tick in xTicks {
      shapes.append(line("grid", (tick, yRange.lowerBound), (tick, yRange.upperBound)))
      shapes.append(text(x(tick), Self.height - Self.bottom + 16, "middle", xLabel(tick)))
    }
    if hasDiagonal {
      shapes.append(
        line("diagonal", (xRange.lowerBound, yRange.lowerBound), (xRange.upperBound, yRange.upperBound)))
    }
    shapes += series.flatMap(shapes(of:))
    shapes.append(text((Self.left + Self.width - Self.right) / 2, Self.height - 8, "middle", xName))
    let middle = (Self.top + Self.height - Self.bottom) / 2
    shapes.append(
      "<text x=\"14\" y=\"\(tenths(middle))\" text-anchor=\"middle\" transform=\"rotate(-90 14 \(tenths(middle)))\">\(yName)</text>"
    )
    return "<svg viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" role=\"img\" aria-label=\"\(title)\">"
      + shapes.joined() + "</svg>"
  }

  private func shapes(of series: Series) -> [String] {
    let places = series.points.map { "\(tenths(x($0.x))),\(tenths(y($0.y)))" }
    var shapes = zip(series.points, series.ranges).map { point, range in
      line("range \(series.style)", (point.x, range.low), (point.x, range.high))
    }
    if places.count > 1 {
      shapes.append("<polyline class=\"\(series.style)\" points=\"\(places.joined(separator: " "))\"/>")
    }
    for (index, point) in series.points.enumerated() {
      let radius = series.radii.isEmpty ? 3 : series.radii[index]
      shapes.append(
        "<circle class=\"\(series.style)\" cx=\"\(tenths(x(point.x)))\" cy=\"\(tenths(y(point.y)))\" r=\"\(tenths(radius))\">"
          + "<title>\(Self.thousandths(point.x)): \(Self.thousandths(point.y))</title></circle>")
    }
    return shapes
  }

  private func line(_ style: String, _ from: (Double, Double), _ to: (Double, Double)) -> String {
    "<line class=\"\(style)\" x1=\"\(tenths(x(from.0)))\" y1=\"\(tenths(y(from.1)))\" x2=\"\(tenths(x(to.0)))\" y2=\"\(tenths(y(to.1)))\"/>"
  }

  private func text(_ x: Double, _ y: Double, _ anchor: String, _ words: String) -> String {
    "<text x=\"\(tenths(x))\" y=\"\(tenths(y))\" text-anchor=\"\(anchor)\">\(words)</text>"
  }

  private func x(_ value: Double) -> Double {
    let part = (min(max(value, xRange.lowerBound), xRange.upperBound) - xRange.lowerBound) / span(xRange)
    return Self.left + part * (Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double) -> Double {
    let part = (min(max(value, yRange.lowerBound), yRange.upperBound) - yRange.lowerBound) / span(yRange)
    return Self.height - Self.bottom - part * (Self.height - Self.top - Self.bottom)
  }

  private func span(_ range: ClosedRange<Double>) -> Double { max(range.upperBound - range.lowerBound, 1e-9) }

  private func tenths(_ value: Double) -> String { String(format: "%.1f", value) }

  /// `0.25`, `1`.
  private static func trimmed(_ value: Double) -> String { String(format: "%g", (value * 1000).rounded() / 1000) }

  private static func thousandths(_ value: Double) -> String { String(format: "%.3f", value) }
}
