import Foundation
import TestSupport
import Testing

/// Runs the examples of the README, in its order, as one reader would.
struct ReadmeTests {
  @Test func `every example of the program runs`() throws {
    let readme = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```sh\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    let examples = blocks.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("papertriage ") }
    try #require(examples.count >= 5)
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/corpora", withDestinationPath: Repository.path("corpora"))
    for example in examples {
      let run = try ProgramRun.shell("PATH='\(ProgramRun.products)':$PATH; \(example)", in: folder.path)
      // Two of the samples cannot be read, which is what status 1 says.
      #expect(run.status <= 1, "\(example): \(run.errors.prefix(300))")
      #expect(!run.output.isEmpty, "\(example)")
    }
  }

  @Test func `the commands it names are those the program has`() throws {
    let readme = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
    let section = readme.components(separatedBy: "## Commands")[1].components(separatedBy: "```sh")[0]
    let named = section.matches(of: /\| `([a-z]+)/).map { String($0.1) }
    let help = try ProgramRun(["--help"]).text
    for command in named { #expect(help.contains("  \(command) "), "\(command) is no command") }
  }
}
