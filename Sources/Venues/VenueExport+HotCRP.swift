extension VenueExport {
  private struct Settings: Encodable {
    struct Topic: Encodable {
      let id = "new"
      let name: String
    }
    struct Format: Encodable {
      let doctype = 0
      let active = true
      var papersize: [String]?
      var pagelimit: Int?
      var columns: Int?
      var unlimitedref: Bool?
      var appendix: Bool?
    }
    var topic_reset = false
    var topic: [Topic]
    var format: [Format]
  }

  /// HotCRP's settings JSON (Settings > Advanced): topics, with their group before a colon, and the format of papers.
  static func hotCRP(_ venue: Venue) throws -> VenueExport {
    var lost: [String] = []
    let names = venue.topics.map { topic -> String in
      let name = legalName(topic.name)
      if name != topic.name { lost.append("HotCRP allows no such name: '\(topic.name)' became '\(name)'.") }
      return topic.parent.map { "\(legalName($0.replacing(":", with: " -"))): \(name)" } ?? name
    }
    let chairGroups = venue.groups.filter { $0.origin == .chair && $0.topics == nil }
    if !chairGroups.isEmpty {
      lost.append(
        "HotCRP has no groups across topics: \(chairGroups.map(\.name).joined(separator: ", ")) are left out; use tags."
      )
    }
    var format = Settings.Format()
    format.columns = venue.columns
    format.papersize = venue.pageSize.map { [$0] }
    if let limit = venue.pageLimit {
      format.pagelimit = Int(limit.max)
      format.unlimitedref = limit.excludes.contains(.references)
      lost += lostRules(limit)
      if limit.includes.contains(.appendix) { format.appendix = nil }
    }
    if let anonymity = venue.anonymity {
      lost.append(
        "Whether submissions are anonymous (here: \(anonymity.rawValue)) is set under Settings > Submission form.")
    }
    if let template = venue.template { lost.append("HotCRP cannot check the template \(template).") }
    if venue.maxFileMb != nil {
      lost.append("The largest file is set by the server's administrator, not in this file.")
    }
    if venue.deadlines.contains(where: { !$0.superseded }) {
      lost.append("Deadlines are left out: HotCRP takes them in the site's own time zone; see --to ics.")
    }
    let hasFormat = format.columns != nil || format.papersize != nil || format.pagelimit != nil
    return VenueExport(
      text: try json(Settings(topic: names.map(Settings.Topic.init), format: hasFormat ? [format] : [])), lost: lost)
  }

  private static func lostRules(_ limit: PageLimit) -> [String] {
    var lost: [String] = []
    let size = VenueDifference.number(limit.max)
    if limit.excludes.contains(.references), limit.includes.contains(.appendix) {
      lost.append(
        "HotCRP cannot express this rule: with free references it also frees every appendix page, though here an appendix "
          + "counts within the \(size) pages. Papers that use pages beyond them for an appendix will pass its check.")
    }
    let others = limit.excludes.filter { $0 != .references && $0 != .appendix && $0 != .supplementary }
    if !others.isEmpty {
      lost.append(
        "HotCRP cannot free \(others.map(VenueDifference.name).joined(separator: ", ")) from the limit of \(size) pages."
      )
    }
    if limit.max != limit.max.rounded() {
      lost.append("HotCRP takes whole pages only: \(size) became \(Int(limit.max)).")
    }
    if limit.count == .area { lost.append("HotCRP counts whole pages, not area.") }
    return lost
  }

  /// Names may not begin with `- + , ; : –` nor consist of digits only.
  private static func legalName(_ name: String) -> String {
    let trimmed = String(name.drop { "-+,;:– ".contains($0) })
    return !trimmed.isEmpty && trimmed.allSatisfy(\.isNumber) ? "Topic \(trimmed)" : trimmed
  }
}
