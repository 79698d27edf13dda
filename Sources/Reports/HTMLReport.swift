import Crypto
import Foundation
import Papers
import Triage
import Venues

/// `report.html`: one file that program chairs and area chairs work from, without a network and without anything
/// beside it (but for page pictures that are too large to be inside).
///
/// The page's policy allows its own style and script by their hash and nothing else, so that no text of a paper can
/// run, load or send anything even if it should slip through.
public struct HTMLReport {
  private let venue: Venue
  private let rows: [ReportRow]
  private let audience: Audience
  private let runDate: String
  private let supplement: ReportSupplement

  /// Makes the report of a run.
  ///
  /// - Parameters:
  ///   - venue: What the papers were tagged and checked for.
  ///   - assessments: In the order of the run.
  ///   - audience: Who will read it; for blind readers the report is made from ``PaperRow`` values only.
  ///   - runDate: When the run was, as it is to be shown; it stands in one place of the file.
  ///   - supplement: Thresholds, pictures and changes, where they are known.
  public init(
    venue: Venue, assessments: [Assessment], audience: Audience, runDate: String,
    supplement: ReportSupplement = ReportSupplement()
  ) {
    self.venue = venue
    self.audience = audience
    self.runDate = runDate
    self.supplement = supplement
    rows =
      switch audience {
      case .blind: assessments.map { ReportRow(PaperRow($0)) }
      case .chair: assessments.map { ReportRow(ChairRow($0)) }
      }
  }

  /// How many papers the report's list for a person holds, and on what grounds.
  public var attention: AttentionCounts {
    let labels = ReportLabels(venue: venue, thresholds: supplement.thresholds)
    return AttentionCounts(of: PersonList(of: rows, labels: labels), among: rows)
  }

  /// Returns the file's contents in UTF-8.
  ///
  /// - Throws: `EncodingError` if a number is not finite.
  public func html() throws -> Data {
    let labels = ReportLabels(venue: venue, thresholds: supplement.thresholds)
    let list = PersonList(of: rows, labels: labels)
    let data = ReportData(venue: venue, rows: rows, list: list, audience: audience, supplement: supplement)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = HTMLText.embeddable(json: try encoder.encode(data))
    let style = WebAssets.style
    let script = WebAssets.script
    let summary = ReportSummary(of: rows, list: list, labels: labels)
    return HTMLTemplate(WebAssets.page).filled([
      "policy": Array(policy(style: style, script: script).utf8),
      "venue": Array(HTMLText.isolated(venue.name).utf8),
      "title": Array(HTMLText.escaped(ShownText(venue.name, limit: ReportPaper.Limit.title).text).utf8),
      "audience": Array(audience.sentence.utf8),
      "run-date": Array(HTMLText.escaped(runDate).utf8),
      "notice": Array(notice.utf8),
      "style": Array(style.utf8),
      "overview": Array(overview(summary).utf8),
      "static-list": Array(StaticListHTML(rows: rows, list: list, labels: labels).text.utf8),
      "data": json,
      "script": Array(script.utf8),
    ])
  }

  private func overview(_ summary: ReportSummary) -> String {
    OverviewHTML(
      summary: summary, changes: changes, reviewNote: supplement.reviewNote, likelyPapers: supplement.likelyPapers
    ).text
  }

  private var notice: String {
    [supplement.notice, supplement.warning].compactMap(\.self)
      .map { "<p class=\"notice\" role=\"note\">\(HTMLText.escaped($0))</p>" }.joined(separator: "\n")
  }

  private var changes: ChangesHTML? {
    guard let changes = supplement.changes, !changes.isEmpty else { return nil }
    return ChangesHTML(changes: changes, ids: Set(rows.compactMap { $0.facts.id?.rawValue }), audience: audience)
  }

  private func policy(style: String, script: String) -> String {
    let hasFiles = supplement.pictures.values.contains { if case .file = $0.content { true } else { false } }
    // A report opened from disk has no origin, so `'self'` alone would not let it show the pictures beside it.
    let images = hasFiles ? "data: 'self' file:" : "data:"
    return "default-src 'none'; style-src '\(hash(style))'; script-src '\(hash(script))'; img-src \(images); "
      + "base-uri 'none'; form-action 'none'"
  }

  private func hash(_ text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }
}

extension Audience {
  /// What the head of a report says of its readers.
  fileprivate var sentence: String {
    switch self {
    case .blind: "Safe for blind readers: no authors, no identity evidence."
    case .chair: "For chairs only: shows authors and identity evidence."
    }
  }
}
