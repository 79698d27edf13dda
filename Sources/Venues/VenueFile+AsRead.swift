import Foundation

extension VenueFile {
  /// Returns the venue as it once was read from a call, which a file made by `call read` keeps in its last line; `nil`
  /// if there is none, or it has been changed beyond reading.
  public static func asRead(_ path: String) throws(VenueError) -> Venue? {
    let text = try text(of: path)
    guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix(VenueYAML.asReadMark) }) else { return nil }
    // A damaged line only means that a chair's changes cannot be told from the call's; the caller says so.
    return try? JSONDecoder().decode(Venue.self, from: Data(line.dropFirst(VenueYAML.asReadMark.count).utf8))
  }
}
