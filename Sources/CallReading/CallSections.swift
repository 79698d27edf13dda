/// What part of a call each block belongs to: the headings above it and the track that they name.
struct CallSections: Sendable {
  /// For each block the texts of the headings above it, outermost first.
  let headings: [[String]]
  /// For each block the side track that its headings name; `nil` for the main track.
  let tracks: [String?]
  /// For each block the nearest heading's place, or -1.
  let sections: [Int]

  /// What names a side track in a heading.
  private static let sideTrack = Pattern(
    #"^\W*shared[\s-]tasks?\b|\b(posters?|demos?|demonstrations?|short papers?|student (research|track|papers?|volunteers?|competition)|doctoral|ph\.?\s?d\.?|tutorials?|workshop proposals?|call for workshops|challenges?|competitions?|industr(y|ial)( and applications?)? (track|papers?|session)|(nectar|vision|new ideas|experience|late[- ]breaking|work[- ]in[- ]progress|wip|position|talk|panel|journal|special|artifact|tool|demo|education|practice|case study|lightning|(extended|fast|short) abstracts?|data|resource|reproducibility|application|applied|dissertation|hackathon|art|exhibit\w*|keynote|invited)s?[ -]*(and \w+ )?(track|papers?|talks?|session|proposals?|submissions?|evaluation|showcase|competition|category)|panels?|artifact evaluation|birds of a feather|transfer talks|(late[- ]breaking|position|industry|industrial|vision|work[- ]in[- ]progress|abstract|non-archival|student|experience|tool|short|data)[ -]+(papers?|track|re-?submissions?|results?))\b"#
  )
  /// What names the main track.
  private static let mainTrack = Pattern(
    #"\b(research|main|full|regular|technical|long|conference)\s+(papers?|track|submissions?|contributions?|program)|\b(research|main|technical) (and|&|/) [\w-]+ (track|papers)\b|\bcall for papers\b|\bresearch track\b|\btopics?\b|\bpapers and\b"#
  )

  private static let mainCall = Pattern(
    #"\bcall for ((full|research|regular|technical) )?papers\b|\b(research|main|technical) (papers?|track)\b|\bfull papers\b"#
  )

  /// Reads the sections.
  ///
  /// - Parameters:
  ///   - document: The call.
  ///   - wanted: The name of the track to read as the main one; `nil` for the call's own main track.
  init(_ document: CallDocument, wanted: String? = nil) {
    isWanted = wanted != nil
    let paths = document.headingPaths
    headings = paths.map { $0.map { document.blocks[$0].text.text } }
    sections = paths.map { $0.last ?? -1 }
    // A side track that the whole file is about is its main one: its name stands in the very first headings.
    let hasMain = document.blocks.dropFirst(3).contains { $0.isHeading && Self.mainCall.matches($0.text.text) }
    let opening = hasMain || wanted != nil ? [] : Set(document.blocks.indices.prefix(3))
    var names: [Int: String?] = [:]
    // The kind of paper that its title calls for is no side track further down either; "non-archival" tells no kind.
    let own = Set(opening.compactMap { Self.track(document.blocks[$0].text.text).map(Self.kind) }).subtracting(["non"])
    for path in paths {
      for index in path where names[index] == nil {
        let track = opening.contains(index) ? nil : Self.track(document.blocks[index].text.text)
        names[index] = track.flatMap { own.contains(Self.kind($0)) ? nil : $0 }
      }
    }
    tracks = paths.map { path in
      var track: String?
      for index in path {
        let heading = document.blocks[index].text.text
        if let name = names[index] ?? nil {
          track = name
        } else if Self.mainTrack.matches(heading) {
          track = nil
        }
      }
      guard let wanted else { return track }
      let isWanted = path.contains {
        document.blocks[$0].text.text.lowercased().contains(wanted.lowercased())
      }
      return isWanted ? nil : (track ?? Self.mainTrackName)
    }
    allTracks = Set(tracks.compactMap { $0 }).sorted()
    self.own = own
  }

  /// Whether two blocks stand under headings side by side, such as those of two kinds of papers.
  func areSiblings(_ a: Int, _ b: Int) -> Bool {
    sections[a] != sections[b] && headings[a].count == headings[b].count && headings[a].count > 1
      && headings[a].dropLast() == headings[b].dropLast()
  }

  /// Whether a track was asked for by name.
  let isWanted: Bool
  /// The kinds of paper other than full ones that the whole call is for, as a call for posters is.
  private let own: Set<String>
  /// Whether the words of a side track are the ones to read.
  var readsSideTrack: Bool { isWanted || !own.isEmpty }

  /// The side tracks of the call.
  let allTracks: [String]

  /// The name that the main track has when another is asked for.
  static let mainTrackName = "main track"

  /// The first word of a track's name without its plural.
  private static func kind(_ track: String) -> String {
    String(track.prefix { $0.isLetter }).trimmingSuffix { $0 == "s" }
  }

  /// Returns the side track that words name, or `nil`.
  static func track(_ words: String) -> String? {
    guard words.utf16.count < 120, !mainTrack.matches(words), let match = sideTrack.first(in: words) else { return nil }
    let units = Array(words.utf16)
    return String(decoding: units[match.range], as: UTF16.self).lowercased()
  }
}
