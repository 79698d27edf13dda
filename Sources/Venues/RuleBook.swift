/// What papers are checked against: the call, and the numbers of its template if they are known.
public struct RuleBook: Hashable, Sendable, Codable {
  /// What the call asks for.
  public var venue: Venue
  /// The template that the call names; `nil` if it names none, or one whose numbers nobody has measured.
  public var template: PaperTemplate?

  /// Puts both together.
  public init(venue: Venue, template: PaperTemplate? = nil) {
    self.venue = venue
    self.template = template
  }
}
