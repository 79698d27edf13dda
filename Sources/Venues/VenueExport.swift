import Foundation

/// A venue in the form of another system, with what that system cannot express.
public struct VenueExport: Hashable, Sendable {
  /// The systems and forms.
  public enum Target: String, Hashable, Sendable, CaseIterable {
    case hotcrp, openreview, checklist, ics
  }

  /// The file's text.
  public let text: String
  /// What is lost, in sentences.
  public let lost: [String]

  /// Returns a venue in the form of a target.
  public static func export(_ venue: Venue, to target: Target, asHTML: Bool = false) throws -> VenueExport {
    switch target {
    case .hotcrp: try hotCRP(venue)
    case .openreview: try openReview(venue)
    case .checklist: asHTML ? checklistHTML(venue) : checklist(venue)
    case .ics: calendar(venue)
    }
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
