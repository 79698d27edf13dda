import Foundation
import Interchange
import Papers

/// What the submission system knows of the papers, from a file that the chair exported.
public struct SubmissionMetadata: Sendable {
  /// What the submission system knows of one paper.
  public struct Entry: Hashable, Sendable {
    /// The paper's id.
    public var id: PaperID
    /// The name of its file; `nil` if the export does not say.
    public var file: String?
    /// The title that the authors typed.
    public var title: String?
    /// The abstract that the authors typed.
    public var abstract: String?
    /// The authors' names.
    public var authors: [String]
    /// The topics that the authors ticked.
    public var topics: [String]
    /// When it was submitted, as the export gives it.
    public var submittedAt: String?

    /// Makes an entry.
    public init(
      id: PaperID, file: String? = nil, title: String? = nil, abstract: String? = nil, authors: [String] = [],
      topics: [String] = [], submittedAt: String? = nil
    ) {
      self.id = id
      self.file = file
      self.title = title
      self.abstract = abstract
      self.authors = authors
      self.topics = topics
      self.submittedAt = submittedAt
    }
  }

  /// The entries in the file's order.
  public let entries: [Entry]
  private let indexByID: [PaperID: Int]
  private let indexByFile: [String: Int]

  /// Makes metadata of entries, each with an id of its own; without entries by default.
  public init(entries: [Entry] = []) {
    self.entries = entries
    indexByID = Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    indexByFile = Dictionary(
      entries.enumerated().compactMap { index, entry in entry.file.map { (Self.baseName($0), index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads CSV, JSON or NDJSON with `file, id, title?, abstract?, authors?, topics?, submitted_at?`; an export of
  /// HotCRP gives the id as `pid`, CSV files of submission systems as `paper`, `paper_id` or `number`.
  ///
  /// - Throws: ``InterchangeError`` with file and line, such as for an id given twice.
  public init(path: String) throws {
    var entries: [Entry] = []
    var indexByID: [PaperID: Int] = [:]
    var indexByFile: [String: Int] = [:]
    var lines: [PaperID: Int] = [:]
    try RecordReader.forEachRecord(in: path) { record in
      guard let text = Self.idKeys.lazy.compactMap(record.text).first else {
        throw InterchangeError.missingField(path: record.file, line: record.line, field: "id")
      }
      let id = PaperID(rawValue: text)
      if let first = lines.updateValue(record.line, forKey: id) {
        throw InterchangeError.repeatedID(path: record.file, line: record.line, id: text, firstLine: first)
      }
      let file = record.text("file")
      indexByID[id] = entries.count
      if let file { indexByFile[Self.baseName(file)] = entries.count }
      entries.append(
        Entry(
          id: id, file: file, title: record.text("title") ?? record.text("paper_title"),
          abstract: record.text("abstract"), authors: record.list("authors") ?? [],
          topics: record.list("topics") ?? [], submittedAt: record.text("submitted_at")))
    }
    self.entries = entries
    self.indexByID = indexByID
    self.indexByFile = indexByFile
  }

  private static let idKeys = ["id", "pid", "paper", "paper_id", "number", "#"]

  /// Returns the entry for a submission's file: by the file's name, else by the id in that name.
  public func entry(forPath path: String) -> Entry? {
    if let index = indexByFile[Self.baseName(path)] { return entries[index] }
    guard let id = PaperIDRule.id(forPath: path), let index = indexByID[id] else { return nil }
    // An entry that names another file is not this file's: a supplement must not take its paper's place.
    return entries[index].file == nil ? entries[index] : nil
  }

  private static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
