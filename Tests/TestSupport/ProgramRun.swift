import Foundation

/// One run of a program of this package, as its user would start it.
public struct ProgramRun {
  /// The exit status; 128 and the signal if a signal ended it.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: Data
  /// What it wrote to standard error.
  public let errors: String

  /// The output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// The output's lines.
  public var lines: [Substring] { text.split(separator: "\n") }

  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - program: The name of the executable product.
  ///   - input: What it reads on standard input.
  ///   - folder: Where it runs; the checkout if `nil`.
  ///   - environment: What is added to the environment.
  public init(
    _ arguments: [String], program: String = "papertriage", input: Data = Data(), in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      path: Self.products + "/" + program, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs a line of Bash and waits for its end.
  public static func shell(_ line: String, in folder: String? = nil) throws -> ProgramRun {
    try ProgramRun(path: "/bin/bash", ["-c", line], input: Data(), in: folder, environment: [:])
  }

  private init(
    path: String, _ arguments: [String], input: Data, in folder: String?, environment: [String: String]
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder ?? Repository.path(""))
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    // Files instead of pipes: no limit on size, and nothing to drain while the program runs.
    let scratch = try TemporaryFolder()
    let files = ["in", "out", "err"].map { "\(scratch.path)/\($0)" }
    for file in files { try Data().write(to: URL(filePath: file)) }
    try input.write(to: URL(filePath: files[0]))
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: files[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files[1]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: files[2]))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    output = try Data(contentsOf: URL(filePath: files[1]))
    errors = try String(decoding: Data(contentsOf: URL(filePath: files[2])), as: UTF8.self)
  }

  /// The folder of the built programs: the one that the test bundle stands in.
  public static var products: String {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
    return bundle.map { ($0 as NSString).deletingLastPathComponent } ?? Repository.path(".build/debug")
  }
}
