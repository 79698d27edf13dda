import PDFLayout
import Papers
import Venues

/// All that rules may look at: the paper, its layout, the call, and what the submission system knows. Measures that
/// several rules need are taken once.
public struct CheckedSubmission: Sendable {
  /// What was read of the paper.
  public let paper: Paper
  /// What stands on its pages.
  public let layout: DocumentLayout
  /// The call and its template.
  public let rules: RuleBook
  /// What the submission system knows.
  public let record: SubmissionRecord
  /// Which line belongs to which part of the paper.
  let parts: PaperParts
  /// The body's type and block.
  let body: BodyMeasures
  /// The text in reading order, for searching.
  let flow: FlowText

  /// Takes the measures.
  public init(paper: Paper, layout: DocumentLayout, rules: RuleBook, record: SubmissionRecord = .unknown) {
    self.paper = paper
    self.layout = layout
    self.rules = rules
    self.record = record
    parts = PaperParts(layout: layout, sections: paper.sections, template: rules.template)
    body = BodyMeasures(layout: layout, parts: parts)
    flow = FlowText(layout: layout, parts: parts)
  }

  /// The call.
  var venue: Venue { rules.venue }
  /// The template's numbers.
  var template: PaperTemplate? { rules.template }
  /// Whether the authors must not be told from the paper.
  var isBlind: Bool { venue.anonymity == .doubleBlind }
  /// Whether the pages have text that rules can read.
  var hasText: Bool { !paper.warnings.contains(.noTextLayer) && !paper.warnings.contains(.unreadableText) }
}
