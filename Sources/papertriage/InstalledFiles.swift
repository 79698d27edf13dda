import Foundation
import Venues

/// Where the model, the venue and the PDF worker are: by flag, then environment, then `share/papertriage` beside the
/// program, then upward from the program, as in a checkout.
struct InstalledFiles {
  private let program: String
  private let environment: [String: String]

  /// Looks from the running program and its environment.
  init(
    program: String = InstalledFiles.runningProgram,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.program = program
    self.environment = environment
  }

  /// The folder of the model.
  func model(flag: String?) throws -> String {
    try find(
      flag: flag, variable: "PAPERTRIAGE_MODEL", candidates: ["models/default"], what: "model", option: "--model")
  }

  /// The folder of the encoder, if the user names one: no model needs one unless it was trained with it.
  func encoder(flag: String?) -> String? {
    flag ?? environment["PAPERTRIAGE_ENCODER"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The venue file.
  func venue(flag: String?) throws -> String {
    try find(
      flag: flag, variable: "PAPERTRIAGE_VENUE", candidates: ["venues/default.yaml", "corpora/venues/default.yaml"],
      what: "venue file", option: "--venue")
  }

  /// The folder of the papers that rules are measured on.
  func trialPapers(flag: String?) throws -> String {
    try find(
      flag: flag, variable: "PAPERTRIAGE_SELFTEST", candidates: ["self-test", "corpora/self-test"],
      what: "set of papers for measuring", option: "--papers")
  }

  /// The rules of a call, with the numbers of the template that it names if there is a file of them.
  func rules(for venue: Venue) throws -> RuleBook {
    // A template's id names a file: only what ids are made of may be in it.
    guard let id = venue.template, id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      return RuleBook(venue: venue)
    }
    for folder in searchedFolders {
      for candidate in ["templates/\(id).yaml", "corpora/templates/\(id).yaml"]
      where FileManager.default.fileExists(atPath: "\(folder)/\(candidate)") {
        return RuleBook(venue: venue, template: try PaperTemplateFile.read("\(folder)/\(candidate)"))
      }
    }
    return RuleBook(venue: venue)
  }

  /// The program that reads PDFs, which stands beside this one.
  func worker() throws -> String {
    let beside = (program as NSString).deletingLastPathComponent + "/papertriage-pdf"
    let path = environment["PAPERTRIAGE_PDF_WORKER"] ?? beside
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw InstallationError.missing(what: "program papertriage-pdf", looked: [path], option: nil)
    }
    return path
  }

  private func find(
    flag: String?, variable: String, candidates: [String], what: String, option: String
  ) throws -> String {
    if let path = flag ?? environment[variable].flatMap({ $0.isEmpty ? nil : $0 }) { return path }
    let folders = searchedFolders
    for folder in folders {
      for candidate in candidates where FileManager.default.fileExists(atPath: "\(folder)/\(candidate)") {
        return "\(folder)/\(candidate)"
      }
    }
    throw InstallationError.missing(what: what, looked: folders, option: option)
  }

  private var searchedFolders: [String] {
    var folder = (program as NSString).deletingLastPathComponent
    var folders = [
      "\(folder)/share/papertriage", "\((folder as NSString).deletingLastPathComponent)/share/papertriage",
    ]
    while folder.count > 1 {
      folders.append(folder)
      folder = (folder as NSString).deletingLastPathComponent
    }
    return folders
  }

  private static var runningProgram: String {
    // Linux says where the running program is, whatever the first argument and the PATH say.
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}

/// A part of the program that should have come with it is not there.
enum InstallationError: Error, CustomStringConvertible {
  case missing(what: String, looked: [String], option: String?)

  var description: String {
    switch self {
    case .missing(let what, let looked, let option):
      "The \(what) was not found. Looked in: \(looked.prefix(4).joined(separator: ", ")). "
        + (option.map { "Name it with \($0), or install the program again." } ?? "Install the program again.")
    }
  }
}
