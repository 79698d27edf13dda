import Foundation
import Papers
import Venues

/// What the main program asks of a worker: one file, one line of JSON.
public struct WorkerRequest: Codable, Sendable {
  /// Where the file is.
  public var path: String
  /// What the file is called in results, such as `a.zip!/b.pdf`.
  public var name: String
  /// What is wanted of it; a paper if left out.
  public var wanted: Wanted?
  /// What to check the paper against; `nil` checks nothing and is faster.
  public var rules: RuleBook?
  /// What the submission system knows of the paper.
  public var record: SubmissionRecord
  /// Whether pages are not drawn: drawing them took too long before.
  public var leavesOutDrawing: Bool?
  /// The pages to draw, from 1.
  public var pages: [Int]?
  /// Whether sentences that speak of real use are looked for; not if left out.
  public var findsEvidence: Bool?

  /// What can be wanted of a PDF.
  public enum Wanted: String, Codable, Sendable {
    /// What a paper has: title, authors, abstract, parts.
    case paper
    /// The lines of text of the first pages, in reading order.
    case lines
    /// Pictures of the first page.
    case firstPage
    /// Pictures of the pages that are named.
    case pages
  }

  /// Makes a request.
  public init(
    path: String, name: String, wanted: Wanted? = nil, rules: RuleBook? = nil, record: SubmissionRecord = .unknown
  ) {
    self.path = path
    self.name = name
    self.wanted = wanted
    self.rules = rules
    self.record = record
  }
}

/// What a worker says, one line of JSON each: `ready` once, then `started` and an answer for each file.
public enum WorkerReply: Codable, Sendable {
  /// The worker waits for its first file.
  case ready(library: String)
  /// The worker has taken the file; from here on, its death is the file's doing.
  case started
  /// All else is read; pages are about to be drawn. If the worker dies from here on, the file can be read without that.
  case drawing
  /// What was read.
  case reading(PDFReading, isRetiring: Bool)
  /// The lines that were read.
  case lines([String], isRetiring: Bool)
  /// The pictures of the first page.
  case firstPage(FirstPage, isRetiring: Bool)
  /// The pictures of pages.
  case pages([DrawnPage], isRetiring: Bool)
  /// Why nothing was read.
  case failure(PDFFailure, isRetiring: Bool)

  /// Returns the message as a line.
  public func line() throws -> Data {
    var data = try JSONEncoder().encode(self)
    data.append(UInt8(ascii: "\n"))
    return data
  }
}
