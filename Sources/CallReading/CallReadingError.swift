/// Why no venue could be read from a file.
public enum CallReadingError: Error, Equatable, CustomStringConvertible {
  /// The file does not exist or may not be read.
  case cannotOpen(path: String, reason: String)
  /// The file is larger than any call.
  case tooLarge(path: String, bytes: Int, largest: Int)
  /// The file holds more text than any call.
  case tooMuchText(path: String, characters: Int, largest: Int)
  /// The file is neither text nor PDF.
  case notText(path: String)
  /// The file is nested deeper than any page.
  case tooDeep(path: String, depth: Int)
  /// The file is text, but no call for papers.
  case notACall(path: String, found: [String])
  /// The file is text that machines read or wrote, such as source code.
  case isSource(path: String, kind: String)
  /// The file is a venue file already.
  case isVenueFile(path: String)
  /// The PDF could not be read.
  case unreadablePDF(path: String, reason: String)
  /// The call has no track of that name.
  case unknownTrack(path: String, name: String, tracks: [String])

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "\(path): cannot be opened: \(reason). Check the path, or give the call on standard input with '-'."
    case .tooLarge(let path, let bytes, let largest):
      "\(path): has \(bytes / 1_000_000) MB; a call for papers has at most \(largest / 1_000_000). Is this another file?"
    case .tooMuchText(let path, let characters, let largest):
      "\(path): has \(characters) characters of text; a call for papers has at most \(largest). Is this another file?"
    case .notText(let path):
      "\(path): is neither text nor PDF, so it cannot be a call for papers. Save the call as text, Markdown, HTML or PDF."
    case .tooDeep(let path, let depth):
      "\(path): its elements are nested more than \(depth) deep, so it is no page that a person wrote. "
        + "Save the call as text and try again."
    case .notACall(let path, let found):
      "\(path): is not a call for papers: "
        + (found.isEmpty
          ? "nothing in it speaks of submitting papers"
          : "of what calls say it has only \(found.map { "'\($0)'" }.joined(separator: ", "))")
        + ". Give the page that invites papers."
    case .isSource(let path, let kind):
      "\(path): is \(kind), not the call that authors read. Give the page, the text or the PDF of the call."
    case .isVenueFile(let path):
      "\(path): is a venue file, which needs no reading. Give it to --venue, or check it with 'papertriage call check'."
    case .unreadablePDF(let path, let reason):
      "\(path): the PDF cannot be read: \(reason)"
    case .unknownTrack(let path, let name, let tracks):
      "\(path): has no track '\(name)'. "
        + (tracks.isEmpty
          ? "The call names no tracks; leave out --track."
          : "It has: \(tracks.joined(separator: ", ")).")
    }
  }
}
