import ArgumentParser
import Venues

/// `papertriage call check`: is a venue file what the program can use?
struct CallCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a venue file and names the place of everything that is wrong.",
    discussion: """
      Prints FILE:LINE:COLUMN: what is wrong, one line each, and ends with status 3 if anything is.

      Example:
        papertriage call check venue.yaml
      """)

  @Argument(help: "The venue file.", completion: .file())
  var venue: String

  func run() throws {
    let problems = try VenueCheck.problems(inFile: venue)
    for problem in problems { print("\(venue):\(problem)") }
    guard problems.isEmpty else { throw ExitStatus.couldNotRun }
    let read = try VenueFile.read(venue)
    print("\(venue): fine. \(read.topics.count) topics, \(read.groups.count) groups, \(read.deadlines.count) dates.")
  }
}
