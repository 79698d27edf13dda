import LinearAlgebra
import LinearModels
import Papers
import TextFeatures
import Venues

/// Judges training itself on papers that are kept apart whole: neither their labels nor their texts reach the model.
///
/// Unlike in ``TopicTraining/crossValidated(venue:)`` also vocabulary and embedding are learnt without them, as it is
/// when a model of past papers meets those of a new year.
public struct HoldOut: Sendable {
  private let corpus: LabelledCorpus
  private let unlabelled: [TextDocument]
  private let settings: TrainingSettings
  private let venue: Venue
  private let encoder: DocumentEncoder?

  /// - Parameters:
  ///   - unlabelled: Texts that every model may learn from.
  ///   - venue: The venue that the corpus was checked against.
  ///   - encoder: An encoder whose vectors every model learns from too.
  public init(
    corpus: LabelledCorpus, unlabelled: [TextDocument], settings: TrainingSettings, venue: Venue,
    encoder: DocumentEncoder? = nil
  ) {
    self.encoder = encoder
    self.corpus = corpus
    self.unlabelled = unlabelled
    self.settings = settings
    self.venue = venue
  }

  /// Returns what a model trained on some papers says of others, in the corpus's order.
  ///
  /// Papers that only teach are never judged.
  ///
  /// - Throws: What training throws.
  public func judged(
    trainingOn isTrainedOn: (LabelledPaper) -> Bool, testing isTested: (LabelledPaper) -> Bool
  ) throws -> [JudgedPaper] {
    let tested = corpus.papers.filter { $0.standing != .teaching && isTested($0) }
    let model = try TopicTraining(
      corpus: corpus.papers(where: { isTrainedOn($0) && !isTested($0) }), unlabelled: unlabelled, settings: settings,
      encoder: encoder
    ).model()
    return TopicClassifier(model: model, venue: venue).judged(tested)
  }

  /// Returns what models trained on growing parts of the corpus say of one fifth of it, which none of them has seen.
  ///
  /// Each part holds the ones before; which papers are taken first depends on their ids alone.
  ///
  /// - Parameter shares: The parts of the other papers that are learnt from, above 0 and at most 1.
  public func learningCurve(
    shares: [Double], onModel: () -> Void = {}
  ) throws -> [(share: Double, trainingPapers: Int, judged: [JudgedPaper])] {
    // Other digits of the hash than those that choose the fold.
    func place(_ paper: LabelledPaper) -> Double { Double(paper.idHash >> 16 & 0xFFFF) / 65_536 }
    let fold = corpus.papers.compactMap(\.fold).min() ?? 0
    func isTested(_ paper: LabelledPaper) -> Bool {
      paper.standing != .teaching && (paper.fold ?? Int(paper.idHash >> 33) % 5) == fold
    }
    return try shares.map { share in
      let judged = try judged(trainingOn: { place($0) < share }, testing: isTested)
      onModel()
      return (share, corpus.papers.count { place($0) < share && !isTested($0) }, judged)
    }
  }
}

extension LabelledPaper {
  fileprivate var idHash: UInt64 {
    var hash = StableHash()
    hash.combine(id)
    return hash.value
  }
}
