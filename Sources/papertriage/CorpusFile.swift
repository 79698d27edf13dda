import ArgumentParser
import Interchange
import TextFeatures
import TopicClassification
import Venues

/// Reads papers with labels, and texts without, from files.
enum CorpusFile {
  /// Reads a labelled corpus and checks it against a venue.
  ///
  /// - Parameters:
  ///   - representative: Which records were drawn as the papers to come will be; all of them if `nil`.
  /// - Throws: A sentence with file and line.
  static func read(_ paths: [String], venue: Venue, representative: FieldValue?) throws -> LabelledCorpus {
    var corpus = LabelledCorpus(venue: venue)
    var places: [String: (path: String, line: Int)] = [:]
    for path in paths {
      try RecordReader.forEachRecord(in: path) { record in
        let id = try record.requiredText("id")
        if let first = places[id] {
          guard first.path == record.file else {
            throw CorpusFileError.repeatedInAnotherFile(record.file, line: record.line, id: id, first: first.path)
          }
          throw InterchangeError.repeatedID(path: record.file, line: record.line, id: id, firstLine: first.line)
        }
        places[id] = (record.file, record.line)
        guard let topics = record.list("topics") ?? record.list("labels") else {
          throw InterchangeError.missingField(path: record.file, line: record.line, field: "topics")
        }
        do throws(CorpusError) {
          try corpus.add(
            id: id, document: record.document, topics: topics,
            groups: record.list("groups") ?? [], unknown: record.list("unknown") ?? [],
            primary: record.text("primary"), fold: record.text("fold").flatMap(Int.init),
            standing: representative?.isIn(record) ?? true ? .representative : .picked)
        } catch {
          throw CorpusFileError.unusable(record.file, line: record.line, reason: error)
        }
      }
    }
    return corpus
  }

  /// Adds annotations to a corpus, as papers that only teach: one without a text of its own is joined by its id to the
  /// text of a paper without topics. Papers that the corpus holds already keep the labels they have.
  ///
  /// - Parameters:
  ///   - paths: Files of records with id, topics and groups.
  ///   - texts: Files of papers, among which the annotated ones are.
  /// - Throws: A sentence with file and line.
  static func add(annotations paths: [String], texts: [String], to corpus: inout LabelledCorpus) throws {
    guard !paths.isEmpty else { return }
    var annotations: [String: Record] = [:]
    var order: [Record] = []
    for path in paths {
      try RecordReader.forEachRecord(in: path) { record in
        let id = try record.requiredText("id")
        if let first = annotations.updateValue(record, forKey: id) {
          throw CorpusFileError.repeatedInAnotherFile(record.file, line: record.line, id: id, first: first.file)
        }
        order.append(record)
      }
    }
    let known = Set(corpus.papers.map(\.id))
    var documents: [String: TextDocument] = [:]
    for path in texts {
      try RecordReader.forEachRecord(in: path) { record in
        if let id = record.text("id"), annotations[id] != nil { documents[id] = record.document }
      }
    }
    for record in order {
      let id = try record.requiredText("id")
      guard !known.contains(id) else { continue }
      guard let document = documents[id] ?? (record.text("abstract") == nil ? nil : record.document) else {
        throw CorpusFileError.annotationWithoutText(record.file, line: record.line, id: id)
      }
      do throws(CorpusError) {
        try corpus.add(
          id: id, document: document, topics: record.list("topics") ?? [], groups: record.list("groups") ?? [],
          unknown: record.list("unknown") ?? [], primary: record.text("primary"), standing: .teaching)
      } catch {
        throw CorpusFileError.unusable(record.file, line: record.line, reason: error)
      }
    }
  }

  /// Returns the ids of the records that have a value.
  static func ids(_ paths: [String], with value: FieldValue) throws -> Set<String> {
    var ids: Set<String> = []
    for path in paths {
      try RecordReader.forEachRecord(in: path) { record in
        if value.isIn(record), let id = record.text("id") { ids.insert(id) }
      }
    }
    return ids
  }

  /// Returns what a field says in each record that has it, by id.
  static func values(of field: String, in paths: [String]) throws -> [String: String] {
    var values: [String: String] = [:]
    for path in paths {
      try RecordReader.forEachRecord(in: path) { record in
        if let id = record.text("id"), let value = record.text(field) { values[id] = value }
      }
    }
    return values
  }

  /// Reads titles and abstracts, leaving out papers with the given ids.
  static func documents(_ paths: [String], except ids: Set<String>) throws -> [TextDocument] {
    try documents(paths) { !ids.contains($0) }
  }

  /// Reads the titles and abstracts of wanted papers.
  ///
  /// - Parameter isWanted: Decides by the id, which is empty if a record has none.
  static func documents(_ paths: [String], where isWanted: (String) -> Bool) throws -> [TextDocument] {
    var documents: [TextDocument] = []
    for path in paths {
      try RecordReader.forEachRecord(in: path) { record in
        if isWanted(record.text("id") ?? "") { documents.append(record.document) }
      }
    }
    return documents
  }
}

extension Record {
  /// The text of a paper: title and abstract, or all of it under `text` as benchmarks have it.
  fileprivate var document: TextDocument {
    TextDocument(title: text("title") ?? "", body: text("abstract") ?? text("text") ?? "")
  }
}

/// A field and the value it must have, such as `draw=phrase`.
struct FieldValue: ExpressibleByArgument, Sendable {
  let field: String
  let value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    field = String(parts[0])
    value = String(parts[1])
  }

  func isIn(_ record: Record) -> Bool { record.text(field) == value }
}

/// Why a record of a corpus cannot be used, and where it stands.
enum CorpusFileError: Error, CustomStringConvertible {
  case unusable(String, line: Int, reason: CorpusError)
  case repeatedInAnotherFile(String, line: Int, id: String, first: String)
  case annotationWithoutText(String, line: Int, id: String)
  case labelWithoutPapers([String])
  case nothingLeft

  var description: String {
    switch self {
    case .unusable(let path, let line, let reason): "\(path), line \(line): \(reason)"
    case .repeatedInAnotherFile(let path, let line, let id, let first):
      "\(path), line \(line): the id '\(id)' is in \(first) already; each paper needs its own."
    case .annotationWithoutText(let path, let line, let id):
      "\(path), line \(line): no paper of --unlabelled has the id '\(id)' and the line has no abstract, so there is no text "
        + "to learn from. "
        + "Give the file that holds the paper."
    case .labelWithoutPapers(let ids):
      "Nothing to learn from: no paper of the corpus has \(ids.map { "'\($0)'" }.joined(separator: ", ")). "
        + "Add papers, take the label out of the venue file, or pass --allow-missing-labels."
    case .nothingLeft: "No paper of the corpus has the value that --only asks for."
    }
  }
}
