import Foundation
import Interchange
import Papers
import Reports
import TopicClassification
import Triage
import Venues
import Workspaces

/// Writes the results of a workspace. Save the time of writing in reports they are a function of it alone, so they can be
/// written again at any time.
public struct ResultWriter: Sendable {
  /// What results depend on besides the submissions, kept in the workspace.
  public struct Settings: Sendable, Codable {
    /// The venue.
    public var venue: Venue
    /// What each HotCRP tag begins with.
    public var tagPrefix: String
    /// From which probability on a topic is assigned, by id.
    public var topicThresholds: [String: Probability]
    /// From which probability on a group is assigned, by id.
    public var groupThresholds: [String: Probability]
    /// What the line of the review rule promises; `nil` if the user set none.
    public var reviewNote: String?
    /// What is known of the batch as a whole; `nil` if nothing is.
    public var batch: BatchReport?
    /// What readers must know first, such as that the run was stopped.
    public var notice: String?
    /// Whether reports show pictures of first pages; not so in runs of older versions.
    public var showsPictures: Bool?

    /// Makes settings.
    public init(
      venue: Venue, tagPrefix: String, topicThresholds: [String: Probability], groupThresholds: [String: Probability],
      reviewNote: String? = nil
    ) {
      self.venue = venue
      self.tagPrefix = tagPrefix
      self.topicThresholds = topicThresholds
      self.groupThresholds = groupThresholds
      self.reviewNote = reviewNote
    }
  }

  /// How many papers the reports' lists for a person hold.
  public struct Attention: Sendable {
    /// In the report for chairs, which knows all grounds.
    public let chair: AttentionCounts
    /// In the report for blind readers, which hides some.
    public let blind: AttentionCounts
  }

  /// What was written.
  public struct Results: Sendable {
    /// The assessments, with the chairs' marks applied.
    public let assessments: [Assessment]
    /// What the lists for a person hold.
    public let attention: Attention
  }

  /// The names of the files that are written; `chair/` holds the same with all that may tell who the authors are.
  public static let files = ["report.html", "papers.csv", "papers.ndjson", "hotcrp-tags.csv", "chair/"]

  private static let settingName = "results"

  private let workspace: Workspace
  private let settings: Settings

  /// Takes the settings of a new run and keeps them in the workspace.
  public init(_ workspace: Workspace, settings: Settings) throws {
    try workspace.keep(settings, asSetting: Self.settingName)
    self.workspace = workspace
    self.settings = settings
  }

  /// Takes the settings of the workspace's last run.
  ///
  /// - Throws: ``PipelineError/noRun(path:)`` if there was none.
  public init(_ workspace: Workspace, path: String) throws {
    guard let settings = try workspace.setting(Settings.self, Self.settingName) else {
      throw PipelineError.noRun(path: path)
    }
    self.workspace = workspace
    self.settings = settings
  }

  /// The venue of the results.
  public var venue: Venue { settings.venue }

  /// Writes all results.
  ///
  /// - Returns: What was written.
  @discardableResult
  public func write(to folder: ResultFolder) throws -> Results {
    let assessments = try workspace.assessments()
    let venue = settings.venue
    try folder.write(lines(assessments.map(PaperRow.init)), to: "papers.ndjson")
    try folder.write(
      table(PapersTable(venue: venue).header, assessments.map(PapersTable(venue: venue).row)), to: "papers.csv")
    let pictures = ReportPictures(workspace: workspace, folder: folder, isWanted: settings.showsPictures == true)
    let blind = try report(assessments, for: .blind, pictures: pictures)
    try folder.write(blind.html(), to: "report.html")
    let tags = HotCRPTags(venue: venue, prefix: settings.tagPrefix).text(for: assessments)
    try folder.write(Data(tags.utf8), to: "hotcrp-tags.csv")

    try folder.makeSubfolder("chair")
    try folder.write(lines(assessments.map(ChairRow.init)), to: "chair/papers.ndjson")
    try folder.write(
      table(ChairTable(venue: venue).header, assessments.map(ChairTable(venue: venue).row)), to: "chair/papers.csv")
    let chair = try report(assessments, for: .chair, pictures: pictures)
    try folder.write(chair.html(), to: "chair/report.html")
    try pictures.removeOthers()
    return Results(
      assessments: assessments, attention: Attention(chair: chair.attention, blind: blind.attention))
  }

  /// The time of writing, which stands in reports alone: the workspace of a run that was killed and gone on with equals
  /// that of an undisturbed one.
  private static var now: String {
    let style = Date.VerbatimFormatStyle(
      format:
        "\(year: .padded(4))-\(month: .twoDigits)-\(day: .twoDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits) UTC",
      timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    return Date().formatted(style)
  }

  private func lines(_ rows: [some Encodable]) throws -> Data {
    try rows.reduce(into: Data()) { data, row in data += try ContractJSON.line(row) }
  }

  private func table(_ header: String, _ rows: [String]) -> Data { Data((header + rows.joined()).utf8) }

  private func report(
    _ assessments: [Assessment], for audience: Audience, pictures: ReportPictures
  ) throws -> HTMLReport {
    let thresholds = LabelThresholds(topics: settings.topicThresholds, groups: settings.groupThresholds)
    return try HTMLReport(
      venue: settings.venue, assessments: assessments, audience: audience, runDate: Self.now,
      supplement: ReportSupplement(
        thresholds: thresholds, pictures: pictures.pictures(of: assessments, for: audience),
        changes: workspace.lastChanges(), notice: settings.notice, reviewNote: settings.reviewNote,
        warning: settings.batch?.warning, likelyPapers: settings.batch?.likelyPapers ?? LikelyPapers()))
  }
}

extension BatchReport {
  /// Between how many papers each label probably has.
  fileprivate var likelyPapers: LikelyPapers {
    func ranges(_ shares: [LabelShare]) -> [String: ClosedRange<Double>] {
      Dictionary(
        shares.map { ($0.id, $0.estimate.low * Double(papers)...$0.estimate.high * Double(papers)) },
        uniquingKeysWith: { first, _ in first })
    }
    return LikelyPapers(topics: ranges(topics), groups: ranges(groups))
  }
}
