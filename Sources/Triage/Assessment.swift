import Papers

/// All that is known of one submission: what its PDF says, its topics, what checks found, and what follows.
public struct Assessment: Sendable {
  /// The submission system's id, if it is certain.
  public var id: PaperID?
  /// The path as the user gave it.
  public var file: String
  /// What was read, or why nothing could be.
  public var reading: Result<Paper, PDFFailure>
  /// The title to show: the submission system's if it gave one, else the PDF's.
  public var title: String?
  /// The abstract that was classified: the submission system's if it gave one, else the PDF's.
  public var abstract: String?
  /// The topics and groups; `nil` if there was no text to classify.
  public var prediction: TopicPrediction?
  /// What checks found.
  public var findings: [Finding]
  /// What follows.
  public var decision: TriageDecision

  /// Puts the parts together.
  public init(
    id: PaperID?, file: String, reading: Result<Paper, PDFFailure>, title: String?, abstract: String?,
    prediction: TopicPrediction?, findings: [Finding], decision: TriageDecision
  ) {
    self.id = id
    self.file = file
    self.reading = reading
    self.title = title
    self.abstract = abstract
    self.prediction = prediction
    self.findings = findings
    self.decision = decision
  }

  /// What was read; `nil` if nothing could be.
  public var paper: Paper? { try? reading.get() }

  /// Why nothing could be read; `nil` if it could.
  public var failure: PDFFailure? {
    if case .failure(let failure) = reading { failure } else { nil }
  }
}
