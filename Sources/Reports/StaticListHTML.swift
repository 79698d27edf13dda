import Papers

/// The papers as a plain table for a browser that runs no script.
struct StaticListHTML {
  let rows: [ReportRow]
  let list: PersonList
  let labels: ReportLabels

  var text: String {
    let why = Dictionary(list.entries.map { ($0.paper, $0.why) }, uniquingKeysWith: { first, _ in first })
    let lines = rows.enumerated().map { index, row in line(row, why: why[index]) }
    return """
      <table class="papers"><thead><tr><th scope="col">Paper</th><th scope="col">Title</th><th scope="col">Topics</th>\
      <th scope="col">Groups</th><th scope="col">For a person</th></tr></thead><tbody>
      \(lines.joined(separator: "\n"))
      </tbody></table>
      """
  }

  private func line(_ row: ReportRow, why: String?) -> String {
    let facts = row.facts
    let name = facts.id?.rawValue ?? row.file ?? ""
    return
      "<tr><td>\(HTMLText.isolated(name))</td><th scope=\"row\">\(HTMLText.isolated(facts.title?.text ?? "—"))</th>"
      + "<td>\(names(of: facts.topics, in: labels.topics))</td><td>\(names(of: facts.groups, in: labels.groups))</td>"
      + "<td>\(why.map { HTMLText.isolated($0) } ?? "")</td></tr>"
  }

  private func names(of scores: [LabelScore], in labels: [ReportLabels.Label]) -> String {
    let assigned = Set(scores.filter(\.assigned).map(\.id))
    return HTMLText.escaped(labels.filter { assigned.contains($0.id) }.map(\.name).joined(separator: "; "))
  }
}
