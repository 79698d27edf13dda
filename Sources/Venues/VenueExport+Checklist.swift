extension VenueExport {
  /// What an author ticks off before submitting, in Markdown.
  static func checklist(_ venue: Venue) -> VenueExport {
    let lines = checklistItems(venue)
    var text = "# \(venue.name): checklist for authors\n\n"
    text += lines.map { "- [ ] \($0)\n" }.joined()
    if !venue.topics.isEmpty {
      text += "\n## Topics\n\n" + venue.topics.map { "- \($0.name)\n" }.joined()
    }
    return VenueExport(text: text, lost: lost(venue))
  }

  /// The same as a page.
  static func checklistHTML(_ venue: Venue) -> VenueExport {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
    }
    let title = escaped("\(venue.name): checklist for authors")
    var text = """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(style)</style>
      <h1>\(escaped(venue.name))</h1>
      <p>Before you submit, check:</p>
      <ul class="checks">

      """
    text += checklistItems(venue).map {
      "<li><label><input type=\"checkbox\"> <span>\(escaped($0))</span></label></li>\n"
    }.joined()
    text += "</ul>\n"
    if !venue.topics.isEmpty {
      text += "<h2>Topics</h2>\n<ul>\n" + venue.topics.map { "<li>\(escaped($0.name))</li>\n" }.joined() + "</ul>\n"
    }
    return VenueExport(text: text + "</html>\n", lost: lost(venue))
  }

  /// Readable on a phone, in the dark and on paper.
  private static let style = """
    :root{color-scheme:light dark}\
    body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}\
    h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}\
    .checks{list-style:none;padding:0}.checks label{display:flex;gap:.75rem;padding:.6rem 0;border-bottom:1px solid #8886}\
    .checks input{flex:none;width:1.2rem;height:1.2rem;margin:.15rem 0 0}li{margin:.2rem 0}\
    @media print{body{padding:0}}
    """

  private static func lost(_ venue: Venue) -> [String] {
    venue.groups.contains { $0.origin == .chair } ? ["The chair's groups are not for authors and are left out."] : []
  }

  private static func checklistItems(_ venue: Venue) -> [String] {
    var items: [String] = []
    for deadline in venue.deadlines where !deadline.superseded && [.abstract, .paper].contains(deadline.what) {
      items.append("\(deadline.label): \(VenueDifference.words(deadline))\(utc(deadline)).")
    }
    if let limit = venue.pageLimit { items.append(sentence(limit)) }
    switch venue.anonymity {
    case .doubleBlind:
      items.append("No names, affiliations, thanks or links in paper and file properties tell who the authors are.")
    case .singleBlind: items.append("The authors are named; the reviewers are not.")
    case .some(.none): items.append("The authors are named.")
    case nil: break
    }
    if let template = venue.template { items.append("The paper uses the template \(template).") }
    if let columns = venue.columns {
      items.append("The text has \(columns == 1 ? "one column" : "\(columns) columns").")
    }
    if let size = venue.pageSize { items.append("The pages are of size \(size).") }
    if !venue.fileTypes.isEmpty {
      items.append("The file is of type \(venue.fileTypes.map { $0.uppercased() }.joined(separator: " or ")).")
    }
    if let size = venue.maxFileMb { items.append("The file has at most \(VenueDifference.number(size)) MB.") }
    return items
  }

  private static func utc(_ deadline: Deadline) -> String {
    guard let moment = Moment(deadline.at), moment.offset != 0, let instant = moment.instant else { return "" }
    return Moment(instant.formatted(.iso8601)).map { ", that is \($0.words)" } ?? ""
  }

  private static func sentence(_ limit: PageLimit) -> String {
    func list(_ parts: [PageLimit.Part]) -> String { parts.map(VenueDifference.name).joined(separator: ", ") }
    var text = "The paper has at most \(VenueDifference.number(limit.max)) pages"
    if !limit.includes.isEmpty { text += ", counting \(list(limit.includes))" }
    if !limit.excludes.isEmpty { text += ", not counting \(list(limit.excludes))" }
    return text + "."
  }
}
