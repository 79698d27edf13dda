import Evaluation
import Papers

/// How often each rule of a venue was right on papers whose breaches are known. Bounds are exact and one-sided, 95%.
public struct TrialReport: Codable, Sendable {
  /// The venue's name.
  public var venue: String
  /// How many papers were read.
  public var papers: Int
  /// How many of them are legal as a whole.
  public var legalPapers: Int
  /// The rules, in the order of the checks.
  public var rules: [Rule]
  /// What came otherwise than it must, paper by paper.
  public var surprises: [Surprise]

  /// One rule.
  public struct Rule: Codable, Sendable {
    /// The rule's id.
    public var rule: String
    /// Whether there are figures.
    public var status: Status
    /// Why it was not measured.
    public var reason: String?
    /// Of the copies that break it, how many it found: with `look` or `fail`.
    public var found: Found
    /// The same by what was altered.
    public var changes: [Change]
    /// What it says of legal papers.
    public var legal: FalseAlarms
    /// What it says of copies altered in something that is none of its business.
    public var otherCopies: FalseAlarms
  }

  /// Whether there are figures for a rule.
  public enum Status: String, Codable, Sendable {
    case measured
    /// The call does not speak of it.
    case notApplicable = "not_applicable"
    /// The papers do not fit the call.
    case notMeasured = "not_measured"
  }

  /// Breaches that were found.
  public struct Found: Codable, Sendable, Equatable {
    /// So many were found.
    public var count: Int
    /// Of so many.
    public var of: Int
    /// The lower bound of the share.
    public var atLeast: Double

    init(_ count: Int, of: Int) {
      self.count = count
      self.of = of
      atLeast = Self.rounded(ClopperPearson(count, of: of).lowerBound)
    }

    static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }
  }

  /// Copies altered in the same way.
  public struct Change: Codable, Sendable {
    /// What was altered.
    public var alteration: String
    /// By how much.
    public var size: String
    /// The verdict that is due.
    public var expected: Verdict
    /// How many were found, whatever the verdict.
    public var found: Found
    /// How many got the verdict that they must get, or a graver one.
    public var asExpected: Int
    /// How many of those whose page is known were found on it.
    public var onPage: Int
    /// Of how many the altered page is known.
    public var pagesKnown: Int
  }

  /// Papers that a rule should have passed.
  public struct FalseAlarms: Codable, Sendable, Equatable {
    /// How many keep the rule.
    public var papers: Int
    /// How many it failed all the same.
    public var fail: Int
    /// How many it called for a look.
    public var look: Int
    /// How many it could not check.
    public var couldNotCheck: Int
    /// The upper bound of the share with any of the three.
    public var atMost: Double

    init(_ verdicts: [Verdict]) {
      papers = verdicts.count
      fail = verdicts.count { $0 == .fail }
      look = verdicts.count { $0 == .look }
      couldNotCheck = verdicts.count { $0 == .couldNotCheck }
      atMost = Found.rounded(ClopperPearson(fail + look + couldNotCheck, of: papers).upperBound)
    }

    /// How many got anything but a pass.
    public var count: Int { fail + look + couldNotCheck }
  }

  /// A paper on which a rule was wrong.
  public struct Surprise: Codable, Sendable {
    /// The paper's file.
    public var file: String
    /// The rule's id.
    public var rule: String
    /// What was altered, if anything.
    public var alteration: String?
    /// The verdict that was due.
    public var expected: Verdict
    /// The verdict that came.
    public var verdict: Verdict
    /// The page that it names.
    public var page: Int?
    /// The page that was altered.
    public var expectedPage: Int?
    /// What the rule said.
    public var message: String
  }
}
