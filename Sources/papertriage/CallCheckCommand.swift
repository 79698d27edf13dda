import ArgumentParser
import Foundation
import Interchange
import Venues

/// `papertriage call check`: is a venue file what the program can use?
struct CallCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a venue file and names the place of everything that is wrong.",
    discussion: """
      Prints FILE:LINE:COLUMN: what is wrong, one line each, and ends with status 3 if anything is. As JSON it keeps to
      corpora/schemas/call-check.schema.json.

      Examples:
        papertriage call check venue.yaml
        papertriage call check venue.yaml --format json
      """)

  @Argument(help: "The venue file.", completion: .file())
  var venue: String

  @Option(help: "Write text or json.")
  var format = TextOrJSON.text

  /// What is written as JSON.
  private struct Answer: Encodable {
    let file: String
    let problems: [VenueProblem]
  }

  func run() throws {
    let problems = try VenueCheck.problems(inFile: venue)
    if format == .json {
      try FileHandle.standardOutput.write(contentsOf: ContractJSON.document(Answer(file: venue, problems: problems)))
      guard problems.isEmpty else { throw ExitStatus.couldNotRun }
      return
    }
    for problem in problems { print("\(venue):\(problem)") }
    guard problems.isEmpty else { throw ExitStatus.couldNotRun }
    let read = try VenueFile.read(venue)
    print("\(venue): fine. \(read.topics.count) topics, \(read.groups.count) groups, \(read.deadlines.count) dates.")
  }
}
