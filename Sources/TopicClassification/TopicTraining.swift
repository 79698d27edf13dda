import LinearAlgebra
import LinearModels
import TextFeatures
import Venues

/// Training and honest judging of topic models.
public struct TopicTraining: Sendable {
  let prepared: PreparedCorpus

  /// Reads the texts: vocabulary, term weights and embedding, without a look at labels.
  ///
  /// - Parameters:
  ///   - unlabelled: Texts that say how terms go together.
  ///   - encoder: An encoder whose vectors are learnt from too; the model then needs it.
  /// - Throws: ``LinearAlgebraError`` if the embedding cannot be computed.
  public init(
    corpus: LabelledCorpus, unlabelled: [TextDocument] = [], settings: TrainingSettings = TrainingSettings(),
    encoder: DocumentEncoder? = nil
  ) throws(LinearAlgebraError) {
    prepared = try PreparedCorpus(corpus, unlabelled: unlabelled, settings: settings, encoder: encoder)
  }

  /// How many times ``model(onFit:)`` fits all labels: without each fold, and with all.
  public var fitCount: Int { prepared.folds(of: prepared.corpus.papers.indices).count + 1 }

  /// Trains on all papers and returns the model.
  ///
  /// - Parameter onFit: Called after each fit, from any thread; ``fitCount`` times.
  public func model(onFit: @escaping @Sendable () -> Void = {}) throws(LinearModelError) -> TopicModel {
    try TopicModelTrainer(prepared: prepared, onFit: onFit).trained(on: Array(prepared.corpus.papers.indices))
  }

  /// Predicts every paper by a model trained on the other folds, in which also probabilities, thresholds and the
  /// review policy were fitted (nested cross-validation), and returns the papers in the corpus's order, without those
  /// that only teach.
  ///
  /// - Parameter venue: The venue that the corpus was checked against.
  public func crossValidated(venue: Venue) throws(LinearModelError) -> [JudgedPaper] {
    let papers = prepared.corpus.papers
    var judged = [JudgedPaper?](repeating: nil, count: papers.count)
    for fold in prepared.folds(of: papers.indices) {
      let inside = papers.indices.filter { prepared.folds[$0] != fold }
      let outside = papers.indices.filter { prepared.folds[$0] == fold }
      let model = try TopicModelTrainer(prepared: prepared).trained(on: inside)
      let results = TopicClassifier(model: model, venue: venue).judged(outside.map { papers[$0] })
      for (index, result) in zip(outside, results) { judged[index] = result }
    }
    return judged.compactMap(\.self)
  }
}
