import Papers
import Venues

/// One rule of a call that papers are checked against. Each rule is a type in a file of its own; ``SubmissionChecker``
/// lists them.
public protocol SubmissionRule: Sendable {
  /// The id that outputs use, such as `length.pages`.
  var id: String { get }
  /// What the rule asks, as a person would say it.
  var summary: String { get }
  /// How the answer is found, and what is left to a person.
  var method: String { get }
  /// Where the rule comes from: the call's words or common sense.
  var source: String { get }
  /// Returns the answer for a paper that could be read.
  func answer(for submission: CheckedSubmission) -> Answer
  /// Returns the answer for a file that could not be read.
  func answer(for failure: PDFFailure, rules: RuleBook, record: SubmissionRecord) -> Answer
}

extension SubmissionRule {
  /// A file that could not be read cannot be checked.
  public func answer(for failure: PDFFailure, rules: RuleBook, record: SubmissionRecord) -> Answer {
    .couldNotCheck("The file could not be read, so this could not be checked.")
  }
}

/// A rule's answer about one paper, before it becomes a finding.
public struct Answer: Hashable, Sendable {
  /// The answer in a word.
  public var verdict: Verdict
  /// What was found, in words for a tired author.
  public var message: String
  /// Where it was found.
  public var place: Place?
  /// The words or numbers that the answer rests on.
  public var evidence: String?
  /// Who may see it.
  public var visibility: Visibility

  /// A place on a page.
  public struct Place: Hashable, Sendable {
    /// The page, from 1.
    public var page: Int
    /// The place on the page; `nil` for the whole page.
    public var box: Box?

    /// Makes a place.
    public init(page: Int, box: Box? = nil) {
      self.page = page
      self.box = box
    }
  }

  /// The paper keeps the rule.
  static func pass(_ message: String, evidence: String? = nil) -> Answer {
    Answer(verdict: .pass, message: message, place: nil, evidence: evidence, visibility: .all)
  }

  /// A person should look.
  static func look(
    _ message: String, at place: Place? = nil, evidence: String? = nil, visibility: Visibility = .all
  ) -> Answer {
    Answer(verdict: .look, message: message, place: place, evidence: evidence, visibility: visibility)
  }

  /// The paper certainly breaks the rule, beyond tolerance.
  static func fail(
    _ message: String, at place: Place? = nil, evidence: String? = nil, visibility: Visibility = .all
  ) -> Answer {
    Answer(verdict: .fail, message: message, place: place, evidence: evidence, visibility: visibility)
  }

  /// Facts are missing.
  static func couldNotCheck(_ message: String) -> Answer {
    Answer(verdict: .couldNotCheck, message: message, place: nil, evidence: nil, visibility: .all)
  }

  /// The call does not say.
  static func notApplicable(_ message: String) -> Answer {
    Answer(verdict: .notApplicable, message: message, place: nil, evidence: nil, visibility: .all)
  }

  /// Returns the finding of a rule. Its id depends on what was found, not on where, so that a chair's dismissal
  /// survives a new version of the paper.
  func finding(of rule: String) -> Finding {
    var hash = StableHash()
    hash.combine(verdict.rawValue)
    hash.combine(evidence ?? "")
    return Finding(
      id: "\(rule)-\(hash.hexadecimal.prefix(8))", rule: rule, verdict: verdict, message: message, page: place?.page,
      box: place?.box?.roundedToHundredths, evidence: evidence.map { String($0.prefix(400)) }, visibility: visibility)
  }
}
