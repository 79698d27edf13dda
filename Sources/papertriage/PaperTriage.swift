import ArgumentParser

/// The command line: each command is a file of its own beside this one.
@main
struct PaperTriage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "papertriage",
    abstract: "Sorts the submissions of a conference by topic and shows which need a person.")
}
