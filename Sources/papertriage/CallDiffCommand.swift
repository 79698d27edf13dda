import ArgumentParser
import Foundation
import Interchange
import Venues

/// `papertriage call diff`: what changed between two venue files.
struct CallDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says in sentences what changed between two venue files.",
    discussion: """
      As JSON it keeps to corpora/schemas/call-diff.schema.json.

      Examples:
        papertriage call diff venue-2029.yaml venue-2030.yaml
        papertriage call diff venue-2029.yaml venue-2030.yaml --format json
      """)

  @Argument(help: "The earlier venue file.", completion: .file())
  var old: String

  @Argument(help: "The later venue file.", completion: .file())
  var new: String

  @Option(help: "Write text or json.")
  var format = TextOrJSON.text

  /// What is written as JSON.
  private struct Answer: Encodable {
    let old: String
    let new: String
    let changes: [String]
  }

  func run() throws {
    let sentences = VenueDifference.sentences(from: try VenueFile.read(old), to: try VenueFile.read(new))
    if format == .json {
      let answer = Answer(old: old, new: new, changes: sentences)
      try FileHandle.standardOutput.write(contentsOf: ContractJSON.document(answer))
      return
    }
    print(sentences.isEmpty ? "Nothing changed." : sentences.joined(separator: "\n"))
  }
}
