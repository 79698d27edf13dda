import Papers

/// All that is known of one submission: what its PDF says, its topics, what checks found, and what follows.
public struct Assessment: Hashable, Sendable {
  /// The submission system's id, if it is certain.
  public var id: PaperID?
  /// The path as the user gave it.
  public var file: String
  /// What the run knows the submission by if no id is certain, whichever way the path was typed; `nil` in a workspace
  /// of an older version, which knew it by its path.
  public var fileKey: String?
  /// What was read, or why nothing could be.
  public var reading: Result<Paper, PDFFailure>
  /// The title to show: the submission system's if it gave one, else the PDF's.
  public var title: String?
  /// The abstract that was classified: the submission system's if it gave one, else the PDF's.
  public var abstract: String?
  /// The topics and groups; `nil` if there was no text to classify.
  public var prediction: TopicPrediction?
  /// The words of the abstract that speak most for and against the tags it was given.
  public var contributions: [WordContribution]
  /// What checks found.
  public var findings: [Finding]
  /// What follows.
  public var decision: TriageDecision

  /// Puts the parts together.
  public init(
    id: PaperID?, file: String, fileKey: String? = nil, reading: Result<Paper, PDFFailure>, title: String?,
    abstract: String?, prediction: TopicPrediction?, contributions: [WordContribution] = [], findings: [Finding],
    decision: TriageDecision
  ) {
    self.id = id
    self.file = file
    self.fileKey = fileKey
    self.reading = reading
    self.title = title
    self.abstract = abstract
    self.prediction = prediction
    self.contributions = contributions
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

extension Assessment: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, file, fileKey, paper, failure, title, abstract, prediction, contributions, findings, reasons
  }

  /// Reads what ``encode(to:)`` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let reading: Result<Paper, PDFFailure> =
      if let failure = try container.decodeIfPresent(PDFFailure.self, forKey: .failure) {
        .failure(failure)
      } else {
        .success(try container.decode(Paper.self, forKey: .paper))
      }
    self.init(
      id: try container.decodeIfPresent(PaperID.self, forKey: .id),
      file: try container.decode(String.self, forKey: .file),
      fileKey: try container.decodeIfPresent(String.self, forKey: .fileKey),
      reading: reading,
      title: try container.decodeIfPresent(String.self, forKey: .title),
      abstract: try container.decodeIfPresent(String.self, forKey: .abstract),
      prediction: try container.decodeIfPresent(TopicPrediction.self, forKey: .prediction),
      contributions: try container.decodeIfPresent([WordContribution].self, forKey: .contributions) ?? [],
      findings: try container.decode([Finding].self, forKey: .findings),
      decision: TriageDecision(reasons: try container.decode([ReviewReason].self, forKey: .reasons)))
  }

  /// Writes the parts, and either the paper or the failure.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encode(file, forKey: .file)
    try container.encodeIfPresent(fileKey, forKey: .fileKey)
    try container.encodeIfPresent(paper, forKey: .paper)
    try container.encodeIfPresent(failure, forKey: .failure)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(abstract, forKey: .abstract)
    try container.encodeIfPresent(prediction, forKey: .prediction)
    try container.encode(contributions, forKey: .contributions)
    try container.encode(findings, forKey: .findings)
    try container.encode(decision.reasons, forKey: .reasons)
  }
}
