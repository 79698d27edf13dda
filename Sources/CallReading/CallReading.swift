import Venues

/// What was read from a call: the venue, and the words of the call that each entry rests on.
public struct ReadCall: Sendable {
  /// Words of the call and where they stand.
  public struct Evidence: Hashable, Sendable {
    /// The words.
    public let words: String
    /// The line of the file.
    public let line: Int
  }

  /// The venue, with null and empty lists where the call says nothing.
  public internal(set) var venue: Venue
  /// For each entry that the call states, its words.
  public internal(set) var evidence: [VenueEntry: Evidence] = [:]
  /// The names of the call's side tracks, which can be asked for.
  public internal(set) var tracks: [String] = []
}

/// A value that a call states, with the words that state it.
struct Stated<Value> {
  let value: Value
  let evidence: ReadCall.Evidence

  init(_ value: Value, _ words: String, line: Int) {
    self.value = value
    evidence = .init(words: words, line: line)
  }
}

/// A finder's answer: a value if the call states one, and what a chair should look at.
struct Answer<Value> {
  var stated: Stated<Value>?
  var notes: [String] = []
}
