import Venues

extension ReadCall {
  /// For each entry the words of the call and their line, as a comment for the venue file.
  public var comments: [VenueEntry: String] { evidence.mapValues(Self.comment) }

  /// The comments for a venue that has this call's entries in another order, or others beside them.
  public func comments(for merged: Venue) -> [VenueEntry: String] {
    var comments = self.comments.filter { entry, _ in
      switch entry {
      case .topic, .deadline: false
      case .name: merged.name == venue.name
      case .topics: true
      case .pageLimit: merged.pageLimit == venue.pageLimit
      case .anonymity: merged.anonymity == venue.anonymity
      case .template: merged.template == venue.template
      case .columns: merged.columns == venue.columns
      case .pageSize: merged.pageSize == venue.pageSize
      case .fileTypes: merged.fileTypes == venue.fileTypes
      case .maxFileMb: merged.maxFileMb == venue.maxFileMb
      }
    }
    for (index, topic) in merged.topics.enumerated() {
      guard let place = venue.topics.firstIndex(where: { $0.name == topic.name }) else { continue }
      comments[.topic(index)] = evidence[.topic(place)].map(Self.comment)
    }
    for (index, deadline) in merged.deadlines.enumerated() {
      guard let place = venue.deadlines.firstIndex(of: deadline) else { continue }
      comments[.deadline(index)] = evidence[.deadline(place)].map(Self.comment)
    }
    return comments
  }

  private static func comment(_ evidence: Evidence) -> String {
    let words = evidence.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "line \(evidence.line): \(words.count > 200 ? words.prefix(197) + "..." : words)"
  }
}
