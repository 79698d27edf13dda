import ArgumentParser
import Foundation
import Venues

/// `papertriage call export`: a venue in the form of another system.
struct CallExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a venue for HotCRP, OpenReview, as a checklist for authors or as a calendar.",
    discussion: """
      What the target cannot express is said on standard error.

      Examples:
        papertriage call export venue.yaml --to hotcrp > settings.json
        papertriage call export venue.yaml --to checklist --format html > checklist.html
        papertriage call export venue.yaml --to ics > deadlines.ics
      """)

  /// How a checklist is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, html }

  @Argument(help: "The venue file.", completion: .file())
  var venue: String

  @Option(help: "The target: hotcrp, openreview, checklist or ics.")
  var to: VenueExport.Target

  @Option(help: "For a checklist: markdown or html.")
  var format = Format.markdown

  func run() throws {
    let export = try VenueExport.export(VenueFile.read(venue), to: to, asHTML: format == .html)
    for sentence in export.lost { writeToStandardError("note: \(sentence)") }
    try FileHandle.standardOutput.write(contentsOf: Data(export.text.utf8))
  }
}

extension VenueExport.Target: ExpressibleByArgument {}
