import ArgumentParser
import Foundation

/// The command line: each command is a file of its own beside this one.
struct PaperTriage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "papertriage",
    abstract: "Sorts the submissions of a conference by topic and shows which ones need a person.",
    discussion: """
      Everything runs on this machine, offline; papers are confidential.

      Examples:
        papertriage triage ~/papers                 tag every paper below a folder
        papertriage triage papers.zip --metadata submissions.csv --output results
        papertriage extract paper.pdf               show what is read from one PDF
        papertriage check paper.pdf                 check one PDF against the call's rules
        papertriage classify abstracts.csv          tag titles and abstracts, without PDFs
        papertriage explain abstracts.csv           say which words speak for each tag
        papertriage help COMMAND                    explain one command

      Exit status: 0 done; 1 done, but some inputs could not be read (each is named); 2 wrong usage;
      3 could not run at all. What is found in papers never changes it.
      """,
    version: Program.version,
    subcommands: [
      TriageCommand.self, MarkCommand.self, ExtractCommand.self, CheckCommand.self, SelfTestCommand.self,
      CallCommand.self,
      ClassifyCommand.self, ExplainCommand.self,
      TrainCommand.self, EvaluateCommand.self, CompareCommand.self, AuditCommand.self, TuneCommand.self,
    ])
}

/// Facts about this program.
enum Program {
  static let version = "0.1.0"
}

@main
enum Main {
  static func main() async {
    ProcessHardening.apply()
    do {
      var command = try PaperTriage.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(ExitStatus.report(error))
    }
  }
}
