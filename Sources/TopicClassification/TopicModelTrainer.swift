import Evaluation
import LinearAlgebra
import LinearModels
import TextFeatures

/// Trains a topic model: two views of a text (words, embedding), three with an encoder, a logistic regression for each,
/// calibrated together on papers that none was trained on.
///
/// The embedding is taken as the plain sum of the words' vectors, so that its regression ends up in the words' weights.
struct TopicModelTrainer: Sendable {
  let prepared: PreparedCorpus
  /// Called after each fit of all labels, from any thread.
  var onFit: @Sendable () -> Void = {}

  private var settings: TrainingSettings { prepared.settings }
  private var labelCount: Int { prepared.corpus.labelCount }

  /// Returns the model learnt from the papers with the given indices.
  ///
  /// The papers' folds serve inside: each fold is predicted by models of the others, and probabilities, thresholds and
  /// the review policy are fitted on those predictions.
  func trained(on papers: [Int]) throws(LinearModelError) -> TopicModel {
    let judged = papers.filter { prepared.folds[$0] != nil }
    let views = try outOfFoldViews(papers, judged: judged)
    let weights = (0...labelCount).map { prepared.calibrationWeights(judged, column: $0) }
    let calibrations = Calibrator(labelCount: labelCount + 1).fitted(
      views: views, truth: judged.map(prepared.known), weights: weights)
    let predictions = judged.indices.map { row in
      (0...labelCount).map { label in calibrations[label].probability(views.map { Double($0[row, label]) }) }
    }
    let thresholds = (0..<labelCount).map { label in
      Thresholds.expectedF1(probabilities: predictions.map { $0[label] }, weights: weights[label])
    }
    let assignment = TopicAssignment(
      thresholds: Array(thresholds.prefix(prepared.corpus.topics.count)), loneThreshold: settings.loneTopicThreshold)
    let review = ReviewPolicy.fitted(
      probabilities: predictions, assignment: assignment, papers: judged.map { prepared.corpus.papers[$0] },
      weights: weights[labelCount], risks: settings.reviewRisks)
    let reference = BatchReference(prepared, judged: judged, predictions: predictions, weights: weights)
    return try assembled(
      papers, calibrations: calibrations, thresholds: thresholds, review: review, reference: reference)
  }

  /// Returns each view's log odds for the judged ones of the papers, from models that have not seen them.
  private func outOfFoldViews(_ papers: [Int], judged: [Int]) throws(LinearModelError) -> [Matrix] {
    let folds = prepared.folds(of: judged)
    let results: [Result<[Matrix], LinearModelError>] = ParallelBlocks.map(folds.count) { index in
      let (inside, outside) = (
        papers.filter { prepared.folds[$0] != folds[index] }, papers.filter { prepared.folds[$0] == folds[index] }
      )
      return Result { () throws(LinearModelError) in
        let models = try fits(inside)
        var views = [
          try models.words.logits(for: prepared.rows.rows(outside)),
          try models.embedding.logits(for: prepared.sums.rows(outside)),
        ]
        if let encoder = models.encoder, let encodings = prepared.encodings {
          views.append(try encoder.logits(for: encodings.rows(outside)))
        }
        return views
      }
    }
    var views = [Matrix](
      repeating: Matrix(rowCount: judged.count, columnCount: labelCount + 1),
      count: prepared.encodings == nil ? 2 : 3)
    for (index, result) in results.enumerated() {
      let parts = try result.get()
      let rows = judged.indices.filter { prepared.folds[judged[$0]] == folds[index] }
      for view in views.indices {
        for (source, target) in rows.enumerated() {
          for label in 0...labelCount { views[view][target, label] = parts[view][source, label] }
        }
      }
    }
    return views
  }

  /// One fit for each view.
  private struct Fits {
    let words: FittedLogisticRegression
    let embedding: FittedLogisticRegression
    let encoder: FittedLogisticRegression?

