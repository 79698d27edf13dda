import Foundation

/// A table whose rows carry a bar each: the numbers can be read, heard and copied, the bars compared.
struct BarChart {
  /// A stretch of a bar.
  struct Bar {
    let value: Double
    /// The class that gives its colour.
    let style: String
  }

  /// One row.
  struct Row {
    /// The name, as HTML.
    let name: String
    /// The state of the list that the name leads to.
    let address: String
    let bars: [Bar]
    /// A second value, as a line across the bar.
    let mark: Double?
    let numbers: [String]
  }

  let heading: String
  /// What the chart shows, as HTML.
  let note: String
  /// The heads of the name and of each number.
  let columns: [String]
  /// The value of the longest bar.
  let largest: Double
  let rows: [Row]

  var text: String {
    let numbers = columns.dropFirst().map { "<th scope=\"col\" class=\"number\">\($0)</th>" }
    return """
      <section class="chart"><h2>\(heading)</h2><p class="note">\(note)</p><table>
      <thead><tr><th scope="col">\(columns[0])</th>\(numbers.joined())<td class="bar"></td></tr></thead>
      <tbody>
      \(rows.map(row).joined(separator: "\n"))
      </tbody></table></section>
      """
  }

  /// A section that says that there is nothing to draw.
  static func empty(heading: String, words: String) -> String {
    "<section class=\"chart\"><h2>\(heading)</h2><p class=\"note\">\(words)</p></section>"
  }

  private func row(_ row: Row) -> String {
    let numbers = row.numbers.map { "<td class=\"number\($0 == "0" ? " zero" : "")\">\($0)</td>" }.joined()
    return """
      <tr><th scope="row"><a href="#\(HTMLText.escaped(row.address))">\(row.name)</a></th>\(numbers)\
      <td class="bar">\(bar(row))</td></tr>
      """
  }

  /// Drawn in an own scale of 1,000 units that the page stretches; attributes and not styles, which the page's policy
  /// forbids.
  private func bar(_ row: Row) -> String {
    var from = 0.0
    var shapes = ""
    for bar in row.bars where bar.value > 0 {
      let width = units(bar.value)
      shapes += "<rect class=\"\(bar.style)\" x=\"\(whole(from))\" y=\"2\" width=\"\(whole(width))\" height=\"12\"/>"
      from += width
    }
    if let mark = row.mark, mark > 0 {
      let place = whole(max(units(mark) - 4, 0))
      shapes += "<rect class=\"expected\" x=\"\(place)\" y=\"0\" width=\"4\" height=\"16\"/>"
    }
    return "<svg viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\(shapes)</svg>"
  }

  private func units(_ value: Double) -> Double { largest > 0 ? value / largest * 1_000 : 0 }

  private func whole(_ number: Double) -> Int { Int(number.rounded()) }
}
