import ArgumentParser
import Venues

/// `papertriage call diff`: what changed between two venue files.
struct CallDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says in sentences what changed between two venue files.",
    discussion: """
      Example:
        papertriage call diff venue-2029.yaml venue-2030.yaml
      """)

  @Argument(help: "The earlier venue file.", completion: .file())
  var old: String

  @Argument(help: "The later venue file.", completion: .file())
  var new: String

  func run() throws {
    let sentences = VenueDifference.sentences(from: try VenueFile.read(old), to: try VenueFile.read(new))
    print(sentences.isEmpty ? "Nothing changed." : sentences.joined(separator: "\n"))
  }
}
