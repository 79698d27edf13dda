import PDFLayout
import Papers
import Venues

/// Checks papers against a call: one finding for each rule, in the order of this list.
public struct SubmissionChecker: Sendable {
  /// All rules.
  public static let allRules: [any SubmissionRule] = [
    FileTypeRule(), FileSizeRule(), EncryptionRule(), ActiveContentRule(), EmbeddedFontsRule(), TextLayerRule(),
    PageSizeRule(), ColumnsRule(), TemplateRule(), FontSizeRule(), SpacingRule(), MarginsRule(), LengthRule(),
    AuthorBlockRule(), MetadataRule(), LinksRule(), AcknowledgementsRule(), SelfReferenceRule(), AttachmentsRule(),
    AnnotationsRule(), BookmarksRule(), StampRule(), HiddenTextRule(), ReviewerInstructionsRule(), DeadlineRule(),
  ]

  private let rules: RuleBook

  /// Makes a checker for one call.
  public init(rules: RuleBook) { self.rules = rules }

  /// Returns the rule with an id; `nil` if there is none.
  public static func rule(_ id: String) -> (any SubmissionRule)? { allRules.first { $0.id == id } }

  /// Returns what checks find in a paper that could be read.
  public func findings(for paper: Paper, layout: DocumentLayout, record: SubmissionRecord = .unknown) -> [Finding] {
    let submission = CheckedSubmission(paper: paper, layout: layout, rules: rules, record: record)
    return Self.allRules.map { $0.answer(for: submission).finding(of: $0.id) }
  }

  /// Returns what checks find in a file that could not be read.
  public func findings(for failure: PDFFailure, record: SubmissionRecord = .unknown) -> [Finding] {
    Self.allRules.map { $0.answer(for: failure, rules: rules, record: record).finding(of: $0.id) }
  }
}

extension SubmissionChecker {
  /// A call's page limit in words: "the call allows 6 pages, references not counted".
  public static func words(of limit: PageLimit) -> String { LengthRule.words(of: limit) }
}
