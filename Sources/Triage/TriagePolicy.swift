import Papers

/// Whether a person should look at a paper, and how soon.
public struct TriageDecision: Hashable, Sendable {
  /// Why a person should look; empty if nobody needs to.
  public let reasons: [ReviewReason]

  /// Whether a chair has said that a person looked, so that nobody else needs to.
  public let isReviewed: Bool

  /// Makes a decision of its reasons.
  public init(reasons: [ReviewReason]) {
    self.reasons = reasons
    isReviewed = false
  }

  private init() {
    reasons = []
    isReviewed = true
  }

  /// A person has looked.
  public static let reviewed = TriageDecision()

  /// Whether a person should look.
  public var needsReview: Bool { !reasons.isEmpty }
}

/// The rules by which a paper goes to a person.
///
/// A doubt about the text comes before a doubt about the tags, because tags on wrong text mean nothing.
public struct TriagePolicy: Sendable {
  /// Makes the policy.
  public init() {}

  /// Returns what follows from what is known of a paper.
  ///
  /// - Parameters:
  ///   - reading: What was read from the PDF.
  ///   - hasTypedText: Whether the submission system gave the abstract, so that extraction does not matter.
  ///   - prediction: The topics; `nil` if there was nothing to classify.
  public func decision(
    for reading: Result<Paper, PDFFailure>, hasTypedText: Bool, prediction: TopicPrediction?
  ) -> TriageDecision {
    var reasons: [ReviewReason] = []
    switch reading {
    case .failure: reasons.append(.unreadable)
    case .success(let paper) where !hasTypedText && !Self.doubts.isDisjoint(with: paper.warnings):
      reasons.append(.extractionDoubtful)
    case .success: break
    }
    if let prediction {
      reasons += prediction.reviewReasons
    } else if reasons != [.unreadable] {
      reasons.append(.noText)
    }
    return TriageDecision(reasons: reasons)
  }

  /// The warnings that put title or abstract in doubt.
  private static let doubts: Set<ExtractionWarning> = [
    .titleUncertain, .noTitle, .abstractUncertain, .unreadableText, .notAPaper,
  ]
}
