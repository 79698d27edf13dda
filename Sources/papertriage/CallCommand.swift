import ArgumentParser

/// `papertriage call ...`: from a call for papers to a venue file, and from there to the systems.
struct CallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Reads a call for papers into a venue file, checks it and hands it on.",
    subcommands: [
      CallReadCommand.self, CallCheckCommand.self, CallDiffCommand.self, CallExportCommand.self, CallModelCommand.self,
      CallCritiqueCommand.self,
    ])
}
