import Papers
import TextFeatures
import Venues

/// Papers with known labels, checked against a venue.
public struct LabelledCorpus: Sendable {
  /// The topics, in the venue's order.
  public let topics: [ModelLabel]
  /// The groups, in the venue's order.
  public let groups: [ModelLabel]
  /// The name of the venue.
  public let venueName: String
  /// The papers, in the order they were added.
  public private(set) var papers: [LabelledPaper] = []

  private let topicColumns: [String: Int]
  private let groupColumns: [String: Int]

  /// Begins a corpus for the labels of a venue.
  public init(venue: Venue) {
    venueName = venue.name
    topics = venue.topics.map { ModelLabel(id: $0.id, name: $0.name, aliases: $0.aliases) }
    groups = venue.groups.map { ModelLabel(id: $0.id, name: $0.name) }
    topicColumns = Dictionary(uniqueKeysWithValues: venue.topics.enumerated().map { ($1.id, $0) })
    let topicCount = venue.topics.count
    groupColumns = Dictionary(uniqueKeysWithValues: venue.groups.enumerated().map { ($1.id, topicCount + $0) })
  }

  /// The number of topics and groups together.
  public var labelCount: Int { topics.count + groups.count }

  /// The name of a column: the topics', the groups', and last whether a paper has any topic.
  public func label(_ column: Int) -> ModelLabel {
    column < topics.count ? topics[column] : groups[column - topics.count]
  }

  /// Adds a paper.
  ///
  /// - Parameter unknown: The ids of topics and groups of which it is not known whether the paper has them.
  /// - Throws: ``CorpusError/unknownLabel(label:nearest:)``, ``CorpusError/noText``.
  public mutating func add(
    id: String, document: TextDocument, topics: [String], groups: [String], unknown: [String] = [],
    primary: String? = nil, fold: Int? = nil, standing: LabelledPaper.Standing = .representative
  ) throws(CorpusError) {
    guard Tokenizer.words(in: document.title + " " + document.body).count > 0 else { throw .noText }
    var truth = [Bool?](repeating: false, count: labelCount)
    for topic in topics { truth[try column(topic, topicColumns)] = true }
    for group in groups { truth[try column(group, groupColumns)] = true }
    for label in unknown {
      let columns = [topicColumns[label], groupColumns[label]].compactMap(\.self)
      guard !columns.isEmpty else {
        throw unknownLabel(label, among: topicColumns.keys.sorted() + groupColumns.keys.sorted())
      }
      for column in columns where truth[column] == false { truth[column] = nil }
    }
    let primaryColumn = try primary.map { name throws(CorpusError) in try column(name, topicColumns) }
    papers.append(
      LabelledPaper(
        id: id, document: document, truth: truth, primary: primaryColumn, fold: fold, standing: standing))
  }

  /// Returns the corpus with some of its papers only, in the same order.
  public func papers(where isWanted: (LabelledPaper) throws -> Bool) rethrows -> LabelledCorpus {
    var corpus = self
    corpus.papers = try papers.filter(isWanted)
    return corpus
  }

  /// The topics and groups that fewer than `minimum` papers have.
  public func rareLabels(below minimum: Int) -> [(label: ModelLabel, count: Int)] {
    (0..<labelCount).compactMap { column in
      let count = papers.count { $0.truth[column] == true }
      return count < minimum ? (label(column), count) : nil
    }
  }

  private func column(_ id: String, _ columns: [String: Int]) throws(CorpusError) -> Int {
    guard let column = columns[id] else { throw unknownLabel(id, among: Array(columns.keys)) }
    return column
  }

  private func unknownLabel(_ id: String, among known: [String]) -> CorpusError {
    .unknownLabel(label: id, nearest: NearestName.of(id, among: known))
  }
}

/// A paper with what is known of its labels.
public struct LabelledPaper: Hashable, Sendable {
  /// Whether a paper was drawn as the papers to come will be.
  public enum Standing: Hashable, Sendable {
    /// It was: probabilities and thresholds may rest on it.
    case representative
    /// It was picked for being hard or rare: it teaches, but says little of how frequent anything is.
    case picked
    /// It was annotated to teach: in cross-validation every model may learn from it, and none is judged on it.
    case teaching
  }

  /// The id in the corpus.
  public let id: String
  /// Title and abstract.
  public let document: TextDocument
  /// Whether the paper has each topic and group; `nil` where that is not known.
  public let truth: [Bool?]
  /// The index of the topic that fits best; `nil` if the corpus does not say.
  public let primary: Int?
  /// The part of the corpus it belongs to in cross-validation; `nil` if the corpus does not say.
  public let fold: Int?
  /// Whether it was drawn as the papers to come will be.
  public let standing: Standing
}

/// Why a record of a corpus cannot be used.
public enum CorpusError: Error, Equatable, CustomStringConvertible {
  /// The venue has no such topic or group.
  case unknownLabel(label: String, nearest: String?)
  /// There is neither title nor abstract.
  case noText

  /// The sentence for the user, to follow the file and line.
  public var description: String {
    switch self {
    case .unknownLabel(let label, let nearest):
      "the venue has no topic or group '\(label)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ".")
    case .noText: "has neither title nor abstract."
    }
  }
}
