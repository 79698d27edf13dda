import ArgumentParser
import CallReading
import Foundation
import Interchange
import Venues

/// `papertriage call read`: a call for papers becomes a venue.
struct CallReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads a call for papers (text, Markdown, HTML, PDF) into a venue file.",
    discussion: """
      Above each entry stand the words of the call that it rests on, with their line. What the call does not say stays
      blank; doubts are listed under notes. Nothing is guessed. The output keeps to corpora/schemas/venue.schema.json.

      A topic's id is its name in small letters with hyphens; a topic that the shipped venue (or PAPERTRIAGE_VENUE) has
      by the same name keeps the id that it has there.

      Examples:
        papertriage call read cfp.html > venue.yaml
        papertriage call read cfp.md --format json
        papertriage call read new-cfp.html --update venue.yaml > venue-new.yaml
      """)

  /// How the venue is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json }

  @Argument(help: "The call for papers; '-' is standard input.", completion: .file())
  var file: String

  @Option(help: "Write the venue as yaml, with the call's words as comments, or as json.")
  var format = Format.yaml

  @Option(help: "Read this track instead of the main one.")
  var track: String?

  @Option(
    help: "Keep a chair's changes in this venue file, made from an earlier state of the call.", completion: .file())
  var update: String?

  func run() throws {
    var call = try ReadingLimit.guarding(file) {
      try CallReader(pdfLines: PDFCallLines.read).read(file, track: track)
    }
    // Without a shipped venue every id is made from its name, and a venue that is broken says so when it is used.
    if let known = try? VenueFile.read(InstalledFiles().venue(flag: nil)) { call.adoptIDs(of: known) }
    var venue = call.venue
    var comments = call.comments
    var own = ChairComments()
    if let update {
      let chair = try VenueFile.read(update)
      own = try ChairComments(file: update)
      venue = VenueUpdate.merged(chair: chair, asRead: try VenueFile.asRead(update), new: call.venue)
      comments = call.comments(for: venue)
    }
    switch format {
    case .json: try FileHandle.standardOutput.write(contentsOf: ContractJSON.document(venue))
    case .yaml:
      let heading = [
        "Read from \(file == "-" ? "standard input" : (file as NSString).lastPathComponent). Above each entry stand the words of the call and their line.",
        "An empty entry means that the call does not say.",
      ]
      let text = try VenueYAML.text(of: venue, heading: heading, comments: comments, chair: own, asRead: call.venue)
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
  }
}
