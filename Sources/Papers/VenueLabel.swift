/// One of a venue's labels; a topic and a group may have the same id.
public enum VenueLabel: Hashable, Sendable, Codable {
  /// A topic by its id.
  case topic(String)
  /// A group by its id.
  case group(String)

  /// The id.
  public var id: String {
    switch self {
    case .topic(let id), .group(let id): id
    }
  }
}