    var all: [FittedLogisticRegression] { [words, embedding] + (encoder.map { [$0] } ?? []) }
  }

  private func fits(_ papers: [Int]) throws(LinearModelError) -> Fits {
    defer { onFit() }
    let targets = prepared.targets.examples(papers)
    let words = LogisticRegression(
      inverseRegularization: settings.wordInverseRegularization, seed: settings.seed)
    let embedding = LogisticRegression(
      inverseRegularization: settings.embeddingInverseRegularization, seed: settings.seed)
    let encoder = LogisticRegression(
      inverseRegularization: settings.encoderInverseRegularization, seed: settings.seed)
    return Fits(
      words: try words.fitted(to: prepared.rows.rows(papers), labels: targets),
      embedding: try embedding.fitted(to: prepared.sums.rows(papers), labels: targets),
      encoder: try prepared.encodings.map { encodings throws(LinearModelError) in
        try encoder.fitted(to: encodings.rows(papers), labels: targets)
      })
  }

  /// Fits on all papers and folds the calibration into the weights.
  private func assembled(
    _ papers: [Int], calibrations: [LabelCalibration], thresholds: [Double], review: ReviewPolicy,
    reference: BatchReference?
  ) throws(LinearModelError) -> TopicModel {
    let models = try fits(papers)
    let biases = calibrations.indices.map { label in
      Float(calibrations[label].logit(models.all.map { Double($0.biases[label]) }))
    }
    let encoder = models.encoder.flatMap { fit in
      prepared.encoder.map { EncoderPart(encoder: $0, weights: Self.scaled(fit.weights, calibrations, view: 2)) }
    }
    let corpus = prepared.corpus
    return TopicModel(
      configuration: ModelConfiguration(
        formatVersion: encoder == nil ? ModelConfiguration.currentFormat : ModelConfiguration.encoderFormat,
        venueName: corpus.venueName, topics: corpus.topics,
        groups: corpus.groups, blocks: settings.blocks, thresholds: thresholds,
        loneTopicThreshold: settings.loneTopicThreshold, review: review,
        training: TrainingRecord(
          labelledPapers: papers.count, unlabelledPapers: prepared.unlabelledCount, seed: settings.seed,
          inverseRegularizations: [
            Double(settings.wordInverseRegularization), Double(settings.embeddingInverseRegularization),
          ] + (encoder == nil ? [] : [Double(settings.encoderInverseRegularization)]),
          objectives: models.all.map { $0.report.objectives.reduce(0, +) },
          calibratedOn: Self.description(of: papers.map { corpus.papers[$0].standing })),
        batchReference: reference, encoder: encoder?.encoder.reference),
      space: prepared.space,
      weights: SharedBuffer(wordWeights(models, calibrations).elements.map(Float16.init)), biases: biases,
      embedding: prepared.embedding, embeddingWeights: nil, encoder: encoder)
  }

  /// The weights of words and, through their vectors, of the embedding.
  private func wordWeights(_ models: Fits, _ calibrations: [LabelCalibration]) -> Matrix {
    var weights = Self.scaled(models.words.weights, calibrations, view: 0)
    let parts = prepared.embedding.weights(of: Self.scaled(models.embedding.weights, calibrations, view: 1))
    for index in parts.elements.indices { weights.elements[index] += prepared.sumScale * parts.elements[index] }
    return weights
  }

  private static func scaled(_ weights: Matrix, _ calibrations: [LabelCalibration], view: Int) -> Matrix {
    var weights = weights
    for row in 0..<weights.rowCount {
      for label in calibrations.indices { weights[row, label] *= Float(calibrations[label].slopes[view]) }
    }
    return weights
  }

  private static func description(of standings: [LabelledPaper.Standing]) -> String {
    func count(_ standing: LabelledPaper.Standing) -> Int { standings.count { $0 == standing } }
    return "\(count(.representative)) papers drawn like those to come, \(count(.picked)) picked ones; "
      + "\(count(.teaching)) more only taught"
  }
}
