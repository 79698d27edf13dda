import Foundation
import Interchange
import Venues

/// Papers made for measuring the rules: a folder with `manifest.ndjson` and the files that it names, or all of them in
/// `papers.tar.xz`.
public struct TrialSet: Sendable {
  /// The template of the legal papers, and the pages that they keep within.
  static let template = "acm-sigconf"
  static let pages = 6.0

  /// The papers, in the list's order.
  public let papers: [TrialPaper]
  private let folder: String

  /// Reads the list of a folder.
  ///
  /// - Throws: ``InterchangeError`` if there is no list, and ``RuleTrialError`` with the line that cannot be read.
  public init(folder: String) throws {
    self.folder = folder
    let path = "\(folder)/manifest.ndjson"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw InterchangeError.cannotOpen(path: path, reason: "there is no such list of papers")
    }
    papers = try text.split(separator: "\n").enumerated().map { index, line in
      do {
        return try ContractJSON.decode(TrialPaper.self, from: Data(line.utf8))
      } catch {
        throw RuleTrialError.badRow(path: path, line: index + 1)
      }
    }
  }

  /// Puts the files of some papers into an empty folder, those among them that are to be too large made so.
  ///
  /// - Returns: The path of each paper, in order.
  public func prepare(_ papers: [TrialPaper], in target: String, maxFileMb: Double?) throws -> [String] {
    let archive = "\(folder)/papers.tar.xz"
    var source = folder
    if FileManager.default.fileExists(atPath: archive) {
      try TarArchive.unpack(archive, into: target)
      source = target
    }
    return try papers.map { paper in
      let path = "\(source)/\(paper.file)"
      guard FileManager.default.fileExists(atPath: path) else {
        throw RuleTrialError.missingFile(path: path)
      }
      guard let over = paper.megabytesOverLimit, let maxFileMb else { return path }
      let larger = "\(target)/larger-\(paper.file)"
      let bytes = Int((maxFileMb + over) * 1_000_000)
      try Self.padded(Data(contentsOf: URL(filePath: path)), to: bytes).write(to: URL(filePath: larger))
      return larger
    }
  }

  /// A PDF made larger by a comment: what follows it repeats the file's end, which readers look for in its last bytes.
  static func padded(_ pdf: Data, to count: Int) -> Data {
    guard let end = pdf.range(of: Data("startxref".utf8), options: .backwards), pdf.count < count else { return pdf }
    let tail = pdf[end.lowerBound...]
    let padding = Data("%".utf8) + Data(repeating: 0x2E, count: max(count - pdf.count - tail.count - 3, 0))
    return pdf + Data("\n".utf8) + padding + Data("\n".utf8) + tail
  }
}

/// Why papers for measuring cannot be used.
public enum RuleTrialError: Error, Equatable, CustomStringConvertible {
  /// A line of the list is no row.
  case badRow(path: String, line: Int)
  /// A file that the list names is not there.
  case missingFile(path: String)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .badRow(let path, let line):
      "\(path), line \(line): is no row of such a list. Make it anew with tools/typeset-legal-papers."
    case .missingFile(let path):
      "\(path): is named in the list but not there. Make it anew with tools/typeset-legal-papers."
    }
  }
}
