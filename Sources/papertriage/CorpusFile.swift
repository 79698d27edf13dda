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
        guard let topics = record.list("topics") else {
          throw InterchangeError.missingField(path: record.file, line: record.line, field: "topics")
        }
        do throws(CorpusError) {
          try corpus.add(
            id: id, document: TextDocument(title: record.text("title") ?? "", body: record.text("abstract") ?? ""),
            topics: topics, groups: record.list("groups") ?? [], unknown: record.list("unknown") ?? [],
            primary: record.text("primary"), fold: record.text("fold").flatMap(Int.init),
            standing: representative?.isIn(record) ?? true ? .representative : .picked)
        } catch {
          throw CorpusFileError.unusable(record.file, line: record.line, reason: error)
        }
      }
    }
    return corpus
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

  /// Reads titles and abstracts, leaving out papers with the given ids.
  static func documents(_ paths: [String], except ids: Set<String>) throws -> [TextDocument] {
    var documents: [TextDocument] = []
    for path in paths {
      try RecordReader.forEachRecord(in: path) { record in
        if let id = record.text("id"), ids.contains(id) { return }
        documents.append(TextDocument(title: record.text("title") ?? "", body: record.text("abstract") ?? ""))
      }
    }
    return documents
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
  case labelWithoutPapers([String])
  case nothingLeft

  var description: String {
    switch self {
    case .unusable(let path, let line, let reason): "\(path), line \(line): \(reason)"
    case .repeatedInAnotherFile(let path, let line, let id, let first):
      "\(path), line \(line): the id '\(id)' is in \(first) already; each paper needs its own."
    case .labelWithoutPapers(let ids):
      "Nothing to learn from: no paper of the corpus has \(ids.map { "'\($0)'" }.joined(separator: ", ")). "
        + "Add papers, take the label out of the venue file, or pass --allow-missing-labels."
    case .nothingLeft: "No paper of the corpus has the value that --only asks for."
    }
  }
}
