/// What a check found: evidence for a person, never a decision.
public struct Finding: Hashable, Sendable, Codable {
  /// A stable id, so that a chair's dismissal survives the next run.
  public var id: String
  /// The rule's id, such as `length.pages`.
  public var rule: String
  /// The rule's answer.
  public var verdict: Verdict
  /// What was found, in words for a tired author.
  public var message: String
  /// The page it stands on, from 1.
  public var page: Int?
  /// The place on the page.
  public var box: Box?
  /// The words or numbers that the finding rests on.
  public var evidence: String?
  /// Who may see it.
  public var visibility: Visibility

  /// Makes a finding.
  public init(
    id: String, rule: String, verdict: Verdict, message: String, page: Int? = nil, box: Box? = nil,
    evidence: String? = nil, visibility: Visibility = .all
  ) {
    self.id = id
    self.rule = rule
    self.verdict = verdict
    self.message = message
    self.page = page
    self.box = box
    self.evidence = evidence
    self.visibility = visibility
  }
}

/// A rule's answer about a paper.
public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
  case pass
  case look
  case fail
  case couldNotCheck = "could_not_check"
  case notApplicable = "not_applicable"

  /// Returns a paper's verdict: the gravest of its findings; `pass` where nothing applies.
  public static func gravest(of findings: [Finding]) -> Verdict {
    [.fail, .look, .couldNotCheck].first { verdict in findings.contains { $0.verdict == verdict } } ?? .pass
  }
}

/// Who may see a finding.
public enum Visibility: String, Hashable, Sendable, Codable {
  /// Only chairs: it may tell who the authors are.
  case chair
  /// Everybody who reads reports.
  case all
}

/// A rectangle on a page, in points from the page's top left corner.
public struct Box: Hashable, Sendable, Codable {
  /// The left edge.
  public var x: Double
  /// The top edge.
  public var y: Double
  /// The width.
  public var width: Double
  /// The height.
  public var height: Double

  /// Makes a rectangle.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}
