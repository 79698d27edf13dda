import Foundation
import Interchange
import Reports
import Triage
import Venues
import Workspaces

/// Writes the results of a workspace. They are a function of it alone, so they can be written again at any time.
public struct ResultWriter: Sendable {
  /// What results depend on besides the submissions, kept in the workspace.
  public struct Settings: Hashable, Sendable, Codable {
    /// The venue.
    public var venue: Venue
    /// What each HotCRP tag begins with.
    public var tagPrefix: String

    /// Makes settings.
    public init(venue: Venue, tagPrefix: String) {
      self.venue = venue
      self.tagPrefix = tagPrefix
    }
  }

  /// The names of the files that are written.
  public static let files = ["papers.csv", "papers.ndjson", "hotcrp-tags.csv"]

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
  /// - Returns: The assessments that were written, with the chairs' marks applied.
  @discardableResult
  public func write(to folder: ResultFolder) throws -> [Assessment] {
    let assessments = try workspace.assessments()
    var rows = Data()
    for assessment in assessments { rows += try ContractJSON.line(PaperRow(assessment)) }
    let table = PapersTable(venue: settings.venue)
    let csv = table.header + assessments.map(table.row).joined()
    let tags = HotCRPTags(venue: settings.venue, prefix: settings.tagPrefix).text(for: assessments)
    try folder.write(Data(csv.utf8), to: "papers.csv")
    try folder.write(rows, to: "papers.ndjson")
    try folder.write(Data(tags.utf8), to: "hotcrp-tags.csv")
    return assessments
  }
}
