import ArgumentParser
import Papers
import TextFeatures
import TopicClassification
import Venues

/// By which papers training is judged that it has not seen.
enum CorpusSplit: String, ExpressibleByArgument, CaseIterable {
  /// The latest years, by a model of the years before.
  case year
  /// Each venue, by a model of other venues.
  case venue
}

/// Judges training by years or venues.
struct SplitJudging {
  let corpus: LabelledCorpus
  let venue: Venue
  let settings: TrainingSettings
  /// The files that the labelled papers and the texts come from.
  let data: TrainingData
  /// The encoder that models learn from too, if any.
  let encoder: DocumentEncoder?

  /// The part of the papers that is judged at least, in a split by years.
  private static let testedShare = 0.2

  /// Into how many parts venues are divided.
  private static let venueParts = 5

  /// Returns what models say that know only the past, or only other venues, and how it was done.
  func judged(_ split: CorpusSplit) throws -> ([JudgedPaper], EvaluationReport.Method) {
    switch split {
    case .year: try judgedByYear()
    case .venue: try judgedByVenue()
    }
  }

  private func judgedByYear() throws -> ([JudgedPaper], EvaluationReport.Method) {
    let years = try CorpusFile.values(of: "year", in: data.corpus + data.unlabelled).compactMapValues { Int($0) }
    let tested = corpus.papers.filter { $0.standing != .teaching }.compactMap { years[$0.id] }.sorted(by: >)
    guard let latest = tested.first, let earliest = tested.last, latest > earliest else {
      throw CorpusSplitError.oneValue(field: "year")
    }
    // The latest year that leaves enough papers to judge, but never the first one, which would leave none to train on.
    let index = min(Int((Double(tested.count) * Self.testedShare).rounded(.up)) - 1, tested.count - 1)
    let first = max(tested[max(index, 0)], earliest + 1)
    let known = Set(corpus.papers.map(\.id))
    let texts = try CorpusFile.documents(data.unlabelled) { id in
      !known.contains(id) && years[id].map { $0 < first } == true
    }
    let holdOut = HoldOut(
      corpus: corpus, unlabelled: texts, settings: settings, venue: venue, encoder: encoder)
    let judged = try holdOut.judged(
      trainingOn: { years[$0.id].map { $0 < first } == true }, testing: { years[$0.id].map { $0 >= first } == true })
    let trained = corpus.papers.count { years[$0.id].map { $0 < first } == true }
    return (
      judged,
      .init(
        .year,
        sentence:
          "Trained on \(trained) papers and \(texts.count) texts before \(first), judged on \(judged.count) papers "
          + "from \(first) to \(latest); papers of unknown year were left out.")
    )
  }

  private func judgedByVenue() throws -> ([JudgedPaper], EvaluationReport.Method) {
    let venues = try CorpusFile.values(of: "venue", in: data.corpus + data.unlabelled)
    let counts = Dictionary(corpus.papers.compactMap { venues[$0.id] }.map { ($0, 1) }, uniquingKeysWith: +)
    guard counts.count > 1 else { throw CorpusSplitError.oneValue(field: "venue") }
    // The largest venue first, each into the part with the fewest papers.
    var parts = [(papers: Int, venues: Set<String>)](
      repeating: (0, []), count: min(Self.venueParts, counts.count))
    for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      guard let smallest = parts.indices.min(by: { parts[$0].papers < parts[$1].papers }) else { break }
      parts[smallest].papers += count
      parts[smallest].venues.insert(name)
    }
    let holdOut = HoldOut(
      corpus: corpus, unlabelled: try data.texts(except: corpus), settings: settings, venue: self.venue,
      encoder: encoder)
    var judged: [JudgedPaper] = []
    for part in parts {
      func isTested(_ paper: LabelledPaper) -> Bool { venues[paper.id].map(part.venues.contains) == true }
      judged += try holdOut.judged(trainingOn: { venues[$0.id] != nil && !isTested($0) }, testing: isTested)
    }
    return (
      judged,
      .init(
        .venue,
        sentence:
          "\(counts.count) venues in \(parts.count) parts, each judged by a model of the other parts; papers of "
          + "unknown venue were left out.")
    )
  }
}

/// Why a corpus cannot be split.
enum CorpusSplitError: Error, CustomStringConvertible {
  case oneValue(field: String)

  var description: String {
    switch self {
    case .oneValue(let field):
      "The papers cannot be split by \(field): fewer than two values of the field '\(field)' stand in the corpus."
    }
  }
}
